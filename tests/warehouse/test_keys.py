"""A key names one row: by the engine where a table is small, and as a set in what links a contact moment to others."""

from __future__ import annotations

import pytest

from relinsight.records.contacts import ContactMomentEmployee, ContactMomentPartner, ContactMomentPerson
from relinsight.records.model import RECORDS
from relinsight.warehouse.by_hand import ChangeRefused, by_hand
from relinsight.warehouse.checks import findings
from relinsight.warehouse.undoing import UndoRefused, undo
from tests.arriving import AT, counts, prepared, said

LINKS = {
    "contact_moment_partner": ("partner_id", "p1", ContactMomentPartner),
    "contact_moment_person": ("contact_person_id", "c1", ContactMomentPerson),
    "contact_moment_employee": ("employee_id", "e1", ContactMomentEmployee),
}


@pytest.fixture
def city(tmp_path):
    """A city with one contact moment and whom it could be linked to."""
    return prepared(
        tmp_path,
        {"partner.csv": "id,name\np1,Haven\np2,Museum\np3,Kade\n"},
        {"contact_person.csv": "id,name\nc1,Ans\nc3,Cor\n"},
        {"employee.csv": "id,name\ne1,Bas\ne3,Eva\n"},
        {"contact_moment.csv": "id,day,kind,partner_id\nm1,2026-03-01,visit,p2\n"},
    )


def test_the_engine_holds_every_key_but_those_of_the_links_of_a_contact_moment(city):
    held = {
        *city.values("SELECT DISTINCT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"),
        *city.values("SELECT DISTINCT table_name FROM duckdb_indexes() WHERE is_unique"),
    }
    assert {record.table for record in RECORDS} - {table for (table,) in held} == set(LINKS)


@pytest.mark.parametrize("table", LINKS)
def test_a_link_stands_once_whichever_road_it_comes_by(city, table):
    column, whom, record = LINKS[table]
    assert counts(city.bring_text(f"{table}.csv", f"contact_moment_id,{column}\nm1,{whom}\nm1,{whom}\n")) == (2, 1, 0, 1, 0)
    again = city.bring_text(f"{table}.csv", f"contact_moment_id,{column}\nm1,{whom}\n")
    assert counts(again) == (1, 0, 0, 1, 0)
    with by_hand(city.warehouse, at=AT, made_by=None) as work:
        work.put(record(contact_moment_id="m1", **{column: whom}))
    assert city.value(f"SELECT count(*) FROM {table} WHERE {column} = '{whom}'") == 1
    assert findings(city.warehouse) == ()


@pytest.mark.parametrize("table", LINKS)
def test_a_link_that_another_program_put_in_twice_is_found_and_nothing_is_built_on_it(city, table):
    column, whom, record = LINKS[table]
    city.bring_text(f"{table}.csv", f"contact_moment_id,{column}\nm1,{whom}\n")
    city.warehouse.connection.execute(f"INSERT INTO {table} FROM {table} WHERE {column} = '{whom}'")
    assert [said(found.said) for found in findings(city.warehouse)] == [
        f"2 rows of {table} have a key that is there twice (m1 {whom}, m1 {whom})."
    ]
    with pytest.raises(ChangeRefused), by_hand(city.warehouse, at=AT, made_by=None) as work:
        work.put(record(contact_moment_id="m1", **{column: f"{whom[0]}3"}))


@pytest.mark.parametrize("table", LINKS)
def test_a_run_whose_link_came_back_by_another_is_not_taken_back_into_a_second_one(city, table):
    column, whom, record = LINKS[table]
    city.bring_text(f"{table}.csv", f"contact_moment_id,{column}\nm1,{whom}\n")
    with by_hand(city.warehouse, at=AT, made_by=None) as removal:
        removal.remove(record, {"contact_moment_id": "m1", column: whom})
    city.bring_text(f"{table}.csv", f"contact_moment_id,{column}\nm1,{whom}\n")
    with pytest.raises(UndoRefused):
        undo(city.warehouse, removal.run_id, at=AT)
    assert city.value(f"SELECT count(*) FROM {table} WHERE {column} = '{whom}'") == 1
