"""The lines of calendars and address cards: what one of them says may go on over several lines of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from relinsight.sources.encodings import MARKS, opened, storable, without_mark
from relinsight.sources.refusal import ImportRefused
from relinsight.words.name import Name
from relinsight.words.text import text

MOST_BYTES = 50_000_000
START = 4096
NAMED = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)[^A-Za-z0-9-]")
END_OF_CARD = b"END:VCARD"  # no line goes on into it, whatever stands at its end
CHARSET = re.compile(rb"^[^:]*;CHARSET=\"?([A-Za-z0-9_-]+)", re.IGNORECASE)
PRINTABLE = re.compile(rb"^[^:]*[;=]QUOTED-PRINTABLE[;:]", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """What one property says: the number of its first line in the file, and its pieces as they stand on the lines."""

    number: int
    pieces: Sequence[bytes | bytearray]

    def whole(self, between: str = "") -> str:
        """The whole of it, in its own letters, else UTF-8, else those of Windows."""
        joined = between.encode().join(self.pieces)
        return storable(_decoded(joined))


def check_size(path: Path) -> None:
    """Refuse a file that is longer than any calendar or address book."""
    with opened(path) as file:
        if len(file.read(MOST_BYTES + 1)) > MOST_BYTES:
            raise ImportRefused(
                text(
                    "{file} is longer than {n} million bytes, the most of a calendar or address book; export a part of it.",
                    file=Name(path.name),
                    n=MOST_BYTES // 1_000_000,
                )
            )


def lines_of(path: Path, letters: str | None = None) -> Iterator[Line]:
    """The lines of a file, those that go on put together."""
    with opened(path) as file:
        content = file.read(MOST_BYTES)
    first, pieces, is_printable = 1, list[bytearray](), False
    for number, raw in enumerate(in_utf8(content, letters).replace(b"\x00", b"").splitlines(), 1):
        is_open = is_printable and pieces[-1].endswith(b"=")
        if is_open:
            del pieces[-1][-1:]
        if is_open and raw.strip().upper() != END_OF_CARD:
            pieces[-1].extend(raw)
        elif pieces and raw[:1] in {b" ", b"\t"}:
            pieces.append(bytearray(raw[1:]))
        else:
            if pieces:
                yield Line(first, pieces)
            first, pieces, is_printable = number, [bytearray(raw)], PRINTABLE.match(raw) is not None
    if pieces:
        yield Line(first, pieces)


def in_utf8(content: bytes, letters: str | None = None) -> bytes:
    """The bytes as they would stand in UTF-8; where nothing says how they are written, as they are."""
    mark, marked = next(((mark, name) for mark, name in MARKS if content.startswith(mark)), (b"", None))
    if letters is None and marked == "utf-8-sig":
        return content.removeprefix(mark)
    name = letters or marked or without_mark(content[:START])
    return content if name is None else content.decode(name, "replace").encode("utf-8", "replace")


def name_of(line: str) -> str:
    """The name of the property that a line gives, in capitals and without the group before it; empty where it is none."""
    found = NAMED.match(line)
    return found.group(1).upper() if found else ""


def value_of(line: str) -> str:
    """What stands behind the name and the parameters of a simple property."""
    return line.partition(":")[2].strip()


def _decoded(whole: bytes) -> str:
    try:
        return whole.decode()
    except UnicodeDecodeError:
        return _in_its_own_letters(whole)


def _in_its_own_letters(whole: bytes) -> str:
    said = CHARSET.match(whole)
    try:
        return whole.decode(said.group(1).decode() if said else "windows-1252", "replace")
    except LookupError:
        return whole.decode("windows-1252", "replace")
