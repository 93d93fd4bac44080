"""What an import takes away without a word of its own: links that a row no longer names, columns that are empty throughout."""

from __future__ import annotations

from relinsight.records.record import Record, fields
from relinsight.sources.plan import At, Feed, Own
from relinsight.warehouse.importing.after_import import cleared_by
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.settling.undated import ENDED
from relinsight.warehouse.importing.work import Work, arriving, on_key
from relinsight.warehouse.importing.writing import UPDATED
from relinsight.words.name import Name
from relinsight.words.text import counted


def weigh_cleared(work: Work, record: type[Record]) -> None:
    """A row that no longer names what it named before is a changed row."""
    if work.replaces(record):
        return
    for sheet, feed in work.feeds_of(record):
        if feed.aside_of is None or not feed.needs:
            continue
        own = next(name for name, cell in feed.cells.items() if isinstance(cell, Own))
        main = arriving(feed.aside_of)
        work.run(
            f"UPDATE {main} SET _rank = {UPDATED} WHERE _rank < {UPDATED} AND id IN (SELECT there.{own} FROM {record.table} AS there "
            f"WHERE {cleared_by(work, feed, sheet, feed.aside_of)} "
            f"AND NOT EXISTS (SELECT 1 FROM {arriving(record)} AS new WHERE {on_key('new', 'there', record)}))"
        )


def warn_of_empty_columns(work: Work, record: type[Record]) -> None:
    """Say how many values a column clears that is empty in every row."""
    if work.replaces(record):
        return
    for sheet, at, feed in work.places(record):
        if feed.aside_of is not None and feed.needs:
            _warn_of_empty_aside(work, sheet, at, feed)
    _warn_of_empty_fields(work, record)


def _warn_of_empty_aside(work: Work, sheet: int, at: int, feed: Feed) -> None:
    if feed.aside_of is None or work.number(f"SELECT count(*) FROM {arriving(feed.record)} WHERE _sheet = {sheet} AND _feed = {at}"):
        return
    lost = work.number(f"SELECT count(*) FROM {feed.record.table} AS there WHERE {cleared_by(work, feed, sheet, feed.aside_of)}")
    lost += (
        work.number(f"SELECT count(*) FROM {arriving(feed.record)} WHERE _sheet = {sheet} AND _feed = {ENDED}") if feed.since_ever else 0
    )
    _say_lost(work, feed.called.get(feed.needs[0], feed.needs[0]), feed.record, lost)


def _warn_of_empty_fields(work: Work, record: type[Record]) -> None:
    table = arriving(record)
    given = {name for _, feed in work.feeds_of(record) for name, cell in feed.cells.items() if isinstance(cell, At)}
    optional = [f.name for f in fields(record) if f.name in given and not f.required and f.name not in record.key]
    if not optional:
        return
    (filled,) = work.run(f"SELECT {', '.join(f'count({name})' for name in optional)} FROM {table}")
    for name in (name for name, times in zip(optional, filled, strict=True) if not times):
        there = f"{record.table} AS there ON {on_key(table, 'there', record)}"
        lost = work.number(f"SELECT count(there.{name}) FROM {table} JOIN {there}")
        _say_lost(work, name, record, lost)


def _say_lost(work: Work, column: str, record: type[Record], lost: int) -> None:
    if lost:
        work.remark(
            About.CHANGES,
            counted(
                "The column {column} is empty in every row and clears {n} value of {table}.",
                "The column {column} is empty in every row and clears {n} values of {table}.",
                lost,
                column=Name(column),
                table=Name(record.table),
            ),
        )
