"""Facts hang together: each names its grain and is written once."""

from __future__ import annotations

import re
from datetime import date

import pytest
import sqlglot
from sqlglot import exp
from warehouse_from import facts_on, warehouse_from

from relinsight.measures.scoping import parameters
from relinsight.warehouse.connection import in_memory
from relinsight.warehouse.queries import composed, facts
from relinsight.words.scope import Scope

EVERY = sorted(facts())


def test_there_are_facts():
    assert len(EVERY) > 40


@pytest.mark.parametrize("name", EVERY)
def test_a_fact_opens_with_its_grain(name: str):
    assert re.match(r"One row (a|an) .+\.$", facts()[name].splitlines()[0].removeprefix("-- "))


@pytest.mark.parametrize("name", EVERY)
def test_no_query_within_a_fact_bears_the_name_of_a_fact(name: str):
    inner = {cte.alias for cte in sqlglot.parse_one(facts()[name], read="duckdb").find_all(exp.CTE)}
    assert not inner & set(EVERY)


def test_no_fact_bears_the_name_of_a_table():
    tables = {row["name"] for row in in_memory().rows("SELECT table_name AS name FROM duckdb_tables()")}
    assert len(tables) > 30
    assert not tables & set(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_a_fact_of_nothing_is_empty_on_both_days(name: str):
    warehouse = in_memory()
    scope = Scope(date(2026, 6, 30), since=date(2026, 3, 31))
    for asked in (name, f"{name}_since"):
        rows = warehouse.rows(composed(f"SELECT * FROM {asked}"), parameters(scope))
        assert rows == [] or name in ("policy_day", "policy_span", "instrument_part")


def test_a_fact_on_the_since_day_sees_what_was_true_then():
    db = warehouse_from("""
        partner_tier:partner_id  tier  from_date   to_date
        harbour                  A     -           2026-03-31
        harbour                  B     2026-04-01  -

        partner
        harbour
    """)
    assert facts_on(db, "partner_day", "tier", "2026-06-30", since="2026-03-31") == [("B",)]
    assert facts_on(db, "partner_day_since", "tier", "2026-06-30", since="2026-03-31") == [("A",)]


def test_a_fact_that_includes_itself_is_refused(monkeypatch: pytest.MonkeyPatch):
    circle = {"egg": "-- One row an egg.\nSELECT * FROM hen", "hen": "-- One row a hen.\nSELECT * FROM egg"}
    monkeypatch.setattr("relinsight.warehouse.queries.facts", lambda: circle)
    with pytest.raises(ValueError, match=r"includes itself by way of"):
        composed.__wrapped__("SELECT * FROM egg -- afresh")


def test_a_query_of_its_own_parts_keeps_them():
    sql = composed("-- One row: how many.\nWITH mine AS (SELECT * FROM employee_day) SELECT count(*) AS n FROM mine")
    assert in_memory().rows(sql, {"as_of": date(2026, 6, 30)}) == [{"n": 0}]
