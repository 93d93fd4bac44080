"""Every message of the program is said in Dutch, with the same values in it, and no translation is left over."""

from __future__ import annotations

import ast
import io
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from relinsight.languages.extraction import FOLDERS, KEYWORDS, ROOT, Message, messages, updated, written_in
from relinsight.languages.sentence import Speaker
from relinsight.words.text import Text

PO = ROOT / "relinsight" / "languages" / "nl.po"
ALIKE = {
    "Id",
    "Item",
    "Score",
    "Website",
    "sport",
    "half",
    "euro",
    "id",
    "n",
    "#",
    "partners",
    "Partner",
    "Partners",
    "Sector",
    "Cluster",
    "Status",
    "Portfolio",
}
ROOM = 20  # letters of a label above a figure, at 1280 wide
PLACE = re.compile(r"\{(\w+)\}")


@cache
def found() -> tuple[Message, ...]:
    return messages()


@cache
def translations() -> dict[tuple[str | None, str], tuple[str, ...]]:
    """Topic and message to the forms of its translation."""
    entries = [entry for entry in read_po(io.BytesIO(PO.read_bytes()), locale="nl") if entry.id]
    firsts = [entry.id if isinstance(entry.id, str) else entry.id[0] for entry in entries]
    forms_ = [(entry.string,) if isinstance(entry.string, str) else tuple(entry.string) for entry in entries]
    return dict(zip(zip((entry.context for entry in entries), firsts, strict=True), forms_, strict=True))


def dutch(message: Message) -> tuple[str, ...]:
    return translations().get((message.topic, message.one), ())


def forms(message: Message) -> tuple[str, ...]:
    return (message.one, message.many) if message.many else (message.one,)


def pairs(*, months: bool = True) -> list[tuple[str, str]]:
    """Each form of each message beside its translation; months have a capital in English alone."""
    told = (message for message in found() if months or message.topic != "short month")
    return [pair for message in told for pair in zip(forms(message), dutch(message), strict=True) if all(pair)]


def places(said: str) -> set[str]:
    return set(PLACE.findall(said))


def test_there_are_messages():
    assert len(found()) > 500


def test_every_message_has_a_translation():
    assert [message for message in found() if not all(dutch(message)) or len(dutch(message)) != len(forms(message))] == []


def test_a_translation_has_the_values_of_its_message():
    assert [pair for pair in pairs() if places(pair[0]) != places(pair[1])] == []


def test_no_translation_is_left_that_the_source_does_not_use():
    assert set(translations()) == {(message.topic, message.one) for message in found()}


def test_the_catalogue_is_as_the_extraction_writes_it():
    assert updated("nl", PO) == PO.read_text(encoding="utf-8")


def test_a_translation_opens_with_a_capital_where_the_message_does():
    letters = [(one, other) for one, other in pairs(months=False) if one[0].isalpha() and other[0].isalpha()]
    assert [pair for pair in letters if pair[0][0].isupper() != pair[1][0].isupper()] == []


def test_a_translation_ends_as_the_message_does():
    marks = ".?:…"
    assert [pair for pair in pairs() if (pair[0][-1] in marks or pair[1][-1] in marks) and pair[0][-1] != pair[1][-1]] == []


def test_no_message_was_copied_instead_of_translated():
    def words(said: str) -> str:
        return PLACE.sub("", said).strip(" ·:;,.()'→=–")

    copied = {words(message.one) for message in found() if dutch(message)[0] == message.one}
    assert copied <= ALIKE | {"", "n", "in", "cluster", "contact", "partner", "sector"}


def test_one_message_is_counted_everywhere_or_nowhere():
    ways: dict[tuple[str | None, str], set[str | None]] = {}
    for message in (message for file in sources() for message in written_in(file, ROOT)):
        ways.setdefault((message.topic, message.one), set()).add(message.many)
    assert len(ways) > 500
    assert {key: many for key, many in ways.items() if len(many) > 1} == {}


def sources() -> list[Path]:
    return [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))]


def test_no_message_is_built_from_parts():
    """What the extractor cannot read, nobody can translate: the words of a message are one literal."""
    nodes = [node for file in sources() for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    calls = [node for node in nodes if isinstance(node.func, ast.Name) and node.func.id in KEYWORDS and node.args]
    assert len(calls) > 500
    inside = [inner for node in nodes for each in ast.walk(node) if isinstance(each, ast.JoinedStr) for inner in ast.walk(each)]
    assert [call.lineno for call in calls if call in inside] == []
    assert [ast.unparse(call) for call in calls if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_label_above_a_figure_is_not_cut_off(language: str):
    say = Speaker(language)
    labels = [say(Text(label)) for label in labels_of_figures()]
    assert len(labels) > 10
    assert [label for label in labels if len(label) > ROOM] == []


def labels_of_figures() -> list[str]:
    source = "\n".join(file.read_text(encoding="utf-8") for file in Path(ROOT / "relinsight" / "insights").rglob("*.py"))
    return re.findall(r"\b(?:Asked|figure)\(\s*(?:\"[\w.]+\",\s*)?text\(\"([^\"]+)\"\)", source)


def test_messages_are_found_wherever_they_are_written(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "relinsight").mkdir()
    (tmp_path / "relinsight" / "some.py").write_text(
        """text("plain")\nsay(text('inside'), counted('{n} one', '{n} ' 'many', n))\nworded("topic", "plain")\ntext("")\n"""
    )
    assert [(message.topic, message.one, message.many) for message in messages(tmp_path)] == [
        (None, "plain", None),
        (None, "inside", None),
        (None, "{n} one", "{n} many"),
        ("topic", "plain", None),
    ]


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "relinsight").mkdir()
    (tmp_path / "relinsight" / "some.py").write_text('text("kept")\ntext("new")\n')
    po = tmp_path / "nl.po"
    po.write_text('msgid ""\nmsgstr ""\n\nmsgid "kept"\nmsgstr "gebleven"\n\nmsgid "gone"\nmsgstr "weg"\n')
    new = updated("nl", po, tmp_path)
    assert 'msgid "kept"\nmsgstr "gebleven"' in new
    assert 'msgid "new"\nmsgstr ""' in new
    assert "gone" not in new


def test_a_message_that_begins_to_count_is_translated_anew(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "relinsight").mkdir()
    (tmp_path / "relinsight" / "some.py").write_text('counted("{n} row", "{n} rows", n)\n')
    po = tmp_path / "nl.po"
    po.write_text('msgid ""\nmsgstr ""\n\nmsgid "{n} row"\nmsgstr "{n} regel"\n')
    assert 'msgid_plural "{n} rows"\nmsgstr[0] ""' in updated("nl", po, tmp_path)


def test_new_messages_come_last(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "relinsight").mkdir()
    (tmp_path / "relinsight" / "some.py").write_text('text("b")\ntext("a")\ntext("new")\n')
    po = tmp_path / "nl.po"
    po.write_text('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n')
    assert re.findall(r'^msgid "(.+)"$', updated("nl", po, tmp_path), re.MULTILINE) == ["a", "b", "new"]
