"""Carry out what a person decides about names: all of one call in one transaction and one run, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from relinsight.records.model import RECORDS
from relinsight.warehouse.by_hand import ByHand, ChangeRefused, by_hand
from relinsight.warehouse.changes import row_id
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.matches.desk import Desk
from relinsight.warehouse.matches.merging import Merge, merge
from relinsight.words.quantities import first_of
from relinsight.words.text import text

SHOWN = 5


@dataclass(frozen=True)
class Decisions:
    """What a person says of rows that wait, by their ids.

    `accept` may name the partner that is meant, where there are several or none; `merge` makes one partner of two.
    """

    accept: Sequence[tuple[str, str | None]] = ()
    new: Sequence[str] = ()
    different: Sequence[str] = ()
    collective: Sequence[str] = ()
    merge: Sequence[Merge] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not (self.ids or self.merge)

    @property
    def ids(self) -> list[str]:
        """Every id that something is said of."""
        return [*(each for each, _ in self.accept), *self.new, *self.different, *self.collective]


@dataclass(frozen=True)
class Changed:
    """What decisions did to one table: rows that it got, that were changed, and that it no longer has."""

    table: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True)
class Decided:
    """What came of decisions: the run that they are, and what they did to each table."""

    run_id: str
    changes: tuple[Changed, ...]


def decide(warehouse: Warehouse, decisions: Decisions, *, at: datetime, made_by: str | None = None, dry_run: bool = False) -> Decided:
    """Carry out decisions, or only tell what they would do."""
    _refuse_twice(decisions)
    with by_hand(warehouse, at=at, made_by=made_by, rehearsal=dry_run) as work:
        _carry_out(Desk(work, decisions.ids), decisions)
        return Decided(work.run_id, tuple(_changes(work)))


def _refuse_twice(decisions: Decisions) -> None:
    twice = [each for each, times in Counter(decisions.ids).items() if times > 1]
    if twice:
        raise ChangeRefused(text("More than one thing is decided about {ids}; say one of them.", ids=first_of(twice, SHOWN)))


def _carry_out(desk: Desk, decisions: Decisions) -> None:
    for each, partner in decisions.accept:
        desk.accept(each, partner)
    for decide_one, ids in ((desk.new, decisions.new), (desk.different, decisions.different), (desk.collective, decisions.collective)):
        for each in ids:
            decide_one(each)
    for both in decisions.merge:
        merge(desk.work, Merge(desk.partner(both.keep), desk.partner(both.goes)))


def _changes(work: ByHand) -> Iterator[Changed]:
    """What a run did, table by table, as it stands at its end."""
    for record in (record for record in RECORDS if record.table in work.tables):
        found = (
            f"SELECT DISTINCT row_id FROM history WHERE run_id = $run AND table_name = '{record.table}' "
            "AND (before->>'run_id') IS DISTINCT FROM $run"
        )
        written = f"SELECT {row_id('there', record.key)} AS row_id FROM {record.table} AS there WHERE run_id = $run"
        ((before, there, both),) = work.change.cursor.execute(
            f"SELECT count(f.row_id)::INTEGER, count(w.row_id)::INTEGER, count(f.row_id || w.row_id)::INTEGER "
            f"FROM ({found}) AS f FULL JOIN ({written}) AS w ON w.row_id = f.row_id",
            {"run": work.run_id},
        ).fetchall()
        yield Changed(record.table, there - both, both, before - both)
