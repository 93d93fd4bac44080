"""The columns of days that the files fill, each looked at once: the days of the rows that are accepted, by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from relinsight.records.kinds import Day
from relinsight.records.record import Record, fields
from relinsight.sources.plan import At, Feed
from relinsight.warehouse.importing.reporting.years import Year
from relinsight.warehouse.importing.work import Work, arriving

PERIOD = frozenset({"from_date", "to_date", "active_from", "active_to"})  # the ends of periods: days on which nothing happened


@dataclass(frozen=True)
class DayColumn:
    """A column of days of one sheet, with the field that it fills and the years in which its days lie."""

    record: type[Record]
    sheet: int
    at: int
    feed: Feed
    field: str
    column: int
    years: tuple[Year, ...]

    @property
    def called(self) -> str:
        """What the file calls it."""
        return self.feed.called.get(self.field, self.field)

    @property
    def tells(self) -> bool:
        """Whether something happened on its days."""
        return self.field not in PERIOD

    @property
    def here(self) -> str:
        """The condition that a row that arrives comes from it."""
        return f"_sheet = {self.sheet} AND _feed = {self.at}"

    @property
    def last(self) -> date | None:
        """Its last day."""
        return self.years[-1].last if self.years else None


def day_columns(work: Work) -> tuple[DayColumn, ...]:
    """Every column of days."""
    return tuple(column for record in work.fed for sheet, at, feed in work.places(record) for column in _of(work, record, sheet, at, feed))


def _of(work: Work, record: type[Record], sheet: int, at: int, feed: Feed) -> Iterator[DayColumn]:
    for name in (f.name for f in fields(record) if isinstance(f.column.kind, Day)):
        cell = feed.cells.get(name)
        if isinstance(cell, At):
            years = _years(work, record, name, f"_sheet = {sheet} AND _feed = {at}")
            yield DayColumn(record, sheet, at, feed, name, cell.column, years)


def _years(work: Work, record: type[Record], name: str, here: str) -> tuple[Year, ...]:
    found = work.run(
        f"SELECT year({name}) AS year, count(*), min({name}), max({name}) FROM {arriving(record)} "
        f"WHERE {here} AND {name} IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    return tuple(Year(*row) for row in found)
