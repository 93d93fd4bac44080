"""Values that a column can hold and that are hardly meant: a day far ahead or apart from the others, a number that lost a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from relinsight.records.kinds import Plain
from relinsight.records.model import is_name
from relinsight.records.partners import Partner
from relinsight.records.record import Field, Record, field
from relinsight.sources.plan import At, Feed, Plan
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.reporting.years import apart
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, raw
from relinsight.words.blanks import BLANKS
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

EIGHT_FIGURES = "^[0-9]{8}$"
LINES = 3  # that no name has
SHORTENED = "^[0-9](?:[.,][0-9]+)?E[+][0-9]{2,}$"
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
        _remark_on_shortened(work, number)
        _remark_on_long_names(work, number)


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


def _remark_on_shortened(work: Work, number: int) -> None:
    """A spreadsheet that saves a long number as text cuts it short: what is left means any of many."""
    for at, called in _columns(work.plans[number], _is_text).items():
        _remark(
            work,
            About.NUMBERS,
            f"SELECT _row + {number * SHEET_STEP} AS _src, c{at} AS value FROM {raw(number)} "
            f"WHERE contains(c{at}, 'E+') AND regexp_matches({bare(f'c{at}')}, '{SHORTENED}')",
            counted(
                "{file}: a spreadsheet cut short {n} number in {column}: {value} in row {row}; format the column as text there, and "
                "export the file again from the source.",
                "{file}: a spreadsheet cut short {n} numbers in {column}, such as {value} in row {row}; format the column as text there, "
                "and export the file again from the source.",
                0,
                column=Name(called),
            ),
        )


def _remark_on_long_names(work: Work, number: int) -> None:
    """A name of several lines has taken in others: of a narrow table nothing else shows that a quotation mark is missing."""
    for at, called in _columns(work.plans[number], is_name).items():
        _remark(
            work,
            About.READING,
            f"SELECT _row + {number * SHEET_STEP} AS _src, split_part(c{at}, chr(10), 1) AS value FROM {raw(number)} "
            f"WHERE contains(c{at}, chr(10)) AND len(string_split(trim(c{at}, {quoted(BLANKS)}), chr(10))) >= {LINES}",
            counted(
                "{file}: {n} cell in {column} runs on over several lines: '{value}' in row {row}; see whether a quotation mark is missing "
                "there.",
                "{file}: {n} cells in {column} run on over several lines, such as '{value}' in row {row}; see whether quotation marks are "
                "missing there.",
                0,
                column=Name(called),
            ),
        )


def _columns(plan: Plan, holds: Callable[[type[Record], Field], bool]) -> Mapping[int, str]:
    """The columns of the file that give fields of a kind, with what it calls them."""
    return {
        cell.column: feed.called.get(name, name)
        for feed in plan.feeds
        for name, cell in feed.cells.items()
        if isinstance(cell, At) and cell.column < plan.shown and holds(feed.record, field(feed.record, name))
    }


def _is_text(_: type[Record], of: Field) -> bool:
    return isinstance(of.column.kind, Plain)


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
