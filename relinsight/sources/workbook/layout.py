"""How a sheet is laid out: which cells are merged over several rows, and which columns are hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relinsight.sources.workbook.package import Tab
from relinsight.sources.workbook.parts import parts_of

CHUNK = 1 << 20
LONGEST_TAG = 1 << 10
TAG = re.compile(rb"<(?:\w+:)?(?:mergeCell|col)\s[^<>]*>")
RANGE = re.compile(rb'ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
PLACES = re.compile(rb'\b(min|max)="([0-9]{1,6})"')


@dataclass(frozen=True)
class Merged:
    """Cells that are one to the eye: the first column, counted from 0, and the rows; the value stands in the first row."""

    column: int
    first: int
    last: int


@dataclass(frozen=True)
class Layout:
    """What a sheet merges over rows, and the first and last column of each hidden stretch, counted from 0."""

    merged: tuple[Merged, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()

    def hides(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden)


def layout(path: Path, tab: Tab) -> Layout:
    """The layout of a sheet of an .xlsx, told by its tags without reading its cells."""
    tags = list(_tags(path, tab))
    merged = (Merged(column_number(found[1].decode()), int(found[2]), int(found[4])) for tag in tags if (found := RANGE.search(tag)))
    hidden = (dict(PLACES.findall(tag)) for tag in tags if HIDDEN.search(tag))
    return Layout(
        tuple(each for each in merged if each.first < each.last),
        tuple((int(at[b"min"]) - 1, int(at[b"max"]) - 1) for at in hidden if {b"min", b"max"} <= at.keys()),
    )


@cache
def column_number(letters: str) -> int:
    """The number of a column, counted from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _tags(path: Path, tab: Tab) -> Iterator[bytes]:
    """The tags of merged cells and of columns, over the borders of what is read at once."""
    rest = b""
    with parts_of(path) as parts, parts.open(tab.part) as stream:
        while chunk := stream.read(CHUNK):
            text = rest + chunk
            found = list(TAG.finditer(text))
            yield from (each.group() for each in found)
            rest = text[max(found[-1].end() if found else 0, len(text) - LONGEST_TAG) :]
