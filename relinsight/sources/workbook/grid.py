"""The cells of a sheet, row by row, as a person sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from relinsight.sources.refusal import LONGEST_CELL, TIMES_PACKED, ImportRefused, too_long
from relinsight.sources.workbook.bounds import too_large
from relinsight.sources.workbook.cell_texts import YES_OR_NO, CellTexts, number_shown
from relinsight.sources.workbook.layout import column_number
from relinsight.sources.workbook.package import Package, Tab, local_name, text_of
from relinsight.sources.workbook.parts import parts_of
from relinsight.sources.workbook.plain_rows import Around, OtherRow, is_plain, pieces

LETTERS = re.compile(r"[A-Z]+")
MOST_COLUMNS = 16_384
MOST_ROWS = 1 << 31
MOST_OF_A_ROW, MOST_OF_A_SHEET = 64_000_000, 100_000_000  # a text that is shared is short on disk, however often it stands
CHUNK = 1 << 18
NO_VALUE = "\x00"  # what no cell can say
EMPTY_CELL = re.compile(rb'<c r="[A-Z]+[0-9]+"(?: [a-z]+="[^"<>]*")*/>')


@dataclass(frozen=True)
class GridRow:
    """The texts of a row by column, its number, whether it is hidden, its formulas without a value and its numbers without a format."""

    number: int
    cells: dict[int, str]
    hidden: bool
    unvalued: int = 0
    unformatted: int = 0

    @cached_property
    def letters(self) -> int:
        """How long its texts are together."""
        return sum(map(len, self.cells.values()))


def rows(package: Package, tab: Tab) -> Iterator[GridRow]:
    """The rows of a sheet, empty ones too."""
    with parts_of(package.path) as parts, parts.open(tab.part) as stream:
        yield from _within_bounds(_rows(package, Filled(stream, package.path)), package.path)


def _within_bounds(found: Iterable[GridRow], path: Path) -> Iterator[GridRow]:
    total, most = 0, max(MOST_OF_A_SHEET, TIMES_PACKED * path.stat().st_size)
    for row in found:
        letters = row.letters
        total += letters
        if letters > MOST_OF_A_ROW or total > most:
            raise too_large(path)
        yield row


def filled(found: Iterable[GridRow]) -> Iterator[GridRow]:
    """The rows that hold a text."""
    return (row for row in found if row.cells)


class Filled:
    """The bytes of a sheet without the cells that have a place and a colour but no value: a sheet may have millions."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._stream, self._rest, self._path = stream, b"", path
        self.start = self._next()
        self._is_new = True

    def read(self, _size: int = -1) -> bytes:
        """The next bytes, up to a whole tag; nothing at the end."""
        if self._is_new:
            self._is_new = False
            return self.start
        return self._next()

    def _next(self) -> bytes:
        while chunk := self._stream.read(CHUNK):
            kept = EMPTY_CELL.sub(b"", self._rest + chunk)
            cut = kept.rfind(b"<")
            kept, self._rest = (kept[:cut], kept[cut:]) if cut >= 0 else (kept, b"")
            if kept:
                return kept
            if len(self._rest) > LONGEST_CELL:
                raise ImportRefused(too_long(self._path))
        last, self._rest = self._rest, b""
        return last


def _rows(package: Package, stream: Filled) -> Iterator[GridRow]:
    return _by_pattern(package, stream) if is_plain(stream.start) else _by_parser(package, stream)


def _by_parser(package: Package, stream: Filled) -> Iterator[GridRow]:
    """The rows as a parser of XML finds them."""
    number = 0
    for _, element in ET.iterparse(stream):
        if local_name(element.tag) == "row":
            row = _row(package, element, number + 1)
            number = row.number
            yield row
            element.clear()


def _by_pattern(package: Package, stream: Filled) -> Iterator[GridRow]:
    """The rows by their pattern; a parser looks at what is written in another way, and at what stands around the rows."""
    around, texts, number, root = ET.XMLPullParser(()), CellTexts(package), 0, ""
    for piece in pieces(stream):
        if isinstance(piece, Around):
            around.feed(piece.written)
            root = root or piece.root
            continue
        if isinstance(piece, OtherRow):
            row = _row(package, ET.fromstring(f"{root}{piece.written}</worksheet>")[0], number + 1)
        else:
            row = GridRow(_number(piece.number, number + 1), texts.of(piece.cells), piece.hidden)
        number = row.number
        yield row
    around.close()


def _row(package: Package, element: ET.Element, following: int) -> GridRow:
    cells = dict(_cells(package, element))
    unvalued = [at for at, said in cells.items() if said == NO_VALUE] if NO_VALUE in cells.values() else []
    kept = {at: said for at, said in cells.items() if said != NO_VALUE} if unvalued else cells
    return GridRow(_number(element.get("r"), following), kept, element.get("hidden") in {"1", "true"}, len(unvalued))


def _number(written: str | None, following: int) -> int:
    """The number that a row bears, or the one that follows where it would come back or lead beyond all sheets: each row has its own."""
    number = int(written or following)
    return number if following <= number < MOST_ROWS else following


def _cells(package: Package, row: ET.Element) -> Iterator[tuple[int, str]]:
    at = -1
    for cell in row:
        at = _column(cell.get("r"), at + 1)
        said = _said(package, cell)
        if said.strip() and at < MOST_COLUMNS:
            yield at, said


def _column(reference: str | None, following: int) -> int:
    found = LETTERS.match(reference or "")
    return column_number(found.group()) if found else following


def _said(package: Package, cell: ET.Element) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _inline(cell)
    value = next((each.text or "" for each in cell if local_name(each.tag) == "v"), "")
    if not value:
        return NO_VALUE if kind != "str" and any(local_name(each.tag) == "f" for each in cell) else ""
    match kind:
        case "s":
            return package.text(int(value))
        case "b":
            return YES_OR_NO.get(value, value)
        case "n":
            return number_shown(package, value, int(cell.get("s", "0")))
        case _:
            return value


def _inline(cell: ET.Element) -> str:
    """The text within a cell; some programs write it where a number stands."""
    return "".join(
        each.text or "" if local_name(each.tag) == "v" else text_of(each) for each in cell if local_name(each.tag) in {"is", "v"}
    )
