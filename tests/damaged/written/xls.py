"""A workbook of Excel 97 (.xls) put together by hand: BIFF records within a compound file."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
LEAST_STREAM = 4096


def workbook(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A table as an old workbook of texts."""
    return book([list(header), *map(list, rows)])


def book(rows: Sequence[Sequence[str | float]], name: str = "Blad1") -> bytes:
    """Rows of texts and numbers as an old workbook."""
    return compound("Workbook", _stream(rows, name))


def _stream(rows: Sequence[Sequence[str | float]], name: str) -> bytes:
    start, end = _begin(5), _record(0x0A)
    named = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    at = len(start) + 4 + 6 + len(named) + len(end)
    listed = _record(0x85, struct.pack("<IBB", at, 0, 0) + named)
    cells = b"".join(_cell(y, x, cell) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell != "")
    return start + listed + end + _begin(0x10) + cells + end


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1996, 0, 6))


def _cell(y: int, x: int, cell: str | float) -> bytes:
    place = struct.pack("<HHH", y, x, 0)
    if isinstance(cell, str):
        return _record(0x204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
    return _record(0x203, place + struct.pack("<d", cell))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(name: str, stream: bytes) -> bytes:
    """A compound file that holds one stream."""
    stream = stream.ljust(max(LEAST_STREAM, -(-len(stream) // SECTOR) * SECTOR), b"\x00")
    sectors, room = len(stream) // SECTOR, SECTOR // 4
    tables = -(-(sectors + 1) // (room - 1))
    first = tables + 1
    chain = [*range(first + 1, first + sectors), END]
    table = [*[TABLE] * tables, END, *chain]
    numbers = struct.pack(f"<{tables * room}I", *table, *[FREE] * (tables * room - len(table)))
    folder = entry("Root Entry", 5, END, 0, 1) + entry(name, 2, first, len(stream), FREE) + entry("", 0, 0, 0, FREE) * 2
    return head(tables) + numbers + folder + stream


def head(tables: int = 1) -> bytes:
    """The head of a compound file whose first sectors are its tables, with the folder behind them."""
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    places = struct.pack("<IIIIIIIII", 0, tables, tables, 0, LEAST_STREAM, END, 0, END, 0)
    return start + places + struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))


def entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    """An entry of the folder."""
    written = (name + "\x00").encode("utf-16-le") if name else b""
    opening = written.ljust(64, b"\x00") + struct.pack("<HBBIII", len(written), kind, 1, FREE, FREE, child)
    return opening + bytes(36) + struct.pack("<IQ", start, size)
