"""What a fact says of itself above its SELECT is read, and true."""

from __future__ import annotations

from datetime import date

import pytest
from town import town

from relinsight.measures.rows import shown
from relinsight.measures.scoping import parameters
from relinsight.warehouse.connection import in_memory
from relinsight.warehouse.cutting import FACTS
from relinsight.warehouse.headers import EACH_DAY, LINE, header_line, kept_each_day, stored_in_file
from relinsight.warehouse.queries import facts, moves, named_facts
from relinsight.warehouse.stored_facts import table_of
from relinsight.words.scope import Scope

EVERY = sorted(facts())
SHOWN = [name for name in EVERY if header_line(name, "Shown")]
SCOPE = Scope(date(2026, 9, 30))


@pytest.mark.parametrize("name", EVERY)
def test_after_its_grain_a_fact_says_only_what_is_understood(name: str):
    lines = [line for line in facts()[name].splitlines()[1:] if line.startswith("--")]
    opening = [line for line in lines if LINE.fullmatch(line)]
    assert lines[: len(opening)] == opening
    assert header_line(name, "Keys") in FACTS
    assert header_line(name, "Kept") in (None, EACH_DAY)
    assert header_line(name, "Stored") in (None, "by partner", "by day")


def test_a_line_is_read_where_it_stands_above_the_select():
    assert header_line("chain", "Kept") == EACH_DAY
    assert header_line("contact_ever", "Stored") == "by day"
    assert header_line("last_contact", "Kept") is None
    assert header_line("last_contact", "Shown") == "moment, day, kind, initiative, occasion, days_since"


def test_what_is_stored_in_the_file_says_the_same_on_every_day_and_follows_what_it_reads():
    stored = list(stored_in_file())
    assert len(stored) > 2
    assert not any(moves(name) for name in stored)
    assert not kept_each_day() & set(stored)
    for place, name in enumerate(stored):
        assert set(named_facts(facts()[name])) & set(stored) <= set(stored[:place])


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_of_a_fact_is_among_its_columns(name: str):
    assert town().answer(f"SELECT {shown(name)} FROM {name} GROUP BY ALL LIMIT 1", parameters(SCOPE))


@pytest.mark.parametrize("table", ["stored_of_old", "kept_of_old", "kept_stamp"])
def test_what_an_older_version_stored_in_the_file_goes(table: str):
    warehouse = in_memory()
    with warehouse.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {table} AS SELECT 1 AS day")
        cursor.execute("UPDATE stored_stamp SET value = 'another'")
    warehouse.catch_up()
    tables = {row["name"] for row in warehouse.rows("SELECT table_name AS name FROM duckdb_tables()")}
    assert {name for name in tables if name.startswith(("stored_", "kept_"))} == {"stored_stamp", *map(table_of, stored_in_file())}
