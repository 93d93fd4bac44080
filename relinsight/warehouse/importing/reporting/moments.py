"""Contact moments that count for less than they say: those that took place on a day that is still to come, and those of nobody of ours."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.records.contacts import ContactMoment, ContactMomentEmployee
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving
from relinsight.words.text import counted


def remark_on_moments(work: Work, columns: Sequence[DayColumn]) -> None:
    """Say of each file how many of its contact moments these are, with the first row."""
    for column in columns:
        if column.record is ContactMoment and column.last and column.last > work.day:
            _remark_on_days_to_come(work, column)
    for sheet, at, feed in work.places(ContactMoment):
        if feed.aside_of is None:
            _remark_on_nobody(work, f"_sheet = {sheet} AND _feed = {at}")


def _remark_on_days_to_come(work: Work, column: DayColumn) -> None:
    ((n, first),) = work.run(
        f"SELECT count(*), min(_src) FROM {arriving(ContactMoment)} WHERE {column.here} AND achieved AND day > $day", day=work.day
    )
    if n:
        sheet = work.plans[column.sheet].sheet
        work.remark(
            About.MOMENTS,
            counted(
                "{file}: {n} contact moment is said to have taken place after {day} (row {row}); it counts from its own day on.",
                "{file}: {n} contact moments are said to have taken place after {day} (the first is row {row}); "
                "each counts from its own day on.",
                n,
                file=sheet.called,
                day=work.day,
                row=sheet.line(first % SHEET_STEP),
            ),
        )


def _remark_on_nobody(work: Work, here: str) -> None:
    """Of the new moments: who was there stands in the same row, or else in another file or in the table."""
    table, links = arriving(ContactMoment), arriving(ContactMomentEmployee)
    alone = f" AND _src NOT IN (SELECT _src FROM {links} WHERE _src IS NOT NULL)" if ContactMomentEmployee in work.fed else ""
    elsewhere = arriving_or_there(work, ContactMomentEmployee, "contact_moment_id")
    ((n, first),) = work.run(
        f"SELECT count(*), min(_src) FROM (SELECT _src, id FROM {table} WHERE {here}{alone}) AS m "
        f"WHERE id NOT IN ({elsewhere or 'SELECT NULL WHERE false'}) AND id NOT IN (SELECT id FROM contact_moment)"
    )
    if n:
        sheet, row = divmod(int(first), SHEET_STEP)
        file = work.plans[sheet].sheet
        work.remark(
            About.MOMENTS,
            counted(
                "{file}: {n} new contact moment names nobody of ours (row {row}), so it counts for the partner and for no colleague.",
                "{file}: {n} new contact moments name nobody of ours (the first is row {row}), "
                "so they count for the partner and for no colleague.",
                n,
                file=file.called,
                row=file.line(row),
            ),
        )
