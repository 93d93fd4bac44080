"""The first and the last day of what came in, and of what a profile left out or what was rejected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relinsight.records.kinds import Day
from relinsight.records.notation import PLAIN_NOTATION
from relinsight.warehouse.importing.cells import bare, value
from relinsight.warehouse.importing.report import DaysOf, Span
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw
from relinsight.words.name import Name


def days_of(work: Work, columns: Sequence[DayColumn]) -> tuple[DaysOf, ...]:
    """The days of each sheet: those of the first column in which something happened, of what its rows are about."""
    telling = [column for column in columns if column.tells and column.feed.aside_of is None]
    sheets = dict.fromkeys(column.sheet for column in telling)
    return tuple(days for sheet in sheets for days in _days(work, [column for column in telling if column.sheet == sheet]))


def _days(work: Work, columns: Sequence[DayColumn]) -> Iterator[DaysOf]:
    """The first of these columns that has a day, in what came in or in what did not."""
    for column in (*(column for column in columns if column.years), columns[0]):
        came, left_out = _came(column), _left_out(work, column)
        if came or left_out:
            yield DaysOf(work.plans[column.sheet].sheet.called, Name(column.called), came, left_out)
            return


def _came(column: DayColumn) -> Span | None:
    years = column.years
    return Span(years[0].first, years[-1].last, sum(year.days for year in years)) if years else None


def _left_out(work: Work, column: DayColumn) -> Span | None:
    """The days of the rows that did not come in; each day is read once, as it is written; of a calendar nothing is told."""
    plan = work.plans[column.sheet]
    if plan.sheet.strangers:
        return None
    first = column.sheet * SHEET_STEP
    rejected = f"_row + {first} IN (SELECT _src FROM rejected WHERE _src BETWEEN {first} AND {first + SHEET_STEP - 1})"
    out = rejected if plan.kept is None else f"({rejected} OR c{plan.kept} IS NULL)"
    how = work.notations.get(column.sheet, {}).get(column.column, PLAIN_NOTATION)
    cells = f"SELECT {bare(f'c{column.column}')} AS cell, count(*) AS times FROM {raw(column.sheet)} WHERE {out} GROUP BY 1"
    read = f"SELECT {value('cell', Day(), how)} AS day, times FROM ({cells}) AS cells"
    ((first_day, last_day, rows),) = work.run(f"SELECT min(day), max(day), sum(times) FROM ({read}) AS days WHERE day IS NOT NULL")
    return Span(first_day, last_day, int(rows)) if rows else None
