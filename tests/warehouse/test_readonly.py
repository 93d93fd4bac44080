"""Reading with SQL: the user's words mean what the engine makes of them, every value comes out as it is, and nothing can be changed."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import cities
import duckdb
import pytest
import town
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relinsight.measures.scoping import parameters
from relinsight.warehouse import reading_process
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import import_files
from relinsight.warehouse.queries import composed, facts
from relinsight.warehouse.reading_process import answer
from relinsight.warehouse.readonly import Answer, QueryRefused, select
from relinsight.words.scope import Scope
from tests.arriving import AT, PARTNERS, City, said

NOW = parameters(Scope(date(2026, 10, 1)))
IN_JSON: Any = {name: value.isoformat() if isinstance(value, date) else value for name, value in NOW.items()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with two partners, made once."""
    folder = tmp_path_factory.mktemp("kept")
    warehouse = open_file(folder / "city.duckdb")
    import_files(warehouse, [City(folder).file("partner.csv", PARTNERS)], at=AT)
    warehouse.close()
    return folder / "city.duckdb"


@pytest.fixture
def path(tmp_path: Path, kept: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(kept, tmp_path / "city.duckdb"))


def here(path: Path, query: str) -> list[Any]:
    """What the reading process says, without a process."""
    return list(answer({"path": str(path), "query": query, "parameters": IN_JSON}))


def as_csv(path: Path, query: str) -> list[list[str]]:
    return [*csv.reader(io.StringIO("".join(_answer(path, query).as_csv())))]


def as_json(path: Path, query: str) -> list[dict[str, Any]]:
    return json.loads("".join(_answer(path, query).as_json()), parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))


def _answer(path: Path, query: str) -> Answer:
    columns, *rows, end = here(path, query)
    assert end == {"done": True}, end
    return Answer.said(columns["columns"], rows)


def test_sql_answers_one_select_or_explain_with_facts(path: Path):
    with select(path, "SELECT name FROM partner ORDER BY id", NOW) as found:
        assert list(found.rows()) == [{"name": "Havenbedrijf"}, {"name": "Museum"}]
    with select(path, "SELECT id, active_from FROM partner LIMIT 1;", NOW) as found:
        assert "".join(found.as_csv()) == "id,active_from\np1,\n"
    with select(path, "SELECT count(*) AS n FROM partner_day", NOW) as found:
        assert list(found.rows()) == [{"n": 2}]
    with select(path, "EXPLAIN SELECT * FROM partner", NOW) as found:
        assert found.columns == ("explain_key", "explain_value")


@pytest.mark.parametrize("name", sorted(facts()))
def test_every_fact_can_be_read_on_both_days(path: Path, name: str):
    for asked in (name, f"{name}_since"):
        assert here(path, f"SELECT count(*) FROM {asked}")[-1] == {"done": True}


@pytest.fixture(scope="module")
def town_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cities.town_file(tmp_path_factory.mktemp("town") / "town.duckdb")


@pytest.mark.parametrize(
    "name",
    ["chain", "chosen", "goal_day", "last_contact", "last_contact_since", "partner_span", "question_day", "tie_contact", "unlisted"],
)
def test_a_fact_reads_as_it_does_elsewhere(town_path: Path, name: str):
    query = f"SELECT bit_xor(hash(CAST(columns(*) AS VARCHAR)))::VARCHAR, count(*) AS n FROM {name}"
    (elsewhere,) = town.town().rows(composed(query), NOW)
    (here_,) = as_json(town_path, query)
    assert [*here_.values()] == [*elsewhere.values()]
    assert here_["n"] > 0


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("WITH form AS (SELECT 7 AS x) SELECT x FROM form", [["7"]]),
        ("WITH chain AS (SELECT 1 AS x), link AS (SELECT 2) SELECT x, count(*) FROM chain, link, partner_day GROUP BY ALL", [["1", "2"]]),
        ("WITH partner_day AS (SELECT name FROM partner_day) SELECT count(*) FROM partner_day", [["2"]]),
        ("WITH partner AS (SELECT 1 AS id) SELECT (SELECT count(*) FROM partner), (SELECT count(*) FROM partner_day)", [["1", "2"]]),
        ("SELECT count(*) FROM partner, partner_day", [["4"]]),
        ("SELECT count(*) FROM partner p, partner_day /* FROM chain */ AS d -- , link\nWHERE p.id = d.partner", [["2"]]),
        ("SELECT count(*) FROM (WITH chain AS (SELECT * FROM partner_day) SELECT * FROM chain), PARTNER_DAY", [["4"]]),
        ("SELECT 'FROM chain, $as_of; SELECT' AS said FROM partner_day LIMIT 1 ; -- ;", [["FROM chain, $as_of; SELECT"]]),
        ("SELECT name ~ 'Haven', name SIMILAR TO 'Haven' FROM partner ORDER BY id LIMIT 1", [["false", "false"]]),
        ("FROM chosen ORDER BY partner", [["p1"], ["p2"]]),
        ("SELECT $as_of AS day, partner FROM partner_day ORDER BY ALL LIMIT 1", [["2026-10-01", "p1"]]),
        ("EXPLAIN SELECT 1", None),
        ("explain /* x */ (ANALYZE, FORMAT json) -- y\n SELECT count(*) FROM partner_day", None),
        ("EXPLAIN ANALYZE (SELECT 1)", None),
        ("(SELECT 1) UNION ALL VALUES (2) ORDER BY 1", [["1"], ["2"]]),
        ("TABLE partner_day LIMIT 0", []),
        ("SELECT id AS \"é\" FROM partner WHERE name <> 'é;é' ORDER BY 1 LIMIT 1 ;", [["p1"]]),
    ],
)  # fmt: skip
def test_the_words_of_a_user_mean_what_the_engine_makes_of_them(path: Path, query: str, rows: list[list[str]] | None):
    _, *found = as_csv(path, query)
    assert found == rows if rows is not None else found


def test_two_columns_of_one_name_both_keep_their_values(path: Path):
    query = "SELECT p.name, d.name, 'x' AS name_2, p.name AS name FROM partner p JOIN partner d ON d.id = 'p2' WHERE p.id = 'p1'"
    assert as_csv(path, query) == [["name", "name", "name_2", "name"], ["Havenbedrijf", "Museum", "x", "Havenbedrijf"]]
    assert as_json(path, query) == [{"name": "Havenbedrijf", "name_3": "Museum", "name_2": "x", "name_4": "Havenbedrijf"}]
    with select(path, query, NOW) as found:
        assert [list(row.values()) for row in found.rows()] == [["Havenbedrijf", "Museum", "x", "Havenbedrijf"]]


VALUES: list[tuple[str, Any, str]] = [
    ("NULL", None, ""),
    ("true", True, "true"),
    ("'nan'::DOUBLE", "NaN", "NaN"),
    ("'-inf'::FLOAT", "-Infinity", "-Infinity"),
    ("123456789012345678901234.56::DECIMAL(38,2)", 123456789012345678901234.56, "123456789012345678901234.56"),
    ("-170141183460469231731687303715884105727::HUGEINT", -(2**127) + 1, "-170141183460469231731687303715884105727"),
    ("0.1::DOUBLE", 0.1, "0.1"),
    ("'\\xAA\\x00b'::BLOB", "\\xAA\\x00b", "\\xAA\\x00b"),
    ("INTERVAL '3 months 2 days'", "3 months 2 days", "3 months 2 days"),
    ("DATE '2026-09-30'", "2026-09-30", "2026-09-30"),
    ("'infinity'::DATE", "infinity", "infinity"),
    ("DATE '9999-12-31'", "9999-12-31", "9999-12-31"),
    ("TIMESTAMP '2026-01-01 00:00:00'", "2026-01-01T00:00:00", "2026-01-01T00:00:00"),
    ("TIMESTAMPTZ '2026-01-01 00:00:00.25+02'", "2025-12-31T22:00:00.25+00:00", "2025-12-31T22:00:00.25+00:00"),
    ("TIME '24:00:00'", "24:00:00", "24:00:00"),
    ("MAP {DATE '2026-01-01': 1}", {"2026-01-01": 1}, '{"2026-01-01":1}'),
    ("MAP {[1]: 'x'}", {"[1]": "x"}, '{"[1]":"x"}'),
    ("[1.5::DOUBLE, 'nan'::DOUBLE, NULL]", [1.5, "NaN", None], '[1.5,"NaN",null]'),
    ("{'a': 'NaN \" -Infinity', 'b': [{'c': 1}]}", {"a": 'NaN " -Infinity', "b": [{"c": 1}]}, '{"a":"NaN \\" -Infinity","b":[{"c":1}]}'),
    ("'[1, \"x\"]'::JSON", [1, "x"], '[1,"x"]'),
    ("'2026-01-01 00:00:00 NaN'", "2026-01-01 00:00:00 NaN", "2026-01-01 00:00:00 NaN"),
    ("'a,\"b\n' || chr(0)", 'a,"b\n\x00', 'a,"b\n\x00'),
    ("'{'", "{", "{"),
    ("''", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("value", "in_json", "in_csv"), VALUES, ids=[value for value, _, _ in VALUES])
def test_a_value_comes_out_as_it_is(path: Path, value: str, in_json: object, in_csv: str):
    assert as_json(path, f"SELECT {value} AS v") == [{"v": in_json}]
    assert "".join(_answer(path, f"SELECT {value} AS v").as_csv()) == "v\n" + _cell(in_csv)


def _cell(value: str) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow([value])
    return file.getvalue()


@settings(max_examples=examples(20))
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_comes_out_as_it_is(kept: Path, texts: list[str]):
    columns = ", ".join(f"{_literal(said)} AS v" for said in texts)
    (row,) = as_json(kept, f"SELECT {columns}")
    assert list(row.values()) == texts


def _literal(said: str) -> str:
    return " || ".join(["''", *(f"chr({ord(letter)})" for letter in said)])


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM partner",
        "INSERT INTO partner (id, name) VALUES ('x', 'x')",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE partner",
        "",
        ";",
        "-- nothing",
        "CREATE TEMP TABLE t AS SELECT 1",
        "CREATE TABLE memory.t AS SELECT 1",
        "CREATE VIEW v AS SELECT 1",
        "CREATE MACRO m() AS 1",
        "CHECKPOINT",
        "CHECKPOINT city",
        "SET VARIABLE x = 1",
        "SET threads = 1",
        "RESET lock_configuration",
        "PRAGMA enable_profiling",
        "PRAGMA database_list",
        "USE city",
        "ATTACH 'x.duckdb'",
        "DETACH city",
        "COPY partner TO 'x.csv'",
        "COPY (SELECT 1) TO 'x.csv'",
        "EXPORT DATABASE 'x'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CALL force_checkpoint()",
        "PREPARE p AS SELECT 1",
        "BEGIN",
        "VACUUM",
        "ANALYZE",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM 'x.parquet'",
        "SELECT 1 FROM force_checkpoint()",
        "SELECT * FROM \"checkpoint\" /* x */ ('city')",
        "SELECT * FROM system.main.enable_logging(storage='file', storage_path='x')",
        "FROM enable_profiling(format := 'json', save_location := 'x.json')",
        "SELECT write_log('x')",
        "SELECT * FROM query('FROM enable_' || 'logging()')",
        "SELECT * FROM query('SELECT 1')",
        "EXPLAIN ANALYZE DELETE FROM partner",
        "EXPLAIN ANALYZE INSERT INTO partner SELECT * FROM partner",
        "EXPLAIN (ANALYZE) INSERT INTO partner SELECT * FROM partner",
        "EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1",
        "EXPLAIN COPY (SELECT 1) TO 'x.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO 'x.csv'",
        "EXPLAIN FROM enable_logging()",
        "WITH t AS (DELETE FROM partner RETURNING *) SELECT * FROM t",
        "SELECT nothing",
        "SELECT $x",
        "SELECT ?",
        "SELECT 1)",
        "SELECT 1) AS a, (SELECT 2",
        "SELECT repeat('x', 100000000) FROM range(100) ORDER BY random()",
    ],
)  # fmt: skip
def test_nothing_but_a_question_is_answered(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str):
    monkeypatch.chdir(tmp_path)
    before, there = path.read_bytes(), sorted(tmp_path.iterdir())
    *_, end = here(path, query)
    assert "refused" in end
    assert "\n" not in end.get("why", "")
    assert (path.read_bytes(), sorted(tmp_path.iterdir())) == (before, there)


def test_a_statement_that_got_through_would_still_change_nothing(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading_process, "question_of", lambda query: ("", query))
    before = path.read_bytes()
    for query in (
        "DELETE FROM partner",
        "SET threads = 8",
        "ATTACH 'x.duckdb'",
        "COPY partner TO 'x.csv'",
        "CREATE TABLE city.t AS SELECT 1",
    ):
        monkeypatch.setattr(reading_process, "_given", lambda *_: {})
        *_, end = here(path, query)
        assert "refused" in end
    assert path.read_bytes() == before


def test_a_query_takes_no_more_of_the_machine_than_its_bounds(path: Path):
    (row,) = as_json(path, "SELECT current_setting('memory_limit') AS memory, current_setting('threads') AS threads")
    assert row == {"memory": "953.6 MiB", "threads": 2}
    assert here(path, "SELECT count(*) FROM (SELECT x, list(x) FROM range(100000000) AS t (x) GROUP BY ALL)")[-1]["refused"] == "memory"


def test_an_answer_of_many_rows_comes_row_by_row(path: Path):
    with select(path, "SELECT * FROM range(1000000000000)", NOW) as found:
        assert [row["range"] for row, _ in zip(found.rows(), range(3), strict=False)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("DELETE FROM partner", "Only SELECT and EXPLAIN are answered here; nothing may be changed."),
        ("SELECT $x", "There is no value for $x here; write the value itself in its place."),
        ("SELECT CAST('x' AS INTEGER)", "The query could not be answered: Conversion Error: Could not convert string 'x' to INT32"),
    ],
)
def test_a_refusal_is_a_sentence(path: Path, query: str, sentence: str):
    with pytest.raises(QueryRefused) as refused, select(path, query, NOW) as found:
        list(found.rows())
    assert said(refused.value.reason) == sentence


def test_an_engine_that_dies_is_said(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("relinsight.warehouse.readonly.PROCESS", ("-c", "import os; os.abort()"))
    with pytest.raises(QueryRefused) as refused, select(path, "SELECT 1", NOW):
        pass
    assert said(refused.value.reason).startswith("The engine stopped while it answered this query")


def test_a_file_that_another_process_holds_is_said(path: Path):
    with duckdb.connect(str(path)):
        with pytest.raises(QueryRefused) as refused, select(path, "SELECT 1", NOW):
            pass
        assert "open in another process" in said(refused.value.reason)
