"""Values that a column can hold and that are hardly meant: a day far ahead, a number of the chamber of commerce without eight figures."""

from __future__ import annotations

from datetime import date

from relinsight.records.kinds import Day
from relinsight.records.partners import Partner
from relinsight.records.record import Record, fields
from relinsight.sources.plan import At, Feed
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

EIGHT_FIGURES = "^[0-9]{8}$"
FAR = 100  # years from the import on: nothing that a city plans lies beyond


def warn_of_doubtful_values(work: Work) -> None:
    """Say of each column how many values are hardly meant, with the first of them and its row."""
    for record in work.fed:
        for sheet, at, feed in work.places(record):
            here = f"_sheet = {sheet} AND _feed = {at}"
            _warn_of_days(work, record, feed, here)
            if record is Partner and "kvk_number" in feed.cells:
                _warn_of_numbers(work, feed, here)


def _warn_of_days(work: Work, record: type[Record], feed: Feed, here: str) -> None:
    beyond = date(work.made_at.year + FAR, 12, 31)
    for name in (f.name for f in fields(record) if isinstance(f.column.kind, Day) and isinstance(feed.cells.get(f.name), At)):
        _warn(
            work,
            f"SELECT _src, {name} AS value FROM {arriving(record)} WHERE {here} AND {name} > DATE '{beyond}'",
            counted(
                "{file}: {n} day in {column} lies far ahead: {value} in row {row}; "
                "mend it, or leave it empty if it means that there is none.",
                "{file}: {n} days in {column} lie far ahead, such as {value} in row {row}; "
                "mend them, or leave them empty if they mean that there is none.",
                0,
                column=Name(feed.called.get(name, name)),
            ),
        )


def _warn_of_numbers(work: Work, feed: Feed, here: str) -> None:
    _warn(
        work,
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


def _warn(work: Work, found: str, message: Text) -> None:
    """Say how many rows a query finds, and the first."""
    ((n, first, value),) = work.run(f"SELECT count(DISTINCT _src), min(_src), arg_min(value, _src)::VARCHAR FROM ({found}) AS found")
    if n:
        sheet, row = divmod(int(first), SHEET_STEP)
        file = work.plans[sheet].sheet
        said = {**message.arguments, "n": n, "file": file.called, "value": Name(value), "row": file.line(row)}
        work.warnings.append(Text(message.message, tuple(said.items()), message.many, n))
