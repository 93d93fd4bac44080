"""The sheets of an Excel workbook as tables of texts."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from relinsight.sources.arrow import Batch
from relinsight.sources.heading import heading
from relinsight.sources.refusal import BROKEN, ImportRefused, archive, empty
from relinsight.sources.sheet import BATCH, Sheet, batch
from relinsight.sources.workbook.bounds import check_size
from relinsight.sources.workbook.compound import MAGIC
from relinsight.sources.workbook.grid import GridRow, filled, rows
from relinsight.sources.workbook.layout import Layout, layout
from relinsight.sources.workbook.older import OlderBook, is_older
from relinsight.sources.workbook.package import Tab, opened
from relinsight.sources.workbook.parts import opens_in_office, parts_of
from relinsight.sources.workbook.remarks import laid_out, remarks
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

LOOKED_AT = 30
MOST_AT_ONCE = 8_000_000  # letters
LOOKED_THROUGH = 10_000
LOCKED = ("EncryptedPackage", "EncryptionInfo")
OLD_LOCK = re.compile(rb"\x09\x08\x10\x00.{16}\x2f\x00", re.DOTALL)
MANIFEST = "META-INF/manifest.xml"
LOOKED_FOR_LOCK = 1 << 16
GridRows = Callable[[], Iterator[GridRow]]


class _Read(NamedTuple):
    """How the rows of a sheet are read, and how it is laid out."""

    rows: GridRows
    layout: Callable[[], Layout]


def read_workbook(path: Path, sheet: str | int | None = None, header_row: int | None = None) -> tuple[Sheet, ...]:
    """The visible sheets that hold rows, or the one that is asked for by name or number."""
    try:
        check_size(path)
        tabs = _tabs(path, sheet)
        chosen = _chosen(path, [tab for tab, _ in tabs], sheet)
        found = [(tab, _sheet(path, tab, read, header_row)) for tab, read in tabs if tab in chosen]
    except BROKEN as error:
        raise ImportRefused(_why_not(path)) from error
    filled = [each for _, each in found if each is not None]
    if not filled:
        raise ImportRefused(empty(path))
    return (_saying(filled[0], _hidden(path, [tab for tab, _ in tabs])), *filled[1:])


def _why_not(path: Path) -> Text:
    with path.open("rb") as file:
        start = file.read(LOOKED_FOR_LOCK)
    if _is_locked(path, start):
        return text("{file} is locked with a password; take the password off in Excel and import it then.", file=Name(path.name))
    if zipfile.is_zipfile(path) and not opens_in_office(path):
        return archive(path)
    return text("{file} is not a whole Excel workbook; save it again in Excel and import it then.", file=Name(path.name))


def _is_locked(path: Path, start: bytes) -> bool:
    """Whether a password stands between a workbook and its reader: of Excel, of old Excel, or of LibreOffice."""
    if start.startswith(MAGIC):
        return any(word.encode("utf-16-le") in start for word in LOCKED) or OLD_LOCK.search(start) is not None
    try:
        with parts_of(path) as parts:
            return MANIFEST in parts and b"encryption-data" in parts.read(MANIFEST)
    except BROKEN:
        return False


def _tabs(path: Path, sheet: str | int | None) -> list[tuple[Tab, _Read]]:
    if is_older(path):
        book = OlderBook(path, sheet)
        return [(tab, _Read(partial(book.rows, tab), partial(book.layout, tab))) for tab in book.tabs]
    package = opened(path)
    return [(tab, _Read(partial(rows, package, tab), partial(layout, path, tab))) for tab in package.tabs]


def _chosen(path: Path, tabs: list[Tab], wanted: str | int | None) -> list[Tab]:
    if wanted is None:
        return [tab for tab in tabs if not tab.hidden]
    found = tabs[wanted - 1 : wanted] if isinstance(wanted, int) else [tab for tab in tabs if tab.name == wanted]
    if not found:
        names = Names(tuple(Name(tab.name) for tab in tabs))
        raise ImportRefused(
            text(
                "{file} has no sheet {sheet}; its sheets are {names}.",
                file=Name(path.name),
                sheet=Name(str(wanted)),
                names=names,
            )
        )
    return found


def _sheet(path: Path, tab: Tab, read: _Read, header_row: int | None) -> Sheet | None:
    first = list(islice(filled(islice(read.rows(), LOOKED_THROUGH + (header_row or 0))), LOOKED_AT + (header_row or 0)))
    header = _header(first, header_row)
    if header is None:
        return None
    columns = sorted(header.cells)
    names = tuple(header.cells[at].strip() for at in columns)
    return Sheet(
        path=path,
        name=tab.name,
        header=names,
        batches=lambda: _batches(read.rows, header.number, columns),
        first_row=header.number + 1,
        choices=(_choice(path, tab, header.number),),
        warnings=lambda: (
            *remarks(path, tab, (row for row in read.rows() if row.number > header.number), columns),
            *laid_out(path, tab, read.layout(), header),
        ),
    )


def _header(first: list[GridRow], header_row: int | None) -> GridRow | None:
    """The row that is asked for, else the one that names columns of ours, else the first that is as wide as most of those around it."""
    if header_row is not None:
        return next((row for row in first if row.number == header_row), None)
    if not first:
        return None
    width = max(Counter(len(row.cells) for row in first).items(), key=lambda pair: (pair[1], pair[0]))[0]
    by_shape = next((at for at, row in enumerate(first) if len(row.cells) >= max(width, 1)), 0)
    return first[heading([list(row.cells.values()) for row in first], by_shape)]


def _batches(read: GridRows, header: int, columns: list[int]) -> Iterator[Batch]:
    for part in _parts(row for row in filled(read()) if row.number > header):
        yield batch([[row.cells.get(at) for at in columns] for row in part], [row.number for row in part], len(columns))


def _parts(found: Iterator[GridRow]) -> Iterator[list[GridRow]]:
    """The rows in parts that memory holds: of so many rows, or fewer where their texts are long."""
    part, letters = list[GridRow](), 0
    for row in found:
        part.append(row)
        letters += row.letters
        if len(part) == BATCH or letters > MOST_AT_ONCE:
            yield part
            part, letters = [], 0
    if part:
        yield part


def _choice(path: Path, tab: Tab, row: int) -> Text:
    return text("{file}: sheet {sheet} was read, header on row {row}.", file=Name(path.name), sheet=Name(tab.name), row=row)


def _hidden(path: Path, tabs: list[Tab]) -> tuple[Text, ...]:
    hidden = [tab.name for tab in tabs if tab.hidden]
    if not hidden:
        return ()
    names = Names(tuple(Name(name) for name in hidden))
    said = counted(
        "{file}: the hidden sheet {names} was not read.",
        "{file}: the hidden sheets {names} were not read.",
        len(hidden),
        file=Name(path.name),
        names=names,
    )
    return (said,)


def _saying(sheet: Sheet, more: tuple[Text, ...]) -> Sheet:
    return sheet if not more else replace(sheet, warnings=lambda: (*more, *sheet.warnings()))
