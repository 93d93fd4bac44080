"""What a fact says of itself above its SELECT is read, and true."""

from __future__ import annotations

from datetime import date

import pytest
from town import town

from relinsight.measures.rows import shown
from relinsight.measures.scoping import parameters
from relinsight.warehouse.connection import in_memory
from relinsight.warehouse.cutting import FACTS
from relinsight.warehouse.headers import EACH_DAY, IN_FILE, LINE, header_line, kept_each_day, kept_in_file
from relinsight.warehouse.kept import table_of
from relinsight.warehouse.queries import facts, moves, named_facts
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
    assert header_line(name, "Kept") in (None, EACH_DAY, f"{IN_FILE}partner", f"{IN_FILE}day")


def test_a_line_is_read_where_it_stands_above_the_select():
    assert header_line("chain", "Kept") == EACH_DAY
    assert header_line("contact_ever", "Kept") == f"{IN_FILE}day"
    assert header_line("last_contact", "Kept") is None
    assert header_line("last_contact", "Shown") == "moment, day, kind, initiative, occasion, days_since"


def test_what_is_kept_in_the_file_says_the_same_on_every_day_and_follows_what_it_reads():
    kept = list(kept_in_file())
    assert len(kept) > 2
    assert not any(moves(name) for name in kept)
    assert not kept_each_day() & set(kept)
    for place, name in enumerate(kept):
        assert set(named_facts(facts()[name])) & set(kept) <= set(kept[:place])


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_of_a_fact_is_among_its_columns(name: str):
    assert town().answer(f"SELECT {shown(name)} FROM {name} GROUP BY ALL LIMIT 1", parameters(SCOPE))


def test_what_an_older_version_kept_in_the_file_goes():
    warehouse = in_memory()
    with warehouse.cursor() as cursor:
        cursor.execute("CREATE TABLE kept_of_old AS SELECT 1 AS day")
        cursor.execute("UPDATE kept_stamp SET value = 'another'")
    warehouse.catch_up()
    tables = {row["name"] for row in warehouse.rows("SELECT table_name AS name FROM duckdb_tables()")}
    assert {name for name in tables if name.startswith("kept_")} == {"kept_stamp", *map(table_of, kept_in_file())}
