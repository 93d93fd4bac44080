"""A binary workbook (.xlsb) put together by hand."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence

from tests.damaged.written.xlsx import RELATIONS, TYPES, R

BEGIN_BOOK, END_BOOK, BEGIN_SHEETS, END_SHEETS, SHEET_OF_BOOK = 0x0083, 0x0084, 0x008F, 0x0090, 0x009C
BEGIN_SHEET, END_SHEET, SIZE, BEGIN_DATA, END_DATA, ROW, TEXT, REAL = 0x0081, 0x0082, 0x0094, 0x0091, 0x0092, 0, 6, 5


def workbook(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A table as a binary workbook of texts."""
    return book([list(header), *map(list, rows)])


def book(rows: Sequence[Sequence[str | float]], name: str = "Blad1") -> bytes:
    """Rows of texts and numbers as a binary workbook."""
    return workbook_of(_sheet(rows), name)


def workbook_of(sheet: bytes, name: str = "Blad1") -> bytes:
    """A binary workbook with one sheet."""
    relations = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    sheets = record(SHEET_OF_BOOK, struct.pack("<II", 0, 1) + _text("rId1") + _text(name))
    listed = record(BEGIN_SHEETS) + sheets + record(END_SHEETS)
    parts = {
        "[Content_Types].xml": TYPES.encode(),
        "xl/workbook.bin": record(BEGIN_BOOK) + listed + record(END_BOOK),
        "xl/_rels/workbook.bin.rels": relations.encode(),
        "xl/worksheets/sheet1.bin": sheet,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for part, content in parts.items():
            file.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), content)
    return target.getvalue()


def _sheet(rows: Sequence[Sequence[str | float]]) -> bytes:
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    body = b"".join(row(number, cells) for number, cells in enumerate(rows))
    return b"".join([record(BEGIN_SHEET), record(SIZE, size), record(BEGIN_DATA), body, record(END_DATA), record(END_SHEET)])


def row(number: int, cells: Sequence[str | float]) -> bytes:
    """A row of cells, counted from 0."""
    head = record(ROW, struct.pack("<IIHBBI", number, 0, 300, 0, 0, 0) + b"\x00")
    return head + b"".join(cell(at, said) for at, said in enumerate(cells) if said != "")


def cell(at: int, said: str | float) -> bytes:
    """A cell with a text or a number in it."""
    place = struct.pack("<II", at, 0)
    return record(TEXT, place + _text(said)) if isinstance(said, str) else record(REAL, place + struct.pack("<d", said))


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def record(kind: int, content: bytes = b"") -> bytes:
    """A record: its kind and length in groups of seven bits, then what it holds."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(content)
    groups = bytearray()
    while True:
        groups.append(length & 0x7F | (0x80 if length > 0x7F else 0))
        length >>= 7
        if not length:
            return head + bytes(groups) + content
