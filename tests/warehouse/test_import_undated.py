"""A file without dates changes what holds from a day on, and never what held before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relinsight.warehouse.imports import import_files
from tests.arriving import City, counts, prepared, said

TODAY = date(2026, 10, 1)
BEFORE = date(2026, 9, 30)
SECTORS = "id,name\ns1,Zorg\ns2,Sport\n"
EMPLOYEES = "id,name\ne1,Anna\ne2,Bas\ne3,Chris\n"
CLUSTERS = "id,name\nc1,Beleid\nc2,Beheer\n"
PARTNERS = "id,name\np1,Haven\np2,Museum\n"

# What a simpler file says: its header, its key, its first value and another, and the query of its periods.
COLUMNS = {
    "tier": (
        "partner.csv",
        "id,name,tier",
        "p1,Haven",
        "A",
        "C",
        "SELECT tier, from_date, to_date FROM partner_tier WHERE partner_id = 'p1'",
    ),
    "sector": (
        *("partner.csv", "id,name,sector_id", "p1,Haven", "s1", "s2"),
        "SELECT sector_id, from_date, to_date FROM partner_sector WHERE partner_id = 'p1'",
    ),
    "account manager": (
        *("partner.csv", "id,name,account_manager_id", "p1,Haven", "e1", "e2"),
        "SELECT employee_id, from_date, to_date FROM tie WHERE partner_id = 'p1' AND kind = 'account_manager'",
    ),
    "cluster": (
        *("employee.csv", "id,name,cluster_id", "e1,Anna", "c1", "c2"),
        "SELECT cluster_id, from_date, to_date FROM cluster_membership WHERE employee_id = 'e1'",
    ),
    "function": (
        *("contact_person.csv", "id,name,partner_id", "k1,Eva", "p1", "p2"),
        "SELECT partner_id, from_date, to_date FROM contact_person_function WHERE contact_person_id = 'k1'",
    ),
}


class Column:
    """A column of a simpler file, and what became of it."""

    def __init__(self, city: City, name: str) -> None:
        self.city = city
        self.file, self.header, self.row, self.first, self.other, self.query = COLUMNS[name]

    def says(self, value: str, **options):
        return self.city.bring_text(self.file, f"{self.header}\n{self.row},{value}\n", **options)

    @property
    def periods(self) -> list[tuple]:
        return self.city.values(f"{self.query} ORDER BY from_date NULLS FIRST, to_date NULLS LAST")


@pytest.fixture
def city(tmp_path):
    return prepared(tmp_path, {"sector.csv": SECTORS, "employee.csv": EMPLOYEES, "cluster.csv": CLUSTERS, "partner.csv": PARTNERS})


@pytest.fixture(params=COLUMNS)
def column(city, request):
    return Column(city, request.param)


def test_the_first_value_holds_since_ever(column):
    column.says(column.first)
    assert column.periods == [(column.first, None, None)]


def test_another_value_holds_from_the_day_of_the_import_and_is_counted_as_changed_and_told(column):
    column.says(column.first)
    report = column.says(column.other)
    assert column.periods == [(column.first, None, BEFORE), (column.other, TODAY, None)]
    assert counts(report) == (1, 0, 1, 0, 0)
    assert any("1 row changes" in said(each) and "2026-10-01" in said(each) for each in report.warnings)


def test_the_same_value_again_changes_nothing(column):
    column.says(column.first)
    column.says(column.other)
    before = column.city.everything()["history"]
    report = column.says(column.other)
    assert counts(report) == (1, 0, 0, 1, 0)
    assert column.city.everything()["history"] == before
    assert report.warnings == ()


def test_an_empty_cell_ends_what_holds(column, city):
    column.says(column.first)
    empty_and_not = f"{column.header}\n{column.row},\n{'e3,Chris,c1' if column.file == 'employee.csv' else ''}\n"
    report = city.bring_text(column.file, empty_and_not)
    assert column.periods == [(column.first, None, BEFORE)]
    assert report.updated == 1
    assert any("clears 1" in said(each) or "1 empty cell ends" in said(each) for each in report.warnings)


def test_the_day_can_be_chosen(column):
    column.says(column.first)
    column.says(column.other, as_of=date(2026, 3, 1))
    assert column.periods == [(column.first, None, date(2026, 2, 28)), (column.other, date(2026, 3, 1), None)]


def test_a_value_that_was_left_and_comes_back_holds_twice(column):
    column.says(column.first)
    column.says(column.other, as_of=date(2026, 3, 1))
    column.says(column.first)
    assert column.periods == [
        (column.first, None, date(2026, 2, 28)),
        (column.other, date(2026, 3, 1), BEFORE),
        (column.first, TODAY, None),
    ]


def test_twice_another_value_on_one_day_leaves_the_last(column):
    column.says(column.first)
    column.says(column.other)
    report = column.says(column.first)
    assert column.periods == [(column.first, None, BEFORE), (column.first, TODAY, None)]
    assert report.updated == 1


def test_a_value_after_nothing_held_leaves_the_gap(column):
    column.says(column.first)
    column.says("", as_of=date(2026, 3, 1))
    column.says(column.first)
    assert column.periods == [(column.first, None, date(2026, 2, 28)), (column.first, TODAY, None)]


def test_a_day_before_what_is_there_ends_where_that_begins(column):
    column.says(column.first)
    column.says(column.other)
    before = column.says(column.other, as_of=date(2026, 1, 1))
    if column.file == "contact_person.csv":  # a person may serve several partners: each has periods of its own
        assert column.periods[1:] == [(column.other, date(2026, 1, 1), BEFORE), (column.other, TODAY, None)]
    else:
        assert column.periods == [
            (column.first, None, date(2025, 12, 31)),
            (column.other, date(2026, 1, 1), BEFORE),
            (column.other, TODAY, None),
        ]
    assert before.updated == 1


def test_a_rejected_row_ends_nothing(column, city):
    column.says(column.first)
    city.bring_text(column.file, f"{column.header},active_from\n{column.row},{column.other},nonsense\n")
    assert column.periods == [(column.first, None, None)]


def test_a_dry_run_tells_it_and_changes_nothing(column):
    column.says(column.first)
    report = column.says(column.other, dry_run=True)
    assert report.updated == 1
    assert column.periods == [(column.first, None, None)]


def test_replacing_the_table_begins_anew(city):
    column = Column(city, "function")
    column.says(column.first)
    column.says(column.other)
    column.says(column.other, replace=True)
    assert column.periods == [(column.other, None, None)]


def test_what_was_there_with_dates_goes_on_or_ends_like_any_other(city):
    city.bring_text("partner_tier.csv", "partner_id,from_date,tier\np1,2025-01-01,A\np2,2025-01-01,B\n")
    report = city.bring_text("partner.csv", "id,name,tier\np1,Haven,A\np2,Museum,C\n")
    assert counts(report) == (2, 0, 1, 1, 0)
    assert city.values("SELECT partner_id, tier, from_date, to_date FROM partner_tier ORDER BY ALL") == [
        ("p1", "A", date(2025, 1, 1), None),
        ("p2", "B", date(2025, 1, 1), BEFORE),
        ("p2", "C", TODAY, None),
    ]


def test_of_two_tiers_that_overlap_the_one_that_began_last_is_the_one_that_holds(city):
    city.bring_text("partner_tier.csv", "partner_id,from_date,tier\np1,,A\np1,2025-01-01,C\n")
    assert counts(city.bring_text("partner.csv", "id,name,tier\np1,Haven,C\n")) == (1, 0, 0, 1, 0)
    city.bring_text("partner.csv", "id,name,tier\np1,Haven,A\n")
    day = "SELECT tier FROM partner_day WHERE partner = 'p1'"
    assert city.warehouse.answer(day, {"as_of": BEFORE}) == [{"tier": "C"}]
    assert city.warehouse.answer(day, {"as_of": TODAY}) == [{"tier": "A"}]


def test_the_day_of_the_import_is_that_of_the_city_and_not_of_the_server(city, tmp_path):
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    for value in ("A", "B"):
        import_files(city.warehouse, [city.file("partner.csv", f"id,name,tier\np1,Haven,{value}\n")], at=late)
    assert city.value("SELECT max(from_date) FROM partner_tier") == date(2027, 1, 1)


def test_two_files_of_one_call_that_say_the_same_are_one_change_and_that_say_another_are_rejected(city, tmp_path):
    city.bring_text("partner.csv", "id,name,tier\np1,Haven,A\n")
    (tmp_path / "noord").mkdir()
    (tmp_path / "zuid").mkdir()
    north, south = (city.file(f"{part}/partner.csv", "id,name,tier\np1,Haven,C\n") for part in ("noord", "zuid"))
    assert city.bring(north, south).rejected == 0
    assert city.values("SELECT tier, from_date FROM partner_tier ORDER BY ALL") == [("A", None), ("C", TODAY)]
    other = city.file("zuid/partner.csv", "id,name,tier\np1,Haven,B\n")
    assert city.bring(north, other).rejected == 1


def test_another_function_at_the_same_partner_is_the_same_period(city):
    city.bring_text("contact_person.csv", "id,name,partner_id,function\nk1,Eva,p1,wethouder\n")
    report = city.bring_text("contact_person.csv", "id,name,partner_id,function\nk1,Eva,p1,directeur\n")
    assert report.updated == 1
    assert city.values("SELECT partner_id, function, from_date FROM contact_person_function") == [("p1", "directeur", None)]


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["A", "B", "C", ""])), min_size=1, max_size=6))
def test_whatever_is_said_the_past_stays_and_the_day_has_what_was_said(tmp_path, says):
    """Days in any order: on the day said and on that day alone the tier is the one that was said; days before stay as they were."""
    city = City(tmp_path)
    city.bring_text("partner.csv", "id,name\np1,Haven\n")
    first_day = date(2026, 1, 1)
    known: dict[date, str | None] = dict.fromkeys(first_day + timedelta(n) for n in range(-1, 14))
    for after, tier in says:
        day = first_day + timedelta(after)
        is_first = city.value("SELECT count(*) FROM partner_tier") == 0
        city.bring_text("partner.csv", f"id,name,tier\np1,Haven,{tier}\n", as_of=day)
        now = {each: _tier(city, each) for each in known}
        assert now[day] == (tier or None)
        if not is_first:
            assert {each: now[each] for each in known if each < day} == {each: known[each] for each in known if each < day}
        known = now


def _tier(city, day) -> str | None:
    held = city.values(
        f"SELECT tier FROM partner_tier WHERE coalesce(from_date <= DATE '{day}', true) AND coalesce(to_date >= DATE '{day}', true)"
    )
    assert len(held) < 2, held
    return held[0][0] if held else None
