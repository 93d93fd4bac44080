"""Find the messages of the program in its source, and bring the catalogues up to date with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDERS = ("relinsight", "pages")
KEYWORDS = {"text": None, "counted": (1, 2), "worded": ((1, "c"), 2)}


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
            for message in written_in(file, root):
                found.setdefault((message.topic, message.one), message)
    return tuple(found.values())


def written_in(file: Path, root: Path) -> Iterator[Message]:
    """The messages of one file, as often as they stand there."""
    for line, words, _, topic in extract_from_file("python", file, keywords=KEYWORDS):
        one, many = (words, None) if isinstance(words, str) else (words[0], words[1])
        if one:
            yield Message(topic, one, many, f"{file.relative_to(root)}:{line}")


def updated(language: str, file: Path, root: Path = ROOT) -> str:
    """The catalogue with every message of today: known ones as they stand, new ones at the end, and none that is no longer used."""
    old = read_po(io.BytesIO(file.read_bytes()), locale=language) if file.exists() else Catalog(locale=language)
    new = Catalog(locale=language, project="relinsight", fuzzy=False)
    places = {(_topic(entry.context), _first(entry.id)): place for place, entry in enumerate(old)}
    for message in sorted(messages(root), key=lambda each: places.get((each.topic, each.one), len(places))):
        identity = (message.one, message.many) if message.many else message.one
        known = old.get(identity, message.topic)
        fits = known is not None and isinstance(known.string, tuple) == bool(message.many)
        new.add(identity, known.string if known and fits else "", context=message.topic)
    return written(new)


def _first(identity: object) -> str:
    return str(identity[0]) if isinstance(identity, tuple | list) else str(identity)


def _topic(context: object) -> str | None:
    return None if context is None else _first(context)


def written(catalogue: Catalog) -> str:
    """A catalogue as its file has it."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, omit_header=True, no_location=True)
    return _head(catalogue) + file.getvalue().decode()


def _head(catalogue: Catalog) -> str:
    """What a reader of the file must know: its letters, and the rule of its language for one and many."""
    lines = ("Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {catalogue.plural_forms}")
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def main() -> None:
    """Bring every catalogue beside this file up to date."""
    for file in sorted(Path(__file__).parent.glob("*.po")):
        file.write_text(updated(file.stem, file), encoding="utf-8")


if __name__ == "__main__":
    main()
