"""How a text file parts its cells: the delimiter, and the row that names the columns."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from relinsight.sources.heading import heading

DELIMITERS = ",;\t|"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LOOKED_AT = 200


@dataclass(frozen=True)
class Dialect:
    """What parts the cells, and on which row the header stands, counted from 1."""

    delimiter: str
    header_row: int = 1


def sniffed(sample: str, delimiter: str | None, header_row: int | None, whole: bool) -> Dialect:
    """The delimiter under which most rows have as many cells as the header, and more than one."""
    best = max(delimiter or DELIMITERS, key=lambda mark: _fit(_rows(sample, mark, whole), header_row))
    rows = _rows(sample, best, whole)
    return Dialect(best, header_row or heading(rows, _by_form(rows)) + 1)


def _rows(sample: str, mark: str, whole: bool) -> list[list[str]]:
    csv.field_size_limit(1 << 30)
    rows = list(_parsed(sample, mark))
    return rows if whole or len(rows) == 1 else rows[:-1]


def _parsed(sample: str, mark: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > LOOKED_AT:
                break
    except csv.Error:
        return rows
    return rows


def _fit(rows: Sequence[Sequence[str]], header_row: int | None) -> tuple[float, int]:
    filled = [row for row in rows[(header_row or 1) - 1 :] if any(cell.strip() for cell in row)]
    if not filled:
        return (0, 0)
    width = Counter(len(row) for row in filled).most_common(1)[0][0]
    if width == 1:
        return (0, 1)
    return (sum(len(row) == width for row in filled) / len(filled), width)


def _by_form(rows: Sequence[Sequence[str]]) -> int:
    """The first row that is as wide as most."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return 0
    width = Counter(len(row) for row in filled).most_common(1)[0][0]
    wide = (at for at, row in enumerate(rows) if len(row) == width and any(c.strip() for c in row))
    return next(wide, 0)
