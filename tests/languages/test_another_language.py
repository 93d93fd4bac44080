"""A further language is one file: it is found, offered, and its own rules for one, few and many hold."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.command_line.main import app
from relinsight.languages import catalogue
from relinsight.languages.catalogue import languages, own_name
from relinsight.languages.quantities import written
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Names, Percent, ShortDay, Spelled
from relinsight.words.text import counted, text, worded

POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} dzień"
msgstr[1] "{n} dni-kilka"
msgstr[2] "{n} dni"

msgctxt "count"
msgid "three"
msgstr "trzy"

msgctxt "short month"
msgid "Sept"
msgstr "wrz"

msgid "Whom are we not covering?"
msgstr "Kogo pomijamy?"
"""


@pytest.fixture(autouse=True)
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A third language, that of one file."""
    shutil.copy(str(catalogue.folder().joinpath("nl.po")), tmp_path / "nl.po")
    (tmp_path / "pl.po").write_text(POLISH.lstrip(), encoding="utf-8")
    monkeypatch.setattr(catalogue, "folder", lambda: tmp_path)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for kept in (catalogue.catalogue, catalogue.languages, written):
        kept.cache_clear()


def test_it_is_found_and_calls_itself():
    assert languages() == ("nl", "pl", "en")
    assert [own_name(language) for language in languages()] == ["Nederlands", "Polski", "English"]


@pytest.mark.parametrize(("n", "said"), [(1, "1 dzień"), (2, "2 dni-kilka"), (5, "5 dni"), (12, "12 dni"), (22, "22 dni-kilka")])
def test_its_own_rule_says_what_is_one_few_or_many(n: int, said: str):
    assert Speaker("pl")(counted("{n} day", "{n} days", n)) == said
    assert Speaker("nl")(counted("{n} day", "{n} days", n)) == f"{n} {'dag' if n == 1 else 'dagen'}"


def test_numbers_days_and_lists_are_its_own():
    say = Speaker("pl")
    assert say(Spelled(3)) == "trzy"
    assert say(ShortDay(date(2026, 9, 28))) == "28\N{NO-BREAK SPACE}wrz"
    assert say(date(2026, 9, 28)) == "28 września 2026"
    assert say(12345.5) == "12\N{NO-BREAK SPACE}345,5"
    assert say(Names(("a", "b"))) == "a i b"


def test_what_it_lacks_is_said_in_english():
    say = Speaker("pl")
    assert say(text("no sector")) == "no sector"
    assert say(counted("{n} row", "{n} rows", 2)) == "2 rows"
    assert say(worded("count", "four")) == "four"
    assert say(Percent(0.5)) == "50\N{NO-BREAK SPACE}%"


def test_a_page_speaks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    said = CliRunner().invoke(app, ["page", "coverage", "--language", "pl"])
    assert said.exit_code == 0, said.output
    assert "Kogo pomijamy?" in said.stdout
    refused = CliRunner().invoke(app, ["page", "coverage", "--language", "xx"])
    assert refused.exit_code == 2
    assert refused.stderr == "There is no language xx; the languages are nl, pl and en.\n"
