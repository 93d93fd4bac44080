"""How each column of a file is read: the field that it fills, and how far it says what is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relinsight.records.record import fields
from relinsight.sources.citizen_numbers import shows_number
from relinsight.sources.plan import At, Feed, Own, Plan
from relinsight.warehouse.importing.cells import bare, filled
from relinsight.warehouse.importing.preview import ColumnRead
from relinsight.warehouse.importing.work import Work, arriving, of_sheet, on_key, raw
from relinsight.words.name import Name

EXAMPLES, LOOKED_AT = 3, 200


def columns_read(work: Work, number: int) -> tuple[ColumnRead, ...]:
    """The columns of a sheet that fill a field, in the order of the file."""
    plan = work.plans[number]
    found = [
        (places, _read(work, number, at, feed, name, places))
        for at, feed in enumerate(plan.feeds)
        for name in _fields(feed)
        if (places := _places(plan, feed, name))
    ]
    return tuple(read for _, read in sorted(found, key=lambda each: each[0]))


def columns_unread(work: Work, number: int) -> tuple[Name, ...]:
    """The columns of a sheet that fill nothing and may be shown."""
    plan = work.plans[number]
    read = {place for feed in plan.feeds for name in _fields(feed) for place in _places(plan, feed, name)}
    header = plan.sheet.header[: plan.shown]
    return tuple(Name(name) for at, name in enumerate(header) if name and at not in read and at not in plan.hidden)


def _fields(feed: Feed) -> Sequence[str]:
    return [f.name for f in fields(feed.record) if isinstance(feed.cells.get(f.name), At)]


def _places(plan: Plan, feed: Feed, name: str) -> tuple[int, ...]:
    """The columns of the file from which a field comes."""
    cell = feed.cells[name]
    return plan.made_of.get(cell.column, (cell.column,)) if isinstance(cell, At) else ()


def _read(work: Work, number: int, at: int, feed: Feed, name: str, places: Sequence[int]) -> ColumnRead:
    plan = work.plans[number]
    known, same = _compared(work, number, at, feed, name)
    cells = _filled(work, number, places)
    return ColumnRead(
        Name(" + ".join(plan.sheet.header[place] for place in places)),
        feed.record.table,
        name,
        known,
        same if known else max(cells - _unread(work, number, feed, name), 0),
        cells,
        tuple(_examples(work, number, places[0])),
    )


def _compared(work: Work, number: int, at: int, feed: Feed, name: str) -> tuple[int, int]:
    """How many rows are there already, and how many of them say in this field what the file says."""
    table = arriving(feed.record)
    here = f"new._sheet = {number} AND new._feed = {at}"
    on = on_key("new", "there", feed.record)
    said = f"there.{name} IS NOT DISTINCT FROM new.{name}"
    if feed.aside_of is None:
        ((known, same),) = work.run(
            f"SELECT count(*), count(*) FILTER (WHERE {said}) FROM {table} AS new JOIN {feed.record.table} AS there ON {on} WHERE {here}"
        )
        return known, same
    own = next(field for field, cell in feed.cells.items() if isinstance(cell, Own))
    ((known, same),) = work.run(
        f"SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 FROM {feed.record.table} AS there WHERE {on} AND {said})) "
        f"FROM {table} AS new WHERE {here} AND new.{own} IN (SELECT {own} FROM {feed.record.table})"
    )
    return known, same


def _filled(work: Work, number: int, places: Sequence[int]) -> int:
    return work.number(f"SELECT count(*) FROM {raw(number)} WHERE {' OR '.join(filled(f'c{place}') for place in places)}")


def _unread(work: Work, number: int, feed: Feed, name: str) -> int:
    """How many rows are rejected for what stands in this field."""
    return work.number(
        f"SELECT count(DISTINCT _src) FROM problem WHERE {of_sheet(number)} AND field IN ($called, $name) AND value IS NOT NULL",
        called=feed.called.get(name, name),
        name=name,
    )


def _examples(work: Work, number: int, place: int) -> Iterator[Name]:
    """The first different cells, as the file has them; none with a number of a citizen, and none of a file that names strangers."""
    if work.plans[number].sheet.strangers:
        return
    first = f"SELECT _row, {bare(f'c{place}')} AS cell FROM {raw(number)} ORDER BY _row LIMIT {LOOKED_AT}"
    cells = f"SELECT cell FROM ({first}) AS first WHERE cell IS NOT NULL GROUP BY cell ORDER BY min(_row) LIMIT {EXAMPLES}"
    yield from (Name(cell) for (cell,) in work.run(cells) if not shows_number(cell))
