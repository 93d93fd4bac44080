"""The database of a dashboard is small between two writes, and takes what it needs during one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from relinsight.languages.sentence import Speaker
from relinsight.measures.scoping import parameters
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.scope import Scope

LIMIT = "SELECT memory_limit FROM pragma_database_size()"
ROOM = "SELECT memory_usage_bytes + temporary_storage_bytes AS bytes FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'"
TOO_MUCH = "SELECT len(list(md5(n::VARCHAR))) AS n FROM range(4_000_000) AS t(n)"


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = open_file(tmp_path / "city.duckdb", frugal=True)
    yield found
    found.close()


def limit(connection: duckdb.DuckDBPyConnection) -> str:
    return connection.execute(LIMIT).fetchall()[0][0]


def test_the_limit_of_memory_is_lifted_for_a_write_and_put_back(warehouse: Warehouse) -> None:
    before = limit(warehouse.connection)
    with warehouse.transaction() as cursor:
        during = limit(cursor)
    assert before == limit(warehouse.connection) == "76.2 MiB"
    assert during != before


def test_a_question_that_needs_more_is_answered_all_the_same(warehouse: Warehouse) -> None:
    with pytest.raises(duckdb.OutOfMemoryException):
        warehouse.connection.execute(TOO_MUCH)
    assert [row["n"] for row in warehouse.answer(TOO_MUCH, {})] == [4_000_000]
    assert limit(warehouse.connection) == "76.2 MiB"


def test_a_machine_without_memory_is_said_in_one_sentence(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError) as refused:
        warehouse.rows(TOO_MUCH)
    assert "too little memory free for this work on city.duckdb" in Speaker("en")(refused.value.reason)


def test_the_tables_of_a_day_are_pressed_together_while_they_are_made(warehouse: Warehouse) -> None:
    with warehouse.transaction() as cursor:
        cursor.execute("INSERT INTO partner (id, name, recorded_at) SELECT 'p' || n, 'Partner ' || n, now() FROM range(5000) AS t(n)")
    for day in range(1, 13):
        scope = Scope(date(2026, 1, day), date(2025, 1, day))
        warehouse.answer("SELECT count(*) FROM partner_day JOIN partner_day_since USING (partner)", parameters(scope))
    assert len(warehouse.day_cache.kept) >= 24
    assert warehouse.rows(ROOM)[0]["bytes"] < 50_000_000
