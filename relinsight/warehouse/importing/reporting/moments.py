"""Contact moments that count for less than they say: those that took place on a day that is still to come, and those of nobody of ours."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.records.contacts import ContactMoment, ContactMomentEmployee
from relinsight.records.partners import Partner, PartnerAlias
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving
from relinsight.warehouse.in_text import named_in_text
from relinsight.words.text import counted


def remark_on_moments(work: Work, columns: Sequence[DayColumn]) -> None:
    """Say of each file how many of its contact moments these are, with the first row."""
    for column in columns:
        if column.record is ContactMoment and column.last and column.last > work.day:
            _remark_on_days_to_come(work, column)
    for sheet, at, feed in work.places(ContactMoment):
        if feed.aside_of is None:
            _remark_on_nobody(work, f"_sheet = {sheet} AND _feed = {at}")


def remark_on_subjects(work: Work) -> None:
    """Say how many of the rejected contact moments have a subject that names a known partner."""
    subjects = "SELECT waits->>'$.moment.subject' AS text, _src FROM waiting"
    if ContactMoment not in work.fed or not work.number("SELECT count(*) FROM waiting"):
        return
    partners, aliases = arriving_or_there(work, Partner, "id, name"), arriving_or_there(work, PartnerAlias, "partner_id, alias")
    known = f"SELECT name AS spelling, id AS partner_id FROM ({partners}) AS p UNION SELECT alias, partner_id FROM ({aliases}) AS a"
    named = named_in_text(subjects, known)
    if n := work.number(f"SELECT count(DISTINCT _src) FROM ({subjects}) AS s JOIN ({named}) AS n USING (text)"):
        work.remark(
            About.MOMENTS,
            counted(
                "{n} rejected contact moment may name a partner that is known in its subject; "
                "the page Data and `relinsight matches` show which, and it comes in by the answer.",
                "{n} rejected contact moments may name a partner that is known in their subject; "
                "the page Data and `relinsight matches` show which, and they come in by the answer.",
                n,
            ),
        )


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
