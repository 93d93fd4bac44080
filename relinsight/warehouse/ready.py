"""Keep the facts of a day ready: computed once, read by every figure and page until the data change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import duckdb

from relinsight.warehouse.queries import DAYS, SINCE, fact, facts, joined, moves, named_facts

# Facts with a row a partner, person, goal or question: small beside the contacts, and asked for by every page.
# A fact with a row a contact stays live: it is large, and only its own few days are read.
KEPT = frozenset({
    "assessed", "best_placed", "both_views", "chain", "dealing_day", "dealing_span", "dimension_score", "employee_day", "form",
    "form_dimension", "form_part", "function_day", "goal_day", "instrument_part", "last_contact", "link", "part_score", "partner_day",
    "partner_edge", "partner_score", "partner_span", "partner_standing", "policy_day", "portfolio_score", "question_day",
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
            needed: dict[str, str] = {}
            self._collect(sql, parameters, needed)
        if not needed:
            return sql
        return joined(",\n".join(f"{name} AS (\n{body}\n)" for name, body in needed.items()), sql)

    def forget(self) -> None:
        """Drop every kept table: the data changed."""
        with self.making:
            while self.made:
                self._drop()

    def _collect(self, sql: str, parameters: Mapping[str, object], needed: dict[str, str]) -> None:
        for name in named_facts(sql):
            if name in needed:
                continue
            today = name.removesuffix(SINCE) if name not in facts() else name
            if today in KEPT:
                needed[name] = f"SELECT * FROM {self._table(today, _day_of(name, parameters))}"
            else:
                body = fact(name) or ""
                self._collect(body, parameters, needed)
                needed[name] = body

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
        sql = self.query(body, parameters)
        cursor = self.owner.connection.cursor()
        try:
            given = parameters if DAYS.search(sql) else {}
            cursor.execute(f'CREATE OR REPLACE TABLE ready."{key}" AS {sql}', given)
        finally:
            cursor.close()
        self.made[key] = None
        while len(self.made) > MOST:
            self._drop()

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
