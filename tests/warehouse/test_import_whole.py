"""A call is whole or not at all: the town, and replacing."""

from pathlib import Path

import pytest

from relinsight.records.model import RECORDS
from relinsight.warehouse.checks import findings
from relinsight.warehouse.export_all import export_all
from tests.arriving import AT, City, counts

TOWN = sorted(path for path in (Path(__file__).parents[1] / "data" / "town").glob("*.csv") if path.name != "figures.csv")


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The town, brought in once; what a test does to it leaves every row of the town as it is."""
    city = City(tmp_path_factory.mktemp("town"))
    city.first = city.bring(*TOWN, replace=True)
    return city


def test_the_town_comes_in_whole_and_a_second_time_changes_nothing(town):
    assert town.first.rejected == 0
    assert town.first.rows_read == sum(len(path.read_text().splitlines()) - 1 for path in TOWN)
    assert findings(town.warehouse) == ()
    again = town.bring(*TOWN)
    assert (again.unchanged, again.rejected) == (town.first.rows_read, 0)


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_everything_leaves_and_comes_back_unchanged(town, tmp_path, format_):
    town.bring_text("partner.csv", 'id,name,about\nx1,\'\'=x,"two\nlines; ""q"""\n')
    files = export_all(town.warehouse, tmp_path / "out", format_)
    tables = {file.stem: file for file in files if file.suffix == f".{format_}" and file.parent.name == "out"}
    assert len(tables) == len(RECORDS)
    back = town.bring(*tables.values(), replace=True)
    assert back.rows_read == sum(town.value(f"SELECT count(*) FROM {name}") for name in tables) > 50
    assert back.unchanged == back.rows_read


def test_what_left_fills_an_empty_city(town, tmp_path):
    files = export_all(town.warehouse, tmp_path / "out", "csv")
    fresh = City(tmp_path)
    assert fresh.bring(*(file for file in files if file.suffix == ".csv" and file.parent.name == "out"), replace=True).rejected == 0
    query = "SELECT * EXCLUDE (recorded_at, run_id) FROM partner ORDER BY id"
    assert fresh.values(query) == town.values(query)


def test_replacing_empties_the_tables_that_the_files_fill_and_no_others(city):
    city.bring_text("partner.csv", "id,name\np1,a\np2,b\n")
    city.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-01,call,p1\nm2,2026-01-01,call,p2\n")
    report = city.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-01,call,p1\nm3,2026-01-01,call,p2\n", replace=True)
    assert counts(report) == (2, 1, 0, 1, 0)
    assert city.values("SELECT contact_moment_id, partner_id FROM contact_moment_partner ORDER BY 1") == [("m1", "p1"), ("m3", "p2")]
    assert city.value("SELECT count(*) FROM partner") == 2
    assert city.values("SELECT operation, row_id FROM history WHERE table_name = 'contact_moment'") == [("delete", "m2")]


def test_replacing_shipped_rows_too(city):
    report = city.bring_text("tier_policy.csv", "tier,rhythm_days\nA,30\n", replace=True)
    assert counts(report) == (1, 0, 1, 0, 0)
    assert city.values("SELECT tier, rhythm_days, min_ties FROM tier_policy") == [("A", 30, None)]


def test_replacing_moments_without_their_partners_is_refused(city):
    city.bring_text("partner.csv", "id,name\np1,a\n")
    city.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-01,call,p1\nm2,2026-01-01,call,p1\n")
    assert "m2" in city.refused(city.file("contact_moment_partner.csv", "contact_moment_id,partner_id\nm1,p1\n"), replace=True)


def test_the_time_of_an_import_is_the_one_that_is_passed_in(town):
    assert town.values("SELECT DISTINCT made_at, recorded_at FROM import_run") == [(AT, AT)]
