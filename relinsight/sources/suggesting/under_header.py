"""Rows under the header that name the columns once more, as some programs for surveys write them: they are no rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.leaving_out import UNDERLINE
from relinsight.sources.suggesting.sorts import is_amount, is_day
from relinsight.sources.suggesting.toml import Source

MOST_HEADINGS = 2
LEAST_ROWS = 3
LEAST_AGAINST = 2
TESTS: tuple[Callable[[str], bool], ...] = (is_day, is_amount)


@dataclass(frozen=True)
class Titled:
    """The columns without the rows that name them once more, and the conditions by which these are left out."""

    columns: tuple[Column, ...]
    drops: tuple[tuple[Source, str], ...] = ()


def titled(columns: tuple[Column, ...]) -> Titled:
    """Look at the first rows: one that holds no day and no number where all others do is no row."""
    tests = {column.at: test for column in columns if (test := _told(column))}
    telling = [column for column in columns if column.at in tests]
    headings = 0
    while headings < MOST_HEADINGS and _is_heading(telling, tests, headings):
        headings += 1
    if not headings:
        return Titled(columns)
    return Titled(tuple(_below(column, headings) for column in columns), tuple(_conditions(telling, headings)))


def _told(column: Column) -> Callable[[str], bool] | None:
    """The test that every cell but those of the first rows passes."""
    later = [cell for cell in column.cells[MOST_HEADINGS:] if cell]
    if len(later) < max(LEAST_ROWS, len(column.cells) - MOST_HEADINGS):
        return None
    return next((test for test in TESTS if all(map(test, dict.fromkeys(later[:50])))), None)


def _is_heading(telling: Sequence[Column], tests: dict[int, Callable[[str], bool]], row: int) -> bool:
    cells = [column.cells[row] for column in telling]
    if any(cell and UNDERLINE.match(cell) for cell in cells):
        return False
    return len(telling) >= LEAST_AGAINST and not any(cell and tests[column.at](cell) for column, cell in zip(telling, cells, strict=True))


def _below(column: Column, headings: int) -> Column:
    gone = Counter(cell for cell in column.cells[:headings] if cell)
    counts = {word: times - gone[word] for word, times in column.counts.items() if times > gone[word]}
    title = next((cell for cell in column.cells[:headings] if cell and not cell.startswith("{")), "")
    return replace(column, counts=counts, rows=column.rows - headings, cells=column.cells[headings:], title=title)


def _conditions(telling: Sequence[Column], headings: int) -> Iterator[tuple[Source, str]]:
    """The first column that tells rows from headings, as it stands in these."""
    column = telling[0]
    words = [cell for cell in column.cells[:headings] if cell]
    if words:
        yield {"column": column.header, "is": words}, WHY
    if len(words) < headings:
        yield {"column": column.header, "empty": True}, WHY


WHY = "the row under the header names the columns once more"
