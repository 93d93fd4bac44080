"""What a simpler file says without a date, beside periods with dates that are there already."""

from __future__ import annotations

from relinsight.records.reasons import DATED
from relinsight.sources.plan import Constant, Feed, Own
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name


def settle_since_ever(work: Work) -> None:
    """What the newest period says already is no news; another value needs a date, which the file does not give."""
    for sheet, plan in enumerate(work.plans):
        for at, feed in enumerate(plan.feeds):
            if feed.since_ever and not work.replaces(feed.record):
                _settle(work, sheet, at, feed)


def _settle(work: Work, sheet: int, at: int, feed: Feed) -> None:
    table, said = arriving(feed.record), feed.needs[0]
    own = next(name for name, cell in feed.cells.items() if isinstance(cell, Own))
    alike = [f"there.{name} = new.{name}" for name, cell in feed.cells.items() if isinstance(cell, Constant)]
    dated = " AND ".join([f"there.{own} = new.{own}", "there.from_date IS NOT NULL", "there.to_date IS NULL", *alike])
    here = f"new._sheet = {sheet} AND new._feed = {at}"
    work.run(
        f"DELETE FROM {table} WHERE rowid IN (SELECT new.rowid FROM {table} AS new JOIN {feed.record.table} AS there "
        f"ON {dated} AND there.{said} = new.{said} WHERE {here})"
    )
    if not feed.several:
        found = (
            f"SELECT DISTINCT _src, new.{said} AS value, min(there.from_date)::VARCHAR AS other FROM {table} AS new "
            f"JOIN {feed.record.table} AS there ON {dated} WHERE {here} GROUP BY ALL"
        )
        reason = DATED.with_values(value=Name("{value}"), table=Name(feed.record.table), other=Name("{other}"))
        note(work, reason, found, feed.called.get(said, said))
