"""Keep the facts of a day ready: computed once, read by every figure and page until the data change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import duckdb

from relinsight.warehouse.kept import IN_FILE, table_of
from relinsight.warehouse.queries import SINCE, asks, facts, named, over

# Facts with a row a partner, person, goal or question: small beside the contacts, and asked for by every page.
# A fact with a row a contact is not among them: it is large, and is read from what is kept in the file.
KEPT = frozenset({
    "assessed", "best_placed", "both_views", "chain", "chosen", "contact_tally", "dealing_day", "dealing_span",
    "dimension_score", "employee_day", "form", "form_dimension", "form_part", "function_day", "goal_day",
    "instrument_part", "last_contact", "link", "part_score", "partner_day", "partner_edge", "partner_score",
    "partner_standing", "policy_day", "portfolio_score", "question_day", "respondent_pool", "tie_day", "tie_span",
    "tie_strength", "tied_colleague", "unlisted",
})  # fmt: skip
CHOSEN = "chosen"
EARLIER = {"as_of": SINCE.removeprefix("_"), "first_day": f"first_day{SINCE}", "last_day": f"last_day{SINCE}"}
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
    loose: bool = False

    def query(self, sql: str, parameters: Mapping[str, object]) -> str:
        """The query with what it names put before it: a kept fact as its table, another as its own query."""
        with self.making:
            placed = over(sql, lambda name: self._stored(name, parameters))
            if self.loose:
                self._fold()
        return placed

    def forget(self) -> None:
        """Drop every kept table: the data changed."""
        with self.making:
            while self.made:
                self._drop()

    def _stored(self, name: str, parameters: Mapping[str, object]) -> str | None:
        """The table in which a fact is kept, in the file or here; nothing where it stays live."""
        today = name if name in facts() else name.removesuffix(SINCE)
        if today in IN_FILE:
            return table_of(today)
        return self._table(today, _given(name, parameters)) if today in KEPT else None

    def _table(self, name: str, given: Mapping[str, object]) -> str:
        """The table of a fact for a day and what else it asks for, made where it is not there yet."""
        key = f"{name}@{' '.join(map(str, given.values()))}" if given else name
        if key not in self.made:
            self._make(key, name, given)
        self.made.move_to_end(key)
        return _quoted(key)

    def _make(self, key: str, name: str, given: Mapping[str, object]) -> None:
        sql = over(facts()[name], lambda below: self._stored(below, given))
        cursor = self.owner.connection.cursor()
        try:
            cursor.execute(f"CREATE OR REPLACE TABLE {_quoted(key)} AS {sql}", named(sql, given))
        finally:
            cursor.close()
        self.made[key] = None
        self.loose = self.loose or name != CHOSEN
        while len(self.made) > MOST:
            self._drop()

    def _fold(self) -> None:
        """Let the engine press the new tables together: uncompressed, a column of few rows takes a block of its own."""
        self.loose = False
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
            cursor.execute(f"DROP TABLE IF EXISTS {_quoted(key)}")
        finally:
            cursor.close()


def _given(name: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """What a kept fact asks for; one on the since day gets the days that belong to it."""
    if name in facts():
        return {asked: parameters[asked] for asked in asks(name)}
    return {asked: parameters[EARLIER.get(asked, asked)] for asked in asks(name.removesuffix(SINCE))}


def _quoted(key: str) -> str:
    written = key.replace('"', '""')
    return f'ready."{written}"'
