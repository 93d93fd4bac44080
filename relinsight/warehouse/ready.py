"""Keep the facts of a day ready: computed once, read by every figure and page until the data change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import duckdb

from relinsight.warehouse.kept import IN_FILE, table_of
from relinsight.warehouse.queries import DAYS, SINCE, fact, facts, joined, moves, named_facts, read_from

# Facts with a row a partner, person, goal or question: small beside the contacts, and asked for by every page.
# A fact with a row a contact stays live: it is large, and only its own few days are read.
KEPT = frozenset({
    "assessed", "best_placed", "both_views", "chain", "dealing_day", "dealing_span", "dimension_score", "employee_day", "form",
    "form_dimension", "form_part", "function_day", "goal_day", "instrument_part", "last_contact", "link", "part_score", "partner_day",
    "partner_edge", "partner_score", "partner_standing", "policy_day", "portfolio_score", "question_day",
    "respondent_pool", "tie_day", "tie_span", "tie_strength", "tied_colleague", "unlisted",
})  # fmt: skip
MOST = 400  # kept tables: about a dozen days


class Connected(Protocol):
    """What gives out connections."""

    connection: duckdb.DuckDBPyConnection


@dataclass
class Ready:
    """The kept tables of one database, in memory beside it; the oldest give way to newer ones."""

    owner: Connected
    made: OrderedDict[str, None] = field(default_factory=OrderedDict)
    making: threading.RLock = field(default_factory=threading.RLock)

    def query(self, sql: str, parameters: Mapping[str, object]) -> str:
        """The query with what it names put before it: a kept fact as its table, another as its own query."""
        with self.making:
            made = len(self.made)
            live: dict[str, str] = {}
            placed = self._placed(sql, parameters, live)
            if len(self.made) != made:
                self._fold()
        return joined(live, placed)

    def forget(self) -> None:
        """Drop every kept table: the data changed."""
        with self.making:
            while self.made:
                self._drop()

    def _placed(self, sql: str, parameters: Mapping[str, object], live: dict[str, str]) -> str:
        """The query with kept facts read from their tables; those that are not kept are added to the live ones."""
        tables: dict[str, str] = {}
        for name in named_facts(sql):
            today = name.removesuffix(SINCE) if name not in facts() else name
            if today in IN_FILE:
                tables[name] = table_of(today)
            elif today in KEPT:
                tables[name] = self._table(today, _day_of(name, parameters))
            elif name not in live:
                body = self._placed(fact(name) or "", parameters, live)
                live[name] = body
        return read_from(sql, tables)

    def _table(self, name: str, day: date) -> str:
        """The table of a fact on a day, made where it is not there yet."""
        key = f"{name}@{day}" if moves(name) else name
        if key not in self.made:
            self._make(key, name, day)
        self.made.move_to_end(key)
        return f'ready."{key}"'

    def _make(self, key: str, name: str, day: date) -> None:
        body = facts()[name]
        parameters = {"as_of": day}
        live: dict[str, str] = {}
        sql = joined(live, self._placed(body, parameters, live))
        cursor = self.owner.connection.cursor()
        try:
            given = parameters if DAYS.search(sql) else {}
            cursor.execute(f'CREATE OR REPLACE TABLE ready."{key}" AS {sql}', given)
        finally:
            cursor.close()
        self.made[key] = None
        while len(self.made) > MOST:
            self._drop()

    def _fold(self) -> None:
        """Let the engine press the new tables together: uncompressed, a column of few rows takes a block of its own."""
        cursor = self.owner.connection.cursor()
        try:
            cursor.execute("CHECKPOINT ready")
        except duckdb.TransactionException:
            pass  # somebody is reading; the next table that is made gives another chance
        finally:
            cursor.close()

    def _drop(self) -> None:
        key, _ = self.made.popitem(last=False)
        cursor = self.owner.connection.cursor()
        try:
            cursor.execute(f'DROP TABLE IF EXISTS ready."{key}"')
        finally:
            cursor.close()


def _day_of(name: str, parameters: Mapping[str, object]) -> date:
    day = parameters["as_of"] if name in facts() else parameters["since"]
    assert isinstance(day, date)
    return day
