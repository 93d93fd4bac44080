"""Find the messages of the program in its source, and bring a catalogue up to date with them."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDERS = ("relinsight", "pages")
MAKERS = {"text": ("one",), "counted": ("one", "many"), "worded": ("topic", "one")}
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


@dataclass(frozen=True)
class Message:
    """One message as the source has it."""

    topic: str | None
    one: str
    many: str | None
    place: str


def messages(root: Path = ROOT) -> tuple[Message, ...]:
    """Every message that is written in the source, in the order of the files."""
    found: dict[tuple[str | None, str], Message] = {}
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.py")):
            for message in _written_in(file, root):
                found.setdefault((message.topic, message.one), message)
    return tuple(found.values())


def _written_in(file: Path, root: Path) -> Iterator[Message]:
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        words = _words(call)
        if words.get("one"):
            place = f"{file.relative_to(root)}:{call.lineno}"
            yield Message(words.get("topic"), words["one"], words.get("many"), place)


def _words(call: ast.Call) -> dict[str, str]:
    """The literal words of a call that makes a message; none of any other call."""
    names = MAKERS.get(call.func.id, ()) if isinstance(call.func, ast.Name) else ()
    return {
        name: word.value
        for name, word in zip(names, call.args, strict=False)
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }


def updated(language: str, file: Path, root: Path = ROOT) -> str:
    """The catalogue with every message of today: known translations kept, those no longer used left out."""
    old = read_po(io.BytesIO(file.read_bytes()), locale=language) if file.exists() else Catalog(locale=language)
    new = Catalog(locale=language, project="relinsight", fuzzy=False)
    for message in messages(root):
        identity = (message.one, message.many) if message.many else message.one
        known = old.get(identity, message.topic)
        fits = known is not None and isinstance(known.string, tuple) == bool(message.many)
        new.add(identity, known.string if known and fits else "", context=message.topic)
    return written(new)


def written(catalogue: Catalog) -> str:
    """A catalogue as its file has it."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, omit_header=True, no_location=True)
    return HEAD + file.getvalue().decode()


def main() -> None:
    """Bring every catalogue beside this file up to date."""
    for file in sorted(Path(__file__).parent.glob("*.po")):
        file.write_text(updated(file.stem, file), encoding="utf-8")


if __name__ == "__main__":
    main()
