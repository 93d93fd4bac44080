"""The facts that a query names are put before it: what it asks stays the same, to the engine's own understanding of names."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import sqlglot
import town
from sqlglot import exp

from relinsight.measures.scoping import parameters
from relinsight.warehouse import queries
from relinsight.warehouse.answers import AnswerRow
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.queries import (
    SINCE,
    asks,
    composed,
    fact,
    facts,
    filled,
    mentioned,
    moves,
    named_facts,
    names,
    over,
    page_queries,
)
from relinsight.words.scope import Scope
from relinsight.words.yardsticks import HALF_LIFE_DAYS

SCOPE = Scope(date(2026, 9, 30), since=date(2026, 6, 30), tiers=("A", "B"), partner="prt-01")
GIVEN = parameters(SCOPE) | {"day": date(2026, 9, 30), "partners": ["prt-01", "prt-02"], "people": [], "seen_clusters": ["port"]}
NONE_IN_THE_TOWN = {"contacts_half_said", "dossier_actions", "dossier_interests", "runs"}
EVERY = sorted({*facts(), *(f"{name}{SINCE}" for name in facts())})


@pytest.fixture(scope="module")
def viewed() -> Iterator[Warehouse]:
    """The town with each fact as a table in it, made of those below it: there the engine finds by itself what a name means."""
    warehouse = town.town.__wrapped__()
    order = TopologicalSorter({name: named_facts(fact(name) or "") for name in EVERY}).static_order()
    for name in order:
        warehouse.connection.execute(f"CREATE TABLE {name} AS {filled(name, {asked: _literal(value) for asked, value in GIVEN.items()})}")
    yield warehouse
    warehouse.close()


def _literal(value: object) -> str:
    match value:
        case date():
            return f"DATE '{value}'"
        case None:
            return "NULL"
        case list():
            return str(value)
        case _:
            return f"'{value}'"


def _ordered(rows: list[AnswerRow]) -> list[str]:
    return sorted(repr([round(value, 9) if isinstance(value, float) else value for value in row.values()]) for row in rows)


def _both_ways(viewed: Warehouse, sql: str) -> tuple[list[str], list[str]]:
    return _ordered(viewed.rows(composed(sql), GIVEN)), _ordered(viewed.rows(sql, GIVEN))


@pytest.mark.parametrize("name", EVERY)
def test_a_fact_put_before_a_query_is_the_fact(viewed: Warehouse, name: str):
    one, other = _both_ways(viewed, f"SELECT * FROM {name}")
    assert one == other
    assert one or name.removesuffix("_since") == "chosen_cluster"  # no cluster is chosen here


@pytest.mark.parametrize("name", sorted(page_queries()))
def test_a_page_query_answers_the_same_with_its_facts_before_it(viewed: Warehouse, name: str):
    one, other = _both_ways(viewed, page_queries()[name])
    assert one == other
    assert one or name in NONE_IN_THE_TOWN


QUERIES = [
    "SELECT p.id, d.tier FROM partner p, partner_day d WHERE p.id = d.partner",
    "SELECT count(*) AS n FROM partner, partner_day",
    "SELECT count(*) AS n FROM partner_day /* FROM chain */ -- JOIN link\n, policy_day",
    "/* WITH x AS */ WITH form AS (SELECT 7 AS x) SELECT x, partner FROM form, form_part",
    "WITH partner_day AS (SELECT partner, name FROM partner_day WHERE tier = 'A') SELECT count(*) AS n FROM partner_day, tie_day",
    "WITH a AS (SELECT * FROM link), link AS (SELECT 1 AS x) SELECT count(*) AS n FROM a, link, chain",
    "WITH RECURSIVE chain AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM chain WHERE n < 4) SELECT n, tier FROM chain, policy_day",
    "SELECT (WITH link AS (SELECT 3 AS x) SELECT sum(x) FROM link) AS x, count(*) AS n FROM link",
    "SELECT partner FROM partner_day WHERE partner IN (WITH chain AS (SELECT 'prt-01' AS p) SELECT p FROM chain) AND EXISTS (FROM chain)",
    "SELECT x.partner FROM (WITH form AS (SELECT * FROM partner_day), b AS (FROM form) FROM b) AS x, form ORDER BY ALL LIMIT 3",
    "SELECT 'FROM chain, $as_of' AS said, name ~ '.*a' AS fits, name SIMILAR TO 'a' AS same FROM partner_day",
    "SELECT \"partner_day\".partner FROM \"Partner_Day\" JOIN Chain USING (partner)",
    "(SELECT partner FROM partner_day) UNION ALL (SELECT partner FROM partner_day_since)",
    "FROM partner_day SELECT count(*) AS n",
    "SELECT today.partner, today.tier FROM partner_day AS today JOIN partner_day_since AS before ON before.partner = today.partner",
    "SELECT partner_day.partner FROM partner_day_since AS partner_day",
    "WITH placed AS (SELECT * FROM last_contact), newest AS (SELECT * FROM placed) SELECT newest.partner FROM newest, goal_state",
    "SELECT tie_contact.partner AS chain, $as_of AS day FROM tie_contact GROUP BY ALL HAVING count(*) > 1",
]  # fmt: skip


@pytest.mark.parametrize("sql", QUERIES)
def test_a_query_means_what_the_engine_makes_of_its_names(viewed: Warehouse, sql: str):
    one, other = _both_ways(viewed, sql)
    assert one == other
    assert one


@pytest.mark.parametrize("sql", [*QUERIES, *(f"SELECT * FROM {name}" for name in EVERY), *page_queries().values()])
def test_no_name_stands_twice_in_what_is_put_before_a_query(sql: str):
    included = sqlglot.parse_one(composed(sql), read="duckdb").find_all(exp.CTE)
    own = {place.alias.lower() for place in sqlglot.parse_one(sql, read="duckdb").find_all(exp.CTE)}
    given = [each.alias.lower() for each in included if each.alias.lower() not in own and not each.alias.startswith("own__")]
    assert len(given) == len(set(given))


def test_no_name_of_ours_has_the_sign_that_parts_a_fact_from_what_is_within_it():
    for sql in [*facts().values(), *page_queries().values()]:
        assert "__" not in sql
    assert not any("__" in name for name in facts())


def test_a_query_reads_a_fact_from_its_table_at_any_depth(viewed: Warehouse):
    viewed.connection.execute("CREATE OR REPLACE TABLE day_cache.t1 AS SELECT * FROM partner_day LIMIT 1")
    stored = {"partner_day": 'day_cache."t1"'}
    assert viewed.rows(over("SELECT count(*) AS n FROM partner_day, Partner_Day AS d", stored.get)) == [{"n": 1}]
    assert viewed.rows(over("SELECT count(*) AS n FROM partner_standing", stored.get), GIVEN) == [{"n": 1}]
    hidden = "WITH partner_day AS (SELECT * FROM partner_day LIMIT 0) SELECT count(*) AS n FROM partner_day"
    assert viewed.rows(over(hidden, stored.get)) == [{"n": 0}]


def test_what_a_query_reads_is_told_without_its_own_expressions_and_comments():
    sql = "WITH link AS (SELECT * FROM tie, link) SELECT 'from form' FROM link l, Partner_Day -- , chain"
    assert names(sql) == ("tie", "link", "partner_day")
    assert named_facts(sql) == ("link", "partner_day")
    assert named_facts("SELECT 1") == ()


def test_a_fact_asks_for_what_the_facts_below_it_ask_for():
    assert set(asks("chosen")) == {"as_of", "sectors", "clusters", "tiers", "account_managers"}
    assert set(asks("contact_tally")) == {"as_of", "first_day", "last_day"}
    assert asks("ancestor") == ()
    assert set(asks("chosen_since")) == {"since", "sectors", "clusters", "tiers", "account_managers"}
    assert (moves("chain"), moves("partner_span"), moves("chosen")) == (True, False, True)


@pytest.mark.parametrize("name", sorted(facts()))
def test_the_facts_that_are_mentioned_are_at_least_those_that_are_read(name: str):
    read: set[str] = set()
    waiting = [name]
    while waiting:
        read.add(one := waiting.pop())
        waiting += [below for below in named_facts(facts()[one]) if below not in read]
    assert read <= set(mentioned([name]))


def test_a_query_that_names_no_fact_is_left_alone_and_loads_no_parser():
    code = (
        "import sys; from relinsight.warehouse.queries import *; facts(); page_queries(); mentioned(['chain']);"
        "assert over('SELECT 1 FROM partner', lambda _: None) == 'SELECT 1 FROM partner'; print('sqlglot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(queries.__file__).parents[2], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_queries_are_found_in_folders_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "pages" / "portfolio").mkdir(parents=True)
    (tmp_path / "pages" / "flat.sql").write_text("-- One row.\nSELECT 1;\n", encoding="utf-8")
    (tmp_path / "pages" / "portfolio" / "nested.sql").write_text("-- One row.\nSELECT 2", encoding="utf-8")
    monkeypatch.setattr(queries, "files", lambda _: tmp_path)
    assert page_queries.__wrapped__() == {"flat": "-- One row.\nSELECT 1", "nested": "-- One row.\nSELECT 2"}


def test_a_text_that_is_read_has_the_numbers_of_ours_in_it_and_leaves_what_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "decayed.sql").write_text("SELECT day / $half_life_days, $as_of FROM t", encoding="utf-8")
    monkeypatch.setattr(queries, "files", lambda _: tmp_path)
    assert facts.__wrapped__() == {"decayed": f"SELECT day / {HALF_LIFE_DAYS}e0, $as_of FROM t"}
