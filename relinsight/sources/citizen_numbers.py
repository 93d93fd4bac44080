"""Numbers of citizens: read from no column, and kept from no row whose cells stand under another header than their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from relinsight.records.reasons import SHIFTED
from relinsight.sources.arrow import Array, Batch, arrow, compute
from relinsight.sources.headers import is_citizen_number, plain
from relinsight.sources.sheet import ROW, BrokenRow, Sheet

IN_FIGURES = r"^[\s.\-]*(?:[0-9][\s.\-]*){8,9}$"  # a number may have lost the nought before it
IN_ALL_FIGURES = r"^[\s.\-]*(?:[0-9][\s.\-]*){9}$"
WITHIN_LINES = r"(?:^|[^0-9])(?:[0-9][.\-]?){8}[0-9](?:[^0-9]|$)"
NUMBER = re.compile(r"(?<![0-9])(?:[0-9][.\-]?){8}[0-9](?![0-9])")
CALLED = r"(?:bsn|sofi(?:nr|nummer)?|burgerservicenummer)?"
ALONE = re.compile(rf"[\W_]*{CALLED}[\W_]*((?:\d[\s.\-]*){{9}})(?:[.,]0{{1,2}})?[\W_]*{CALLED}[\W_]*", re.IGNORECASE)
FEW_ROWS = 2
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
ELEVEN = 11  # every number of a citizen, its figures weighed, is a multiple of it


def secret_columns(header: Sequence[str]) -> tuple[int, ...]:
    """The columns that hold numbers of citizens."""
    return tuple(at for at, name in enumerate(header) if is_citizen_number(name))


def rsin_columns(header: Sequence[str]) -> tuple[int, ...]:
    """The columns that say that they hold numbers of organisations, which pass the test of citizens' too."""
    return tuple(at for at, name in enumerate(header) if "rsin" in plain(name))


def shielded(sheet: Sheet) -> Sheet:
    """A sheet that gives no cell of a row in which such a number may stand under another header."""
    secret = secret_columns(sheet.header)
    if not secret:
        return sheet
    shifted: list[BrokenRow] = []

    def batches() -> Iterator[Batch]:
        shifted.clear()
        for part in sheet.batches():
            astray = sorted({*_astray(part, secret), *_taken_in(part, secret)})
            shifted.extend(BrokenRow(number, ("",) * len(sheet.header), SHIFTED) for number in astray)
            yield part.filter(compute.invert(compute.is_in(part.column(0), arrow.array(astray, arrow.int64())))) if astray else part

    return replace(sheet, batches=batches, broken=lambda: (*map(_without_cells, sheet.broken()), *shifted))


def _astray(part: Batch, secret: Sequence[int]) -> list[int]:
    """The rows that lack a number where one belongs and have one elsewhere, but for columns that are full of such figures."""
    trusted = reduce(compute.and_, (_in_figures(part.column(at + 1)) for at in secret))
    looked_at = _others(part, trusted, _not_secret(part, secret))
    figures = reduce(compute.or_, (_in_figures(part.column(name)) for name in looked_at), compute.and_not(trusted, trusted))
    suspect = part.filter(compute.and_not(figures, trusted)).select([ROW, *looked_at])
    return [row.pop(ROW) for row in suspect.to_pylist() if any(is_number(row[name] or "") for name in looked_at)]


def _taken_in(part: Batch, secret: Sequence[int]) -> list[int]:
    """The rows in which a cell takes in lines behind it, as after a stray quotation mark, and such a number with them."""
    return [row for name in _not_secret(part, secret) for row in _with_lines(part, name)]


def _with_lines(part: Batch, name: str) -> Iterator[int]:
    cells = part.column(name)
    lines = compute.and_(compute.match_substring_regex(cells, r"[\r\n]"), compute.match_substring_regex(cells, WITHIN_LINES))
    for row in part.filter(compute.fill_null(lines, False)).select([ROW, name]).to_pylist():
        if shows_number(row[name]):
            yield row[ROW]


def _not_secret(part: Batch, secret: Sequence[int]) -> list[str]:
    return [f"c{at}" for at in range(part.num_columns - 1) if at not in secret]


def _others(part: Batch, trusted: Array, names: Sequence[str]) -> list[str]:
    """The columns in which a row that can be trusted has seldom such figures."""
    usual = part.filter(trusted)
    if not usual.num_rows and part.num_rows > FEW_ROWS:
        usual = part
    return [
        name for name in names if 2 * compute.sum(_in_figures(usual.column(name), IN_ALL_FIGURES), min_count=0).as_py() <= usual.num_rows
    ]


def _in_figures(cells: Array, pattern: str = IN_FIGURES) -> Array:
    return compute.fill_null(compute.match_substring_regex(cells, pattern), False)


def is_number(cell: str) -> bool:
    """Whether a cell is the number of a citizen: nine figures that pass its test, with signs or its name around them."""
    found = ALONE.fullmatch(cell)
    figures = re.sub(r"\D", "", found[1]) if found else ""
    return bool(figures) and sum(weight * int(figure) for weight, figure in zip(WEIGHTS, figures, strict=True)) % ELEVEN == 0


def without_numbers(sheet: Sheet) -> Sheet:
    """A sheet whose broken rows give no cell in which such a number stands."""
    return replace(sheet, broken=lambda: tuple(map(_without_number, sheet.broken())))


def without_broken_cells(sheet: Sheet) -> Sheet:
    """A sheet whose broken rows give no cell."""
    return replace(sheet, broken=lambda: tuple(map(_without_cells, sheet.broken())))


def _without_number(row: BrokenRow) -> BrokenRow:
    cells = tuple("" if is_number(cell) or shows_number(cell) else cell for cell in row.cells)
    return replace(row, cells=cells, unseen_lines=row.lines)


def _without_cells(row: BrokenRow) -> BrokenRow:
    """A row of another width without its cells; how many there were is told, and how many lines they held."""
    return replace(row, cells=("",) * len(row.cells), unseen_lines=row.lines)


def shows_number(words: str) -> bool:
    """Whether the number of a citizen stands somewhere among words."""
    return any(map(is_number, NUMBER.findall(words)))
