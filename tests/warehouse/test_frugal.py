"""The database of a dashboard is small between two writes, and takes what it needs during one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from relinsight.languages.sentence import Speaker
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.refusal import WarehouseError

LIMIT = "SELECT memory_limit FROM pragma_database_size()"
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
    assert before == limit(warehouse.connection) == "122.0 MiB"
    assert during != before


def test_a_question_that_needs_more_is_answered_all_the_same(warehouse: Warehouse) -> None:
    with pytest.raises(duckdb.OutOfMemoryException):
        warehouse.connection.execute(TOO_MUCH)
    assert [row["n"] for row in warehouse.answer(TOO_MUCH, {})] == [4_000_000]
    assert limit(warehouse.connection) == "122.0 MiB"


def test_a_machine_without_memory_is_said_in_one_sentence(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError) as refused:
        warehouse.rows(TOO_MUCH)
    assert "too little memory free for this work on city.duckdb" in Speaker("en")(refused.value.reason)
