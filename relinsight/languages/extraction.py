"""Find the messages of the program in its source, and bring a catalogue up to date with them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
KEYWORDS = {"text": None, "counted": (1, 2), "worded": ((1, "c"), 2)}
FOLDERS = ("relinsight", "pages")


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
        for file, line, identity, _, topic in extract_from_dir(root / folder, keywords=KEYWORDS):
            one, many = identity if isinstance(identity, tuple) else (identity, None)
            if one:
                found.setdefault((topic, one), Message(topic, one, many, f"{folder}/{file}:{line}"))
    return tuple(found.values())


def updated(language: str, file: Path, root: Path = ROOT) -> str:
    """The catalogue with every message of today: known translations kept, those no longer used left out."""
    old = read_po(io.BytesIO(file.read_bytes()), locale=language) if file.exists() else Catalog(locale=language)
    new = Catalog(locale=language, project="relinsight", fuzzy=False)
    for message in sorted(messages(root), key=lambda found: found.place):
        identity = (message.one, message.many) if message.many else message.one
        known = old.get(identity, message.topic)
        new.add(identity, known.string if known else "", context=message.topic)
    return _written(new)


def _written(catalogue: Catalog) -> str:
    file = io.BytesIO()
    write_po(file, catalogue, width=120, omit_header=True, no_location=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    return head + file.getvalue().decode()


def main() -> None:
    """Bring every catalogue beside this file up to date."""
    for file in sorted(Path(__file__).parent.glob("*.po")):
        file.write_text(updated(file.stem, file), encoding="utf-8")


if __name__ == "__main__":
    main()
