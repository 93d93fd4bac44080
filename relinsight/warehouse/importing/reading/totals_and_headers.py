"""Rows that belong to the layout of a table and are none of its rows: a header again, the line under it, totals at the end."""

from __future__ import annotations

from relinsight.records.model import keyed_by_id, spoken
from relinsight.records.reasons import REPEATED, TOTALS, UNDERLINE
from relinsight.sources.plan import At, Feed, Plan
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw

WORDS = r"(?i)^(?:(?:sub|eind)?totaal|totalen|(?:grand |sub)total|som)(?: generaal| aantal)?:?[ 0-9.,]*$"
CERTAIN = r"(?i)^(?:(?:sub|eind)totaal|(?:grand |sub)total):?[ 0-9.,]*$"
UNDER = r"^[-=_ ]*[-=_]{2}[-=_ ]*$"


def reject_totals_and_headers(work: Work, number: int, plan: Plan) -> None:
    """Reject the header where it stands again, the line under it and the totals."""
    cells = [f"c{at}" for at, name in enumerate(plan.sheet.header[: plan.shown]) if name and at not in plan.hidden]
    again = " AND ".join(f"contains(lower({cell}), lower($name_{cell})) AND lower({bare(cell)}) = lower($name_{cell})" for cell in cells)
    names = {f"name_{cell}": plan.sheet.header[int(cell[1:])] for cell in cells}
    rows = f"SELECT _row + {number * SHEET_STEP} AS _src, NULL AS value, NULL AS other FROM {raw(number)} WHERE"
    note(work, REPEATED, f"{rows} {again} AND {counts(plan)}", None, **names)
    first = f"_row = (SELECT min(_row) FROM {raw(number)}) AND {counts(plan)}"
    note(work, UNDERLINE, f"{rows} {first} AND regexp_matches(concat({', '.join(cells)}), {quoted(UNDER)})", None)
    reject_totals(work, number, plan)


def reject_totals(work: Work, number: int, plan: Plan) -> None:
    """Reject the last row of a sheet that is called a total, by its id or for want of one; and any that can be nothing else."""
    for feed in plan.feeds:
        called = feed.cells.get(spoken(feed.record))
        if feed.aside_of is None and keyed_by_id(feed.record) and isinstance(called, At):
            _reject(work, number, feed, called.column, counts(plan))


def counts(plan: Plan) -> str:
    """The condition that a row is one that the profile does not leave out."""
    return "true" if plan.kept is None else f"c{plan.kept} IS NOT NULL"


def _reject(work: Work, number: int, feed: Feed, column: int, read: str) -> None:
    cell, own = bare(f"c{column}"), feed.cells.get("id")
    called = f"coalesce({bare(f'c{own.column}')}, {cell})" if isinstance(own, At) else cell
    last = f"_row = (SELECT max(_row) FROM {raw(number)})"
    few = f"SELECT _row, {called} AS called FROM {raw(number)} WHERE {read} AND ({last} OR contains(lower({called}), 'tota'))"
    found = (
        f"WITH few AS MATERIALIZED ({few}) SELECT _row + {number * SHEET_STEP} AS _src, called AS value, NULL AS other FROM few "
        f"WHERE {last} AND regexp_matches(called, {quoted(WORDS)}) OR regexp_matches(called, {quoted(CERTAIN)})"
    )
    note(work, TOTALS, found, feed.called.get(spoken(feed.record)))
