"""How a text file parts its cells: the delimiter, the quotation mark, and the row that names the columns."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from relinsight.sources.heading import heading, names_known

DELIMITERS = ",;\t|"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LOOKED_AT = 200
SAID = re.compile(r'^"?sep=([^"\r\n])"?\r?\n')
ESCAPED = re.compile(r'\\"[^,;\t|\r\n"]')
DOUBLED = re.compile(r'[^\\,;\t|\r\n"]""[^,;\t|\r\n"]')
SINGLE = re.compile(r"'[^']*'")


@dataclass(frozen=True)
class Dialect:
    """What parts the cells, what stands around them, and on which row the header stands, counted from 1."""

    delimiter: str
    header_row: int = 1
    quote: str = '"'
    escape: str | None = None
    spaced: bool = False

    def rows(self, lines: Iterable[str]) -> Any:
        """A reader of the rows of cells in lines of text."""
        csv.field_size_limit(1 << 30)
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape,
            doublequote=self.escape is None,
            skipinitialspace=self.spaced,
        )

    def closed_up(self, pieces: Iterable[str]) -> Iterator[str]:
        """Pieces of text without the blank between a delimiter and a quotation mark, where the file writes one behind each."""
        if not self.spaced:
            yield from pieces
            return
        held, apart = "", f"{self.delimiter} {self.quote}"
        for piece in pieces:
            joined = (held + piece).replace(apart, self.delimiter + self.quote)
            held = joined[len(joined) - len(apart) + 1 :]
            yield joined[: len(joined) - len(held)]
        yield held


def sniffed(sample: str, delimiter: str | None, header_row: int | None, is_complete: bool) -> Dialect:
    """The delimiter that a file names itself, or under which the header says most that we know and most rows are as wide."""
    said = SAID.match(sample)
    escape = "\\" if ESCAPED.search(sample) and not DOUBLED.search(sample) else None
    marks = delimiter or (said.group(1) if said else DELIMITERS)
    tried = [Dialect(mark, escape=escape) for mark in marks]
    best = max(tried, key=lambda dialect: _fit(_rows(sample, dialect, is_complete), header_row))
    rows = _rows(sample, best, is_complete)
    at = header_row - 1 if header_row else heading(rows, _by_shape(rows))
    filled = [cell for cell in rows[at] if cell.strip()] if at < len(rows) else []
    single = bool(filled) and all(SINGLE.fullmatch(cell.strip()) for cell in filled)
    spaced = at < len(rows) and len(rows[at]) > 1 and all(cell.startswith(" ") for cell in rows[at][1:])
    return replace(best, header_row=at + 1, quote="'" if single else '"', spaced=spaced)


def _rows(sample: str, dialect: Dialect, is_complete: bool) -> list[list[str]]:
    rows = list(_parsed(sample, dialect))
    return rows if is_complete or len(rows) == 1 else rows[:-1]


def _parsed(sample: str, dialect: Dialect) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in dialect.rows(io.StringIO(sample, newline="")):
            rows.append(row)
            if len(rows) > LOOKED_AT:
                break
    except csv.Error:
        return rows
    return rows


def _fit(rows: Sequence[Sequence[str]], header_row: int | None) -> tuple[int, float, int]:
    """How much the header says that we know, which part of the rows is as wide as most, and how wide that is."""
    filled = [row for row in rows[(header_row or 1) - 1 :] if any(cell.strip() for cell in row)]
    if not filled:
        return (0, 0, 0)
    says = names_known(filled[0] if header_row else rows[heading(rows, _by_shape(rows))])
    width = Counter(len(row) for row in filled).most_common(1)[0][0]
    if width == 1:
        return (says, 0, 1)
    return (says, sum(len(row) == width for row in filled) / len(filled), width)


def _by_shape(rows: Sequence[Sequence[str]]) -> int:
    """The first row that is as wide as most and in which half as many cells are filled: a title is one cell, also where a file pads it."""
    filled = {at: number for at, row in enumerate(rows) if (number := sum(bool(cell.strip()) for cell in row))}
    if not filled:
        return 0
    width = Counter(len(rows[at]) for at in filled).most_common(1)[0][0]
    wide = {at: number for at, number in filled.items() if len(rows[at]) == width}
    return next(at for at, number in wide.items() if 2 * number >= median(wide.values()))
