"""The cells of a sheet, row by row, as a person sees them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from xml.etree import ElementTree as ET

from relinsight.sources.figures import unmistakable
from relinsight.sources.workbook.package import Package, Tab, bare, text_of
from relinsight.sources.workbook.shown import shown

LETTERS = re.compile(r"[A-Z]+")
MOST_COLUMNS = 16_384


@dataclass(frozen=True)
class GridRow:
    """The texts of a row by column, its number in the sheet, and whether it is hidden."""

    number: int
    cells: dict[int, str]
    hidden: bool


def rows(package: Package, tab: Tab) -> Iterator[GridRow]:
    """The rows of a sheet that hold a text."""
    with zipfile.ZipFile(package.path) as file, file.open(tab.part) as stream:
        yield from _rows(package, stream)


def _rows(package: Package, stream: IO[bytes]) -> Iterator[GridRow]:
    number = 0
    for _, element in ET.iterparse(stream):
        if bare(element.tag) != "row":
            continue
        number = int(element.get("r") or number + 1)
        cells = dict(_cells(package, element))
        if cells:
            yield GridRow(number, cells, element.get("hidden") in {"1", "true"})
        element.clear()


def _cells(package: Package, row: ET.Element) -> Iterator[tuple[int, str]]:
    at = -1
    for cell in row:
        at = _column(cell.get("r"), at + 1)
        said = _said(package, cell)
        if said.strip() and at < MOST_COLUMNS:
            yield at, said


def _column(reference: str | None, following: int) -> int:
    found = LETTERS.match(reference or "")
    if not found:
        return following
    number = 0
    for letter in found.group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _said(package: Package, cell: ET.Element) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text_of(each) for each in cell if bare(each.tag) == "is")
    value = next((each.text or "" for each in cell if bare(each.tag) == "v"), "")
    if not value:
        return ""
    match kind:
        case "s":
            return package.texts[int(value)]
        case "b":
            return "true" if value == "1" else "false"
        case "n":
            return unmistakable(shown(value, _format(package, cell), package.first_day))
        case _:
            return value


def _format(package: Package, cell: ET.Element) -> str:
    style = int(cell.get("s", "0"))
    return package.formats[style] if 0 <= style < len(package.formats) else "General"
