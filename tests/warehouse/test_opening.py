"""A file that cannot be ours is left as it is, and the reason is one sentence."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from relinsight.warehouse.connection import open_file
from relinsight.warehouse.migrations import migrations
from relinsight.warehouse.refusal import WarehouseError


def test_a_new_file_gets_every_table_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "city.duckdb"
    open_file(path).close()
    warehouse = open_file(path)
    assert warehouse.one("SELECT count(*) AS n FROM migration") == {"n": len(migrations())}
    assert warehouse.one("SELECT count(*) AS n FROM sector") == {"n": 7}


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as theirs:
        theirs.execute("CREATE TABLE invoice (id INTEGER)")
    with pytest.raises(WarehouseError) as refused:
        open_file(path)
    assert "another program" in refused.value.reason.message
    with duckdb.connect(str(path)) as theirs:
        assert theirs.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("invoice",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.duckdb"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(WarehouseError) as refused:
        open_file(path)
    assert "cannot be opened as a database" in refused.value.reason.message
    assert path.read_text(encoding="utf-8") == "a,b\n1,2\n"


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "city.duckdb"
    warehouse = open_file(path)
    warehouse.connection.execute("INSERT INTO migration VALUES (999, 'later', now())")
    warehouse.close()
    with pytest.raises(WarehouseError) as refused:
        open_file(path)
    assert "newer" in refused.value.reason.message


def test_an_older_database_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "city.duckdb"
    with duckdb.connect(str(path)) as old:
        old.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL, made_at TIMESTAMPTZ NOT NULL)")
        old.execute(migrations()[0].sql)
        old.execute("INSERT INTO migration VALUES (1, 'the_model', now())")
        old.execute("INSERT INTO cluster (id, name, recorded_at) VALUES ('port', 'Port', now())")
    warehouse = open_file(path)
    assert warehouse.one("SELECT max(number) AS n FROM migration") == {"n": len(migrations())}
    assert warehouse.one("SELECT name FROM cluster") == {"name": "Port"}
    with duckdb.connect(str(tmp_path / "city.version-1.duckdb")) as copy:
        assert copy.execute("SELECT max(number) FROM migration").fetchall() == [(1,)]
