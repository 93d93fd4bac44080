"""Values that a column can hold and that are hardly meant: a day far ahead or apart from the others, a number that lost a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from relinsight.records.partners import Partner
from relinsight.sources.plan import At, Feed
from relinsight.warehouse.importing.cells import bare
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.reporting.years import apart
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, raw
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

EIGHT_FIGURES = "^[0-9]{8}$"
NINE_FIGURES = "^(?:[. -]*[0-9]){9}[. -]*$"
FAR = 100  # years from the import on: nothing that a city plans lies beyond


def remark_on_doubtful_values(work: Work, columns: Sequence[DayColumn]) -> None:
    """Say of each column how many values are hardly meant, with the first of them and its row."""
    beyond = date(work.made_at.year + FAR, 12, 31)
    for column in columns:
        _remark_on_days_ahead(work, column, beyond)
        _remark_on_days_apart(work, column, beyond)
    for sheet, at, feed in work.places(Partner):
        if "kvk_number" in feed.cells:
            _remark_on_numbers(work, feed, f"_sheet = {sheet} AND _feed = {at}")
    for number in range(len(work.plans)):
        _remark_on_organisations(work, number)


def _remark_on_days_ahead(work: Work, column: DayColumn, beyond: date) -> None:
    if column.last and column.last > beyond:
        _remark(
            work,
            About.DAYS,
            _days(column, f"{column.field} > DATE '{beyond}'"),
            counted(
                "{file}: {n} day in {column} lies far ahead: {value} in row {row}; "
                "mend it, or leave it empty if it means that there is none.",
                "{file}: {n} days in {column} lie far ahead, such as {value} in row {row}; "
                "mend them, or leave them empty if they mean that there is none.",
                0,
                column=Name(column.called),
            ),
        )


def _remark_on_days_apart(work: Work, column: DayColumn, beyond: date) -> None:
    """Days that something happened on, in a year far from those of the others; those far ahead are said already."""
    years = [year for year in column.years if year.first <= beyond] if column.tells else []
    lone = apart(years)
    if lone:
        rest = [year for year in years if year not in lone]
        _remark(
            work,
            About.DAYS,
            _days(column, f"year({column.field}) IN ({', '.join(str(year.year) for year in lone)})"),
            counted(
                "{file}: {n} day in {column} stands apart: {value} in row {row}; the others run from {first} to {last}; "
                "mend it, or leave it empty if no day is known.",
                "{file}: {n} days in {column} stand apart, such as {value} in row {row}; the others run from {first} to {last}; "
                "mend them, or leave them empty if no day is known.",
                0,
                column=Name(column.called),
                first=rest[0].first,
                last=rest[-1].last,
            ),
        )


def _days(column: DayColumn, which: str) -> str:
    return f"SELECT _src, {column.field} AS value FROM {arriving(column.record)} WHERE {column.here} AND {which}"


def _remark_on_numbers(work: Work, feed: Feed, here: str) -> None:
    _remark(
        work,
        About.NUMBERS,
        f"SELECT _src, kvk_number AS value FROM {arriving(Partner)} WHERE {here} AND NOT regexp_matches(kvk_number, '{EIGHT_FIGURES}')",
        counted(
            "{file}: {n} chamber-of-commerce number in {column} does not have eight figures: {value} in row {row}; "
            "a nought before it may be lost.",
            "{file}: {n} chamber-of-commerce numbers in {column} do not have eight figures, such as {value} in row {row}; "
            "a nought before them may be lost.",
            0,
            column=Name(feed.called.get("kvk_number", "kvk_number")),
        ),
    )


def _remark_on_organisations(work: Work, number: int) -> None:
    """The numbers of organisations (RSIN) have nine figures, as those of citizens have."""
    for at in _read_of_organisations(work, number):
        cell = bare(f"c{at}")
        _remark(
            work,
            About.NUMBERS,
            f"SELECT _row + {number * SHEET_STEP} AS _src, {cell} AS value FROM {raw(number)} "
            f"WHERE {cell} IS NOT NULL AND NOT regexp_matches({cell}, '{NINE_FIGURES}')",
            counted(
                "{file}: {n} RSIN in {column} does not have nine figures: {value} in row {row}; a nought before it may be lost.",
                "{file}: {n} RSINs in {column} do not have nine figures, such as {value} in row {row}; a nought before them may be lost.",
                0,
                column=Name(work.plans[number].sheet.header[at]),
            ),
        )


def _read_of_organisations(work: Work, number: int) -> Iterator[int]:
    """The columns of such numbers that are read, as they are or made into another one."""
    plan = work.plans[number]
    read = {cell.column for feed in plan.feeds for cell in feed.cells.values() if isinstance(cell, At)}
    sources = {source for at in read for source in plan.made_of.get(at, (at,))}
    return (at for at in plan.of_organisations if at in sources)


def _remark(work: Work, about: About, found: str, message: Text) -> None:
    """Say how many rows a query finds, and the first."""
    ((n, first, value),) = work.run(f"SELECT count(DISTINCT _src), min(_src), arg_min(value, _src)::VARCHAR FROM ({found}) AS found")
    if n:
        sheet, row = divmod(int(first), SHEET_STEP)
        file = work.plans[sheet].sheet
        said = {**message.arguments, "n": n, "file": file.called, "value": Name(value), "row": file.line(row)}
        work.remark(about, Text(message.message, tuple(said.items()), message.many, n))
