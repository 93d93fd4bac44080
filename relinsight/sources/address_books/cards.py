"""The cards of an address book, before anybody knows what they say: the lines of each that are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relinsight.sources.content_lines import Line, name_of, value_of
from relinsight.sources.foreign.limits import CutShortError

WANTED = frozenset({"VERSION", "FN", "N", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND"})
CARD = "VCARD"
PRINTABLE = re.compile(r"(?<=[;=])quoted-printable(?=[;:])", re.IGNORECASE)  # the parser knows it in capitals alone
OLDEST = "2.1"  # in this version the blank that a line goes on with belongs to what it says


@dataclass(frozen=True)
class Card:
    """One card: the line on which it begins, and the lines that are needed of it; one that does not end is not whole."""

    number: int
    lines: tuple[Line, ...]
    is_whole: bool = True

    @property
    def text(self) -> str:
        """The card as a parser takes it."""
        plain = [line.whole() for line in self.lines]
        is_oldest = any(name_of(line) == "VERSION" and value_of(line) == OLDEST for line in plain)
        said = [line.whole(" ") for line in self.lines] if is_oldest else plain
        return "\r\n".join(("BEGIN:VCARD", *(PRINTABLE.sub("QUOTED-PRINTABLE", each, count=1) for each in said), "END:VCARD", ""))


def cards(lines: Iterable[Line]) -> Iterator[Card]:
    """Each card where it ends, or where the next begins."""
    begun, said = 0, list[Line]()
    for line in lines:
        plain = line.whole()
        name = name_of(plain)
        turns = name in {"BEGIN", "END"} and value_of(plain).upper() == CARD
        if turns and begun:
            yield Card(begun, tuple(said), is_whole=name == "END")
        if turns:
            begun, said = (line.number, []) if name == "BEGIN" else (0, [])
        elif name in WANTED:
            said.append(line)
    if begun:
        raise CutShortError
