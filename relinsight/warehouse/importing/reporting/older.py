"""An older export over a newer one: rows that go back to what they said before, or whose file ends before what is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from relinsight.records.record import Record, fields
from relinsight.warehouse.changes import row_id
from relinsight.warehouse.importing.cells import type_of
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving
from relinsight.warehouse.importing.writing import UPDATED
from relinsight.warehouse.origin import setting
from relinsight.words.text import counted, text


def remark_on_older(work: Work, columns: Sequence[DayColumn]) -> None:
    """Say of each file that changes rows how many of them it sets back, as far as the history and the days tell."""
    for record in work.fed:
        for sheet, at, feed in work.places(record):
            here = f"_sheet = {sheet} AND _feed = {at} AND _rank = {UPDATED}"
            if feed.aside_of is None and work.number(f"SELECT count(*) FROM {arriving(record)} WHERE {here}"):
                telling = [column for column in columns if column.tells and (column.record, column.sheet, column.at) == (record, sheet, at)]
                _remark(work, record, sheet, here, telling)
    _remark_on_the_day(work)


def _remark(work: Work, record: type[Record], sheet: int, here: str, columns: Sequence[DayColumn]) -> None:
    """The rows that the history knows as they arrive; of none, those that change in a file that ends before what is there."""
    ((back, first),) = work.run(_set_back(record, here))
    if back:
        file = work.plans[sheet].sheet
        work.remark(
            About.OLDER,
            counted(
                "{file}: {n} row goes back to what it said before (row {row}); if this is an older export, leave it, or take its run back.",
                "{file}: {n} rows go back to what they said before (the first is row {row}); if this is an older export, leave it, "
                "or take its run back.",
                back,
                file=file.called,
                row=file.line(first % SHEET_STEP),
            ),
        )
        return
    for column in columns[:1]:
        _remark_on_an_earlier_end(work, column, here)


def _set_back(record: type[Record], here: str) -> str:
    same = " AND ".join(
        f"CAST(h.before->>'{f.name}' AS {type_of(f.column.kind)}) IS NOT DISTINCT FROM a.{f.name}"
        for f in fields(record)
        if f.name not in record.key
    )
    return (
        f"SELECT count(DISTINCT a._src), min(a._src) FROM (SELECT * FROM {arriving(record)} WHERE {here}) AS a "
        f"JOIN history AS h ON h.table_name = '{record.table}' AND h.row_id = {row_id('a', record.key)} WHERE {same or 'false'}"
    )


def _remark_on_an_earlier_end(work: Work, column: DayColumn, here: str) -> None:
    ((there,),) = work.run(f"SELECT max({column.field}) FROM {column.record.table} WHERE {column.field} <= $day", day=work.day)
    if there and column.last and column.last < there:
        ((n, first),) = work.run(f"SELECT count(DISTINCT _src), min(_src) FROM {arriving(column.record)} WHERE {here}")
        file = work.plans[column.sheet].sheet
        work.remark(
            About.OLDER,
            counted(
                "{file}: it ends on {last}, and {there} is there already; if this is an older export, it sets {n} row back (row {row}).",
                "{file}: it ends on {last}, and {there} is there already; if this is an older export, it sets {n} rows back "
                "(the first is row {row}).",
                n,
                file=file.called,
                last=column.last,
                there=there,
                row=file.line(first % SHEET_STEP),
            ),
        )


def _remark_on_the_day(work: Work) -> None:
    """A profile that sets the day of the data to an earlier one."""
    wanted = next((plan.settings["as_of"] for plan in work.plans if "as_of" in plan.settings), None)
    known = setting(work.cursor, "as_of")
    if wanted and known and date.fromisoformat(wanted) < date.fromisoformat(known):
        work.remark(
            About.OLDER,
            text(
                "The profile sets the day of the data back from {known} to {wanted}; if that is not meant, change as_of in it.",
                known=date.fromisoformat(known),
                wanted=date.fromisoformat(wanted),
            ),
        )
