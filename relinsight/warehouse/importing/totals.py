"""The row of totals that a spreadsheet ends with: it is no row of the table."""

from __future__ import annotations

from relinsight.records.model import keyed_by_id
from relinsight.records.reasons import TOTALS
from relinsight.sources.plan import At, Feed, Plan
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.identity import spoken
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.staging import raw
from relinsight.warehouse.importing.work import SHEET_STEP, Work

WORDS = r"(?i)^(?:(?:sub|eind)?totaal|totalen|(?:grand |sub)total|som)(?: generaal| aantal)?:?[ 0-9.,]*$"


def reject_totals(work: Work, number: int, plan: Plan) -> None:
    """Reject the last row of a sheet when it is called a total and has no id."""
    for feed in plan.feeds:
        called = feed.cells.get(spoken(feed.record))
        if feed.aside_of is None and keyed_by_id(feed.record) and isinstance(called, At):
            _reject(work, number, feed, called.column)


def _reject(work: Work, number: int, feed: Feed, column: int) -> None:
    cell, own = bare(f"c{column}"), feed.cells.get("id")
    without_id = f"{bare(f'c{own.column}')} IS NULL" if isinstance(own, At) else "true"
    found = (
        f"SELECT _row + {number * SHEET_STEP} AS _src, {cell} AS value, NULL AS other FROM {raw(number)} "
        f"WHERE _row = (SELECT max(_row) FROM {raw(number)}) AND {without_id} AND regexp_matches({cell}, {quoted(WORDS)})"
    )
    note(work, TOTALS, found, feed.called.get(spoken(feed.record)))
