"""Change records by hand: each checked by its own rules, all in one run, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

from relinsight.records.model import RECORDS
from relinsight.records.record import Record
from relinsight.records.settings import ORIGIN, why_not
from relinsight.warehouse import checks
from relinsight.warehouse.changes import COUNTS, Change, columns_of, new_run, same_key
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.cutting import EVERYWHERE, Reach
from relinsight.warehouse.in_view import InView
from relinsight.warehouse.origin import time_zone
from relinsight.words.clock import day_of
from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import text

ROW, WEIGHED = "row_by_hand", "row_by_hand_weighed"


class ChangeRefused(Refusal):
    """Why nothing was changed, in one sentence."""


class _NothingChanged(Exception):  # noqa: N818
    """All that was put in was there already, or it was a rehearsal: no run, no new mark."""


@dataclass
class ByHand:
    """One change by hand under way: records are put in or removed, and settings set."""

    change: Change
    view: InView
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    tables: set[str] = field(default_factory=set[str])

    @property
    def run_id(self) -> str:
        """The run that the change is, where it changes anything."""
        return self.change.run_id

    def put(self, record: Record) -> None:
        """Write a record: a new one, or in the place of the one with its key."""
        self._stage(_valid(self.view.with_words(record)))
        self._put_staged(type(record))

    def put_all(self, record: type[Record], rows: str, **values: object) -> None:
        """Write the rows of a query over the table of a record, whose cells are valid as they were: a row a key, as `put` does it."""
        of = columns_of(record)
        self.change.cursor.execute(f"CREATE OR REPLACE TEMP TABLE {ROW} AS SELECT {', '.join(of.columns)} FROM ({rows}) AS rows", values)
        self._put_staged(record)

    def _put_staged(self, record: type[Record]) -> None:
        of = columns_of(record)
        self.view.refuse_put(record, ROW)
        differs = " OR ".join(f"new.{name} IS DISTINCT FROM there.{name}" for name in of.others) or "false"
        self.change.cursor.execute(
            f"CREATE OR REPLACE TEMP TABLE {WEIGHED} AS SELECT new.*, CASE WHEN there._found IS NULL THEN 'inserted' "
            f"WHEN {differs} THEN 'updated' ELSE 'unchanged' END AS _outcome FROM {ROW} AS new "
            f"LEFT JOIN (SELECT *, true AS _found FROM {of.table}) AS there ON {same_key('new', 'there', of.key)}"
        )
        self.change.insert(of, f"(FROM {WEIGHED} WHERE _outcome = 'inserted')")
        self.change.update(of, f"(FROM {WEIGHED} WHERE _outcome = 'updated')")
        for outcome, rows in self.change.cursor.execute(f"SELECT _outcome, count(*) FROM {WEIGHED} GROUP BY ALL").fetchall():
            self._count(outcome, of.table, rows)

    def remove_all(self, record: type[Record], where: str, **values: object) -> int:
        """Take the rows away that a condition on `there` names, and say how many; they stay in the history."""
        of = columns_of(record)
        for name, value in values.items():
            self.change.cursor.execute(f"SET VARIABLE {ROW}_{name} = $value", {"value": value})
            where = re.sub(rf"\${name}\b", f"getvariable('{ROW}_{name}')", where)
        ((found,),) = self.change.cursor.execute(f"SELECT count(*) FROM {of.table} AS there WHERE {where}").fetchall()
        if found:
            self.view.refuse_removal(of.table, where)
            self.change.delete(of, where)
            self._count("updated", of.table, found)
        return int(found)

    def remove(self, record: type[Record], key: Mapping[str, object]) -> None:
        """Take a record away; its row stays in the history. Refused where something refers to it."""
        where = " AND ".join(f"there.{name} IS NOT DISTINCT FROM ${name}" for name in record.key)
        if not self.remove_all(record, where, **{name: key.get(name) for name in record.key}):
            raise ChangeRefused(text("There is no such row of {table} any more; look at the page again.", table=Name(record.table)))

    def set(self, name: str, value: str) -> None:
        """Set a setting of the whole database."""
        self.view.refuse_setting()
        if name == ORIGIN:
            raise ChangeRefused(text("Where the data come from is told by what brings them in, and is not changed by hand."))
        if why := why_not(name, value):
            raise ChangeRefused(why)
        self._count("updated" if self.change.set(name, value) else "unchanged", "setting")

    def _stage(self, record: Record) -> None:
        of = columns_of(type(record))
        self.change.cursor.execute(f"CREATE OR REPLACE TEMP TABLE {ROW} AS SELECT {', '.join(of.columns)} FROM {of.table} LIMIT 0")
        marks = ", ".join(f"${name}" for name in of.columns)
        self.change.cursor.execute(f"INSERT INTO {ROW} VALUES ({marks})", {name: getattr(record, name) for name in of.columns})

    def _count(self, outcome: str, table: str, rows: int = 1) -> None:
        for name in ("rows_read", "accepted", outcome):
            self.counts[name] += rows
        if outcome != "unchanged":
            self.tables.add(table)


@contextmanager
def by_hand(
    warehouse: Warehouse, *, at: datetime, made_by: str | None, reach: Reach = EVERYWHERE, rehearsal: bool = False
) -> Generator[ByHand]:
    """Inside, records are put in and removed; at the end all rules hold and the writer reaches it all, or nothing was changed.

    A rehearsal changes nothing either way.
    """
    try:
        with warehouse.transaction() as cursor:
            change = new_run(cursor, at, made_by)
            work = ByHand(change, InView(change, reach, day_of(at, time_zone(cursor))))
            work.view.look()
            yield work
            if not work.tables:
                raise _NothingChanged
            _refuse_broken(work)
            if rehearsal:
                raise _NothingChanged
            work.change.keep_run(work.counts)
    except _NothingChanged:
        return


def _valid(record: Record) -> Record:
    """The record after its own rules looked at it."""
    try:
        return type(record).model_validate(record.model_dump())
    except ValidationError as error:
        wrong = error.errors()[0]
        column = Name(".".join(map(str, wrong["loc"])) or record.table)
        raise ChangeRefused(
            text("{column} is not right: {why}.", column=column, why=Name(wrong["msg"].removeprefix("Value error, ")))
        ) from error


def _refuse_broken(work: ByHand) -> None:
    tables = work.tables & {record.table for record in RECORDS}
    work.view.refuse_at_end(tables)
    for finding in checks.findings_near(work.change.cursor, tables):
        raise ChangeRefused(text("Nothing was changed, because then: {finding}", finding=work.view.without_unseen_ids(finding.said)))
