"""What will be in a table at the end of an import, seen before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.records.record import Record
from relinsight.sources.plan import Constant, Feed, Own
from relinsight.warehouse.importing.work import Work, arriving, on_key


def remaining(work: Work, record: type[Record], columns: Sequence[str], *, with_source: bool = False) -> str:
    """The rows that arrive, and those there already that neither arrive again nor go."""
    shown = ", ".join(columns)
    source = "_src, " if with_source else ""
    nowhere = "NULL::BIGINT AS _src, " if with_source else ""
    if record not in work.fed:
        return f"SELECT {nowhere}{shown} FROM {record.table}"
    arrive = f"SELECT {source}{shown} FROM {arriving(record)}"
    if work.replaces(record):
        return arrive
    gone = " OR ".join(cleared(work, record)) or "false"
    return (
        f"{arrive} UNION ALL SELECT {nowhere}{shown} FROM {record.table} AS there "
        f"WHERE NOT EXISTS (SELECT 1 FROM {arriving(record)} AS new WHERE {on_key('new', 'there', record)}) AND NOT ({gone})"
    )


def cleared(work: Work, record: type[Record]) -> Sequence[str]:
    """The conditions under which a row that is `there` goes: its owner arrives and names others now, or another takes its only day."""
    by_owner = [
        cleared_by(work, feed, sheet, feed.aside_of) for sheet, feed in work.feeds_of(record) if feed.aside_of is not None and feed.needs
    ]
    return [*by_owner, work.leaving[record]] if record in work.leaving else by_owner


def cleared_by(work: Work, feed: Feed, sheet: int, main: type[Record]) -> str:
    """The condition that a row that is `there` belongs to an owner of this sheet, within what the column speaks of."""
    own = next(name for name, cell in feed.cells.items() if isinstance(cell, Own))
    owners = f"there.{own} IN (SELECT id FROM {arriving(main)} WHERE _sheet = {sheet})"
    return " AND ".join([owners, *_scope(work, feed)])


def _scope(work: Work, feed: Feed) -> list[str]:
    """Which rows of an owner the column takes away: of one kind, of one dimension; of periods those that would have no day left."""
    no_day_left = [f"there.from_date = DATE '{work.day}'", f"coalesce(there.to_date >= DATE '{work.day}', true)"]
    fixed = [
        f"there.{name} = '{cell.text}'"
        for name, cell in feed.cells.items()
        if isinstance(cell, Constant) and name in {"kind", "dimension", "item"}
    ]
    return (no_day_left if feed.since_ever else []) + fixed


def arriving_or_there(work: Work, record: type[Record], columns: str) -> str:
    """The rows of a table that will be there: those that arrive, and those there already that are not emptied."""
    parts = [f"SELECT {columns} FROM {arriving(record)}"] if record in work.fed else []
    if not work.replaces(record):
        parts.append(f"SELECT {columns} FROM {record.table}")
    return " UNION ALL ".join(parts)
