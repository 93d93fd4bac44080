"""Every query says the same in Spark: its words are known there, and where Spark is, its rows are equal over the town."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from graphlib import TopologicalSorter
from typing import Any

import pytest
import town
from second_engine import Question, fact_names, in_spark, parsed, questions
from sqlglot import exp

from relinsight.warehouse.queries import fact, named, named_facts

KNOWN = {"MAKE_DATE"}  # functions of both engines that the translator passes through as it finds them
EVERY = sorted(questions())
SETTINGS = {
    "spark.driver.memory": "3g",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.cteRecursionLevelLimit": "200",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def unknown_to_spark(sql: str) -> set[str]:
    """The functions of a query that Spark does not have."""
    return {call.name.upper() for call in parsed(in_spark(sql), "spark").find_all(exp.Anonymous)} - KNOWN


def lists_in_order(sql: str) -> list[str]:
    """The lists of a query that ask for an order: the translator drops it in silence."""
    tree = parsed(sql, "duckdb")
    return [call.sql() for call in tree.find_all(exp.ArrayAgg) if call.find(exp.Order)]


def distinct_in_order(sql: str) -> list[str]:
    """The texts of a query that are put together once each and in an order: Spark 4 fails on two of these."""
    tree = parsed(sql, "duckdb")
    return [call.sql() for call in tree.find_all(exp.GroupConcat) if call.find(exp.Distinct) and call.find(exp.Order)]


def names_that_stand_twice(sql: str) -> list[str]:
    """The expressions of a query that share a name once all of them stand before it, as the translator puts them."""
    counted = Counter(each.alias.lower() for each in parsed(in_spark(sql), "spark").find_all(exp.CTE))
    return [name for name, times in counted.items() if times > 1]


def test_there_are_questions_of_every_kind():
    kinds = Counter(name.partition(" ")[0] if " " in name else "fact" for name in EVERY)
    assert kinds["fact"] == 2 * len(fact_names())
    assert kinds["page"] > 20
    assert kinds["measure"] > 200


@pytest.mark.parametrize("name", EVERY)
def test_a_query_says_nothing_that_spark_lacks(name: str):
    whole = questions()[name].sql if name.startswith("measure ") else questions()[name].with_facts  # a measure has no facts of its own
    assert unknown_to_spark(whole) == set()
    assert lists_in_order(whole) == []
    assert names_that_stand_twice(whole) == []


@pytest.mark.parametrize("name", [name for name in EVERY if name.startswith("page ")])
def test_a_page_query_puts_together_no_texts_that_spark_fails_on(name: str):
    assert len(distinct_in_order(questions()[name].with_facts)) < 2


def test_what_spark_lacks_would_be_found():
    for function in ("strlen(a)", "nfc_normalize(a)", "timezone('UTC', a)", "list_intersect(a, b)"):
        assert unknown_to_spark(f"SELECT {function} FROM t")
    assert lists_in_order("SELECT list(a ORDER BY b) FROM t")
    assert names_that_stand_twice(
        "WITH a AS (WITH x AS (SELECT 1) SELECT * FROM x), b AS (WITH x AS (SELECT 2) SELECT * FROM x) SELECT * FROM a, b"
    )


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Spark on this machine, with the tables of the town."""
    sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed: pip install .[spark], and Java")
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    for table in town.town().rows("SELECT table_name AS name FROM duckdb_tables() WHERE database_name = current_database()"):
        with town.town().cursor() as cursor:
            rows = cursor.execute(f"SELECT * FROM {table['name']}").to_arrow_table()
        session.createDataFrame(rows).createOrReplaceTempView(table["name"])
    yield session
    session.stop()


def _asked(spark: Any, sql: str, values: Mapping[str, Any]) -> Any:
    functions = pytest.importorskip("pyspark.sql.functions")
    given = {name: functions.array(*map(functions.lit, value)) if isinstance(value, list) else value for name, value in values.items()}
    return spark.sql(in_spark(sql), args=given)


def _difference(spark: Any, question: Question, sql: str, view: str = "") -> str | None:
    """How the rows of a question in Spark differ; nothing where they are equal. A fact stays as a view for those that read it."""
    here = town.town().rows(question.with_facts, question.values)
    try:
        frame = _asked(spark, sql, named(sql, {**question.values}))
        there = frame.collect()
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:400]}"
    if view:
        spark.createDataFrame(there, frame.schema).createOrReplaceTempView(view)
    one, other = (sorted(repr([*map(_plain, row)]) for row in rows) for rows in ([row.values() for row in here], there))
    return (
        None
        if one == other
        else f"{len(one)} and {len(other)} rows, {[pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]][:1]}"
    )


def _plain(value: Any) -> Any:
    match value:
        case float() | Decimal():
            return None if math.isnan(value) else round(float(value), 6) + 0.0
        case datetime():
            return value.isoformat()[:19]
        case list() | tuple():
            return [*map(_plain, value)]
        case _:
            return value


def test_every_query_has_the_same_rows_in_spark(spark: Any):
    asked = questions()
    order = TopologicalSorter({name: named_facts(fact(name) or "") for name in asked if " " not in name}).static_order()
    differences = {name: _difference(spark, asked[name], fact(name) or "", name) for name in order}
    differences |= {name: _difference(spark, question, question.sql) for name, question in asked.items() if " " in name}
    assert len(differences) == len(asked)
    print(f"{len(differences)} queries: {sum(found is None for found in differences.values())} equal")
    assert {f"{name}: {asked[name].sql}": found for name, found in differences.items() if found} == {}


def test_every_query_with_its_facts_before_it_is_read_by_spark(spark: Any):
    parser = spark._jsparkSession.sessionState().sqlParser()
    for question in questions().values():
        assert parser.parsePlan(in_spark(question.with_facts)) is not None


@pytest.mark.parametrize("name", ["contact_tally", "last_contact_since", "policy_day", "tied_colleague", "page choice_account_managers"])
def test_a_query_with_its_facts_before_it_has_the_same_rows_in_spark(spark: Any, name: str):
    question = questions()[name]
    assert _difference(spark, question, question.with_facts) is None
