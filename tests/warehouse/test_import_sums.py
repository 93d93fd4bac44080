"""Rows of sums at the end of a table are no rows, also where a profile gives every row what it needs."""

from __future__ import annotations

import pytest

from tests.arriving import City
from tests.damaged.references import FORMATS, FROM_ONE

PROFILE = """
    [dealing]
    organisation = "naam"
    granted = "bedrag"
    role = { constant = "client" }
"""
TOTALS = "'{}' looks like the row of totals; take it out, or give the row an id if it is meant."


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def brought(city: City, kind: str, rows: list[list[str]], profile: str = PROFILE) -> list[tuple]:
    city.bring_text(f"register.{kind}", FORMATS[kind](["nr", "naam", "bedrag"], rows), profile=city.file("p.toml", profile))
    return city.rejects()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "json", "parquet"])
@pytest.mark.parametrize(("name", "value"), [("Totaal", "Totaal"), ("", "1.020,50")])
def test_the_sum_under_a_register_is_no_dealing(city, kind, name, value):
    rejected = brought(city, kind, [["", "Haven", "1.000,50"], ["", "Museum", "20"], ["", name, "1.020,50"]])
    assert rejected == [(3 if kind in FROM_ONE else 4, None if name else "bedrag", TOTALS.format(value))]
    assert str(city.value("SELECT sum(granted) FROM dealing")) == "1020.50"


def test_a_last_row_that_is_no_sum_of_those_above_comes_in(city):
    assert brought(city, "csv", [["", "Haven", "10"], ["", "Museum", "20"], ["", "", "31"]]) == []
    assert brought(city, "csv", [["", "Haven", "10"], ["", "", "10"]]) == []


def test_an_id_that_is_made_of_columns_does_not_hide_a_total(city):
    made = PROFILE + '\n    id = { columns = ["naam", "bedrag"], hash = true }\n'
    rejected = brought(city, "csv", [["", "Haven", "10"], ["", "Museum", "20"], ["", "Totaal", "30"]], made)
    assert rejected == [(4, None, TOTALS.format("Totaal"))]


def test_an_organisation_called_totaal_with_an_id_of_its_own_comes_in(city):
    assert brought(city, "csv", [["1", "Haven", "10"], ["2", "Totaal", "20"]], PROFILE + '    id = "nr"\n') == []
    assert city.values("SELECT organisation FROM dealing ORDER BY id") == [("Haven",), ("Totaal",)]
