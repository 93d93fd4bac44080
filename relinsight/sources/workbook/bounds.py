"""Workbooks that unpack into more than memory should hold are refused before they are opened."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from relinsight.sources.refusal import LARGE, TIMES_PACKED, ImportRefused
from relinsight.words.name import Name
from relinsight.words.text import text

MOST_CELLS = 20_000_000
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def check_size(path: Path) -> None:
    """Refuse a workbook of which a part is packed more tightly than a table can be, or that repeats cells without end."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as file:
        if any(part.file_size > max(LARGE, TIMES_PACKED * part.compress_size) for part in file.infolist()):
            raise too_large(path)
        if "content.xml" in file.namelist() and _cells(file) > MOST_CELLS:
            raise too_large(path)


def _cells(file: zipfile.ZipFile) -> int:
    """How many cells a spreadsheet of LibreOffice spans up to its last filled one, in its largest table."""
    with file.open("content.xml") as stream:
        return max(_spans(stream), default=0)


def _spans(stream: object) -> Iterator[int]:
    rows = last = width = 0
    for _, element in ET.iterparse(stream):  # pyright: ignore[reportArgumentType]
        if element.tag == f"{TABLE}table-row":
            rows += int(element.get(f"{TABLE}number-rows-repeated", "1"))
            wide = _width(element)
            last, width = (rows, max(width, wide)) if wide else (last, width)
            yield last * width
            element.clear()
        elif element.tag == f"{TABLE}table":
            rows = last = width = 0


def _width(row: ET.Element) -> int:
    """The place of the last cell of a row that holds something."""
    at = last = 0
    for cell in row:
        at += int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        last = at if len(cell) else last
    return last


def too_large(path: Path) -> ImportRefused:
    """Why a workbook is not read that is small on disk and endless once it is read."""
    return ImportRefused(
        text("{file} unpacks into far more than a table holds; save its rows anew and import it then.", file=Name(path.name))
    )
