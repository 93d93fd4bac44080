"""Rows at the end of a table that hold sums of the rows above them, and are none of its rows."""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.records.kinds import AMOUNT, Amount
from relinsight.records.model import is_name, keyed_by_id, spoken
from relinsight.records.reasons import TOTALS
from relinsight.records.record import field, fields
from relinsight.sources.plan import At, Feed, Plan
from relinsight.warehouse.importing.cells import bare, both_ways, quoted
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw

WORDS = r"(?i)^(?:(?:sub|eind)?totaal|totalen|(?:grand |sub)total|som)(?: generaal| aantal)?:?[ 0-9.,]*$"
CERTAIN = r"(?i)^(?:(?:sub|eind)totaal|(?:grand |sub)total):?[ 0-9.,]*$"


def reject_totals(work: Work, number: int, plan: Plan) -> None:
    """Reject the last row of a sheet that is called a total or holds nothing but sums, and any that can be nothing else."""
    for feed in plan.feeds:
        if feed.aside_of is None and keyed_by_id(feed.record):
            called = _calls(plan, feed)
            _reject_anywhere(work, number, feed, called, counts(plan))
            _reject_last(work, number, plan, feed, called)
            _reject_sums(work, number, plan, feed)


def _calls(plan: Plan, feed: Feed) -> dict[str, int]:
    """The fields that say which row is meant, in their order, each with the column that gives it; an id made of several says nothing."""
    ways = {"id": None, spoken(feed.record): None} | {f.name: None for f in fields(feed.record) if is_name(feed.record, f)}
    read = {name: cell.column for name in ways if isinstance(cell := feed.cells.get(name), At)}
    sources = {name: plan.made_of.get(column, (column,)) for name, column in read.items()}
    return {name: columns[0] for name, columns in sources.items() if len(columns) == 1}


def counts(plan: Plan) -> str:
    """The condition that a row is one that the profile does not leave out."""
    return "true" if plan.kept is None else f"c{plan.kept} IS NOT NULL"


def _reject_anywhere(work: Work, number: int, feed: Feed, called: Mapping[str, int], read: str) -> None:
    """Reject the rows whose id or name is that of a total for certain."""
    cells = [bare(f"c{called[name]}") for name in ("id", spoken(feed.record)) if name in called]
    if cells:
        few = f"SELECT _row, coalesce({', '.join(cells)}) AS called FROM {raw(number)} WHERE {read}"
        certain = f"contains(lower(called), 'tota') AND regexp_matches(called, {quoted(CERTAIN)})"
        found = f"SELECT _row + {number * SHEET_STEP} AS _src, called AS value, NULL AS other FROM ({few}) AS few WHERE {certain}"
        note(work, TOTALS, found, feed.called.get(spoken(feed.record)))


def _reject_last(work: Work, number: int, plan: Plan, feed: Feed, called: Mapping[str, int]) -> None:
    """Reject the last row where the first of its cells that say which row is meant calls it a total."""
    if called:
        first = f"coalesce({', '.join(bare(f'c{column}') for column in called.values())})"
        note(work, TOTALS, _last(number, plan, first, f"regexp_matches({first}, {quoted(WORDS)})"), feed.called.get(spoken(feed.record)))


def _reject_sums(work: Work, number: int, plan: Plan, feed: Feed) -> None:
    """Reject the last row where it fills nothing but amounts, and each is the sum of those above it."""
    amounts = {name: cell.column for name, cell in feed.cells.items() if isinstance(cell, At) and _is_amount(feed, name)}
    others = [f"c{at}" for at in range(plan.shown) if at not in amounts.values() and at not in plan.hidden]
    if not amounts or not others:
        return
    nothing_else = " AND ".join(f"{bare(cell)} IS NULL" for cell in others)
    shown = f"coalesce({', '.join(bare(f'c{column}') for column in amounts.values())})"
    if work.run(_last(number, plan, shown, nothing_else)):
        sums = " AND ".join(f"({_is_sum(number, column)})" for column in amounts.values())
        note(work, TOTALS, _last(number, plan, shown, f"{nothing_else} AND {sums}"), next(iter(feed.called.get(n, n) for n in amounts)))


def _is_amount(feed: Feed, name: str) -> bool:
    return isinstance(field(feed.record, name).column.kind, Amount)


def _is_sum(number: int, column: int) -> str:
    """The condition that an amount is empty, or the sum of those above it, however the column marks its decimals."""
    ways = zip(both_ways(bare(f"c{column}"), AMOUNT), both_ways(bare(f"above.c{column}"), AMOUNT), strict=True)
    rows = f"FROM {raw(number)} AS above WHERE above._row < {raw(number)}._row"
    sums = (f"{own} = (SELECT CASE WHEN count({above}) > 1 THEN sum({above}) END {rows})" for own, above in ways)
    return f"{bare(f'c{column}')} IS NULL OR {' OR '.join(sums)}"


def _last(number: int, plan: Plan, shown: str, which: str) -> str:
    """The last row of a sheet, if it is so."""
    return (
        f"SELECT _row + {number * SHEET_STEP} AS _src, {shown} AS value, NULL AS other FROM {raw(number)} "
        f"WHERE _row = (SELECT max(_row) FROM {raw(number)}) AND {counts(plan)} AND {which}"
    )
