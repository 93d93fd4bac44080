"""Every query of the house as it is asked, and the same in the words of Spark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from itertools import product
from typing import Any

import sqlglot
import town
from sqlglot import ErrorLevel, exp

from relinsight.measures.compute import figures
from relinsight.measures.measure import SUBJECTS
from relinsight.measures.rows import rows_behind
from relinsight.measures.scoping import parameters
from relinsight.warehouse.answers import AnswerRow, AnswerRows
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.queries import composed, facts, named, page_queries
from relinsight.words.scope import Scope

SCOPE = Scope(date(2026, 9, 30), since=date(2026, 6, 30), tiers=("A", "B"), partner="prt-01")
MORE = {"day": date(2026, 9, 30), "partners": ["prt-01", "prt-02"], "people": ["per-01"]}


@dataclass(frozen=True)
class Question:
    """One query, the same with the facts that it names before it, and the values that it asks for."""

    sql: str
    with_facts: str
    values: Mapping[str, Any]


@dataclass
class Listening:
    """A warehouse that keeps what it is asked."""

    warehouse: Warehouse
    asked: dict[str, Question] = field(default_factory=dict)

    def answer(self, sql: str, values: Mapping[str, Any]) -> list[AnswerRow]:
        return self.table(sql, values).all()

    def table(self, sql: str, values: Mapping[str, Any]) -> AnswerRows:
        self.asked.setdefault(sql, _question(sql, values))
        return self.warehouse.snapshot().table(sql, values)

    def snapshot(self) -> Listening:
        return self

    def seen(self, _sight: object) -> Listening:
        return self


def _question(sql: str, values: Mapping[str, Any]) -> Question:
    whole = composed(sql)
    return Question(sql, whole, named(whole, values))


@cache
def questions() -> dict[str, Question]:
    """Every fact on both days, every page query, every measure of every kind of subject, and the rows behind each."""
    given = parameters(SCOPE) | MORE
    texts = {name: f"SELECT * FROM {name}" for fact in facts() for name in (fact, f"{fact}_since")}
    texts |= {f"page {name}": sql for name, sql in page_queries().items()}
    return {name: _question(sql, given) for name, sql in texts.items()} | dict(_of_measures())


def _of_measures() -> Iterator[tuple[str, Question]]:
    listening: Any = Listening(town.town())
    for by, scope in product(SUBJECTS, (SCOPE, SCOPE.unfiltered(), replace(SCOPE.unfiltered(), partner=None))):
        found = {figure.measure: figure.subject for figure in figures(listening, scope, by)}
        for measure, subject in found.items():
            rows_behind(listening, scope, measure, by, subject)
    yield from ((f"measure {number}", question) for number, question in enumerate(listening.asked.values()))


def fact_names() -> list[str]:
    """Every fact."""
    return sorted(facts())


@cache
def in_spark(sql: str) -> str:
    """A query in the other engine's words."""
    return parsed(sql, "duckdb").sql("spark", unsupported_level=ErrorLevel.RAISE)


@lru_cache(maxsize=4)
def parsed(sql: str, engine: str) -> exp.Expr:
    """A query in an engine's words, as a tree to look into."""
    return sqlglot.parse_one(sql, read=engine)
