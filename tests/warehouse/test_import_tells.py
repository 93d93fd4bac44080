"""What an import tells beside its counts: why rows were rejected, what was made, from when to when, and what stands apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from relinsight.languages.sentence import Speaker
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.report import ImportReport, NearPartner, Span
from relinsight.warehouse.importing.reporting.years import Year, apart
from tests.arriving import City, said

PROFILE = """
    [contact_moment]
    day = { column = "date", dates = "dd-mm-yyyy" }
    kind = { constant = "meeting" }
    achieved = { constant = "yes" }
    partner = { column = "with", create = true }
    employee = { column = "ours", create = true }

    [[drop]]
    column = "kind"
    is = ["internal"]
"""
MEETINGS = """
    date,with,ours,kind
    01-03-2014,Harbour,Anna,
    02-03-2014,Theatre,NA,
    02-03-2014,Theatre,NA,
    02-03-2015,Farmers' Association,Bas,
    02-03-2016,Farmers Association,chairman,
    02-03-2016,Theatre,Anna,
    04-05-2017,Theatre,Anna,internal
    04-05-2019,Theatre,Anna,internal
    04-05-2018,Museum,,
    04-05-2007,Museum,X,
    Present,Museum,Anna,
    31-12,Harbour,Anna,
    Present,Harbour,Anna,
    10-10-2027,Museum,Anna,
"""


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture(scope="module", params=[False, True], ids=["a real import", "a dry run"])
def report(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> ImportReport:
    city = City(tmp_path_factory.mktemp("city"))
    return city.bring(city.file("meetings.csv", MEETINGS), profile=city.file("meetings.toml", PROFILE), dry_run=request.param)


def remarks(report: ImportReport, about: About) -> list[str]:
    return [said(remark.said) for remark in report.remarks if remark.about is about]


def test_rejects_are_grouped_by_their_reason_with_the_commonest_case(report):
    (reason,) = report.reasons
    assert (reason.file, reason.column, reason.rows, reason.row, reason.value) == ("meetings.csv", "date", 3, 12, "Present")
    assert said(reason.said) == "meetings.csv, such as row 12: 3 x date: 'Present' is not a day; write it as 2026-11-25."
    assert Speaker("nl")(reason.said).startswith("meetings.csv, zoals rij 12: 3 x date: 'Present'")


def test_what_was_made_is_counted_and_the_names_that_are_hardly_names_come_first(report):
    employees, partners = report.made
    assert (employees.table, employees.n, employees.strange, employees.names) == ("employee", 5, ("X", "NA", "chairman"), ("Bas", "Anna"))
    assert said(employees.said) == "5 employees were made of names in the files, among them 'X', 'NA', 'chairman', Bas, Anna."
    assert (partners.table, partners.n, partners.strange) == ("partner", 5, ())
    assert remarks(report, About.NAMES)[-1].startswith("3 new names in employee are hardly names: 'X', 'NA', 'chairman';")


def test_the_days_of_what_came_in_and_of_what_was_left_out_are_told(report):
    (days,) = report.days
    assert (days.column, days.came) == ("date", Span(date(2007, 5, 4), date(2027, 10, 10), 7))
    assert days.left_out == Span(date(2017, 5, 4), date(2019, 5, 4), 2)
    assert "2 rows, of 4 May 2017 to 4 May 2019, were left out" in Speaker("en")(days.said)


def test_new_names_that_look_like_each_other_are_told_with_what_to_do(report):
    assert [replace(pair, why=None) for pair in report.near] == [
        NearPartner("Farmers Association", "Farmers' Association", True, 100, None)
    ]
    (told,) = [each for each in remarks(report, About.NAMES) if "matches" in each]
    assert told.startswith("1 new partner looks like another new one: 'Farmers Association' like 'Farmers' Association'")


def test_rows_that_become_one_are_told(report):
    assert remarks(report, About.DOUBLES) == [
        "meetings.csv: 1 row repeats an earlier one in every cell: row 4 that of row 3; it was kept once.",
        "meetings.csv: 1 row without an id became one contact_moment with an earlier row, as both say the same of it: row 7 with row 6; "
        "give each an id if they are two.",
    ]


def test_moments_that_are_to_come_and_moments_of_nobody_are_told(report):
    assert remarks(report, About.MOMENTS) == [
        "meetings.csv: 1 contact moment is said to have taken place after 2026-10-01 (row 15); it counts from its own day on.",
        "meetings.csv: 1 new contact moment names nobody of ours (row 10), so it counts for the partner and for no colleague.",
    ]


def test_days_far_from_the_others_are_told(report):
    (remark,) = [remark for remark in report.remarks if remark.about is About.DAYS]
    assert (remark.file, remark.column, remark.row, remark.n) == ("meetings.csv", "date", 11, 2)
    assert "such as 2007-05-04 in row 11; the others run from 2014-03-01 to 2018-05-04" in said(remark.said)


def test_a_dry_run_names_no_run(city):
    profile = city.file("meetings.toml", PROFILE)
    rehearsed = city.bring(city.file("meetings.csv", MEETINGS), profile=profile, dry_run=True)
    real = city.bring(city.file("meetings.csv", MEETINGS), profile=profile)
    assert rehearsed.run_id is None
    assert real.run_id == city.value("SELECT id FROM import_run")
    assert replace(real, run_id=None) == replace(rehearsed, previews=())


@pytest.mark.parametrize(
    ("days", "lone"),
    [
        ({1980: 1, 2026: 7}, [1980]),
        ({2007: 1, 2014: 20, 2015: 30, 2016: 30, 2018: 20}, [2007]),
        ({2014: 20, 2015: 30, 2016: 1, 2017: 30}, []),
        ({1995: 1, 1998: 2, 2001: 3, 2006: 40, 2012: 40, 2020: 10}, []),
        ({1980: 20, 2026: 80}, []),
        ({1980: 1, 2026: 3}, []),
        ({1901: 1, 2024: 50, 2025: 50, 2090: 1}, [1901, 2090]),
    ],
)
def test_a_year_stands_apart_where_few_days_lie_far_from_all_others(days, lone):
    years = [Year(year, number, date(year, 1, 1), date(year, 12, 31)) for year, number in days.items()]
    assert [year.year for year in apart(years)] == lone


def test_two_people_with_one_address_both_come_in_with_their_partners(city):
    people = "name,email,partner\nEva,info@haven.nl,p1\nIvo,info@haven.nl,p2\nUma,uma@haven.nl,p2\nTom,uma@haven.nl,p2\n"
    city.bring_text("partner.csv", "id,name\np1,Haven\np2,Museum\n")
    report = city.bring_text("contact_person.csv", people)
    assert (report.accepted, report.rejected) == (4, 0)
    held = city.values("SELECT p.name, f.partner_id FROM contact_person AS p JOIN contact_person_function AS f ON contact_person_id = p.id")
    assert sorted(held) == [("Eva", "p1"), ("Ivo", "p2"), ("Tom", "p2"), ("Uma", "p2")]
    assert any("Eva, Ivo (info@haven.nl), Tom, Uma (uma@haven.nl)" in each for each in remarks(report, About.NAMES))
    assert city.bring_text("contact_person.csv", people).unchanged == 4
    alone = city.bring_text("contact_person.csv", "name,email,partner\nPia,info@haven.nl,p1\nTom,uma@haven.nl,p2\n")
    assert (alone.inserted, alone.unchanged) == (1, 1)


def test_new_people_and_dealings_that_name_no_partner_in_a_list_that_does_are_told(city):
    city.bring_text("partner.csv", "id,name\np1,Haven\n")
    people = "name,email,partner\nEva,eva@haven.nl,Haven\nIvo,ivo@haven.nl,\nUma,uma@haven.nl,\n"
    told = [each for each in remarks(city.bring_text("contact_person.csv", people), About.NAMES) if "nothing in" in each]
    assert told == [
        "contact_person.csv: 2 new people have nothing in partner (the first is row 3), so belong to no partner; "
        "fill it in, also where the row above says it."
    ]
    assert [each for each in remarks(city.bring_text("contact_person.csv", people), About.NAMES) if "nothing in" in each] == []
    dealings = "id,role,organisation\nd1,client,Haven\nd2,client,\n"
    assert remarks(city.bring_text("dealing.csv", dealings), About.NAMES)[-1].startswith(
        "dealing.csv: 1 new dealing has nothing in organisation"
    )


def test_a_list_that_names_no_partner_for_anybody_is_not_told(city):
    report = city.bring_text("contact_person.csv", "name,email,partner\nEva,eva@haven.nl,\nIvo,ivo@haven.nl,\n")
    assert [each for each in remarks(report, About.NAMES) if "nothing in" in each] == []


def test_an_older_export_over_a_newer_one_tells_how_many_rows_it_sets_back_also_before_anything_is_written(city):
    newer = "id,role,organisation,opened_on,granted\nd1,client,Haven,2026-01-01,100\nd2,client,Haven,2026-03-01,900\n"
    older = "id,role,organisation,opened_on,granted\nd1,client,Haven,2026-01-01,50\n"
    city.bring_text("dealing.csv", newer)
    (first,) = remarks(city.bring_text("dealing.csv", older, dry_run=True), About.OLDER)
    assert first == (
        "dealing.csv: it ends on 2026-01-01, and 2026-03-01 is there already; if this is an older export, it sets 1 row back (row 2)."
    )
    city.bring_text("dealing.csv", older)
    assert remarks(city.bring_text("dealing.csv", newer, dry_run=True), About.OLDER) == [
        "dealing.csv: 1 row goes back to what it said before (row 2); if this is an older export, leave it, or take its run back."
    ]
    assert remarks(city.bring_text("dealing.csv", newer.replace(",100", ",70"), dry_run=True), About.OLDER) == []


def test_a_total_that_jumped_is_told(city):
    rows = [f"d{n},client,Haven,{n}000" for n in range(1, 31)]
    head = "id,role,organisation,granted"
    city.bring_text("dealing.csv", "\n".join([head, *rows]))
    told = remarks(city.bring_text("dealing.csv", "\n".join([head, *(row[:-1] for row in rows[:14])])), About.TOTALS)
    assert told[0].startswith("14 rows were read, and the import before of the same kind had 30 (2026-10-01);")
    assert "dealing.csv: granted changes in 14 rows from" in told[1]
    assert len(told) == 2


def test_a_profile_that_sets_the_day_of_the_data_back_is_told(city):
    for day, told in (("2026-03-01", []), ("2026-01-01", ["2026-03-01 to 2026-01-01"])):
        profile = city.file("p.toml", f"[settings]\nas_of = {day}\n\n[partner]\nname = 'name'\n")
        found = remarks(city.bring_text("x.csv", "name\nHaven\n", profile=profile), About.OLDER)
        assert [part for part in told if part not in str(found)] == []
        assert len(found) == len(told)


def test_a_list_without_dates_that_takes_the_place_of_periods_is_told(city):
    city.bring_text("partner.csv", "id,name,tier\np1,Haven,A\n")
    city.bring_text("partner.csv", "id,name,tier\np1,Haven,B\n", as_of=date(2026, 3, 1))
    (told,) = remarks(city.bring_text("partner.csv", "id,name,tier\np1,Haven,B\n", replace=True, dry_run=True), About.CHANGES)
    assert told.startswith("partner.csv: tier has no dates and takes the place of 2 periods with dates")


def test_an_rsin_that_lost_its_nought_is_told(city):
    report = city.bring_text(
        "x.csv", "rsin,name\n001234567,Haven\n1234567,Museum\n", profile=city.file("p.toml", "[partner]\nid = 'rsin'\nname = 'name'\n")
    )
    assert remarks(report, About.NUMBERS) == [
        "x.csv: 1 RSIN in rsin does not have nine figures: 1234567 in row 3; a nought before it may be lost."
    ]


def test_a_closed_quotation_mark_that_takes_in_rows_is_told(city):
    rows = [f"p{n},Name {n},Town" for n in range(1, 40)]
    rows[4], rows[30] = 'p5,Name 5,"Town', 'p31,Name 31,Town"'
    report = city.bring_text("partner.csv", "\n".join(["id,name,place", *rows, ""]))
    assert report.rows_read == 13
    assert remarks(report, About.READING) == [
        "partner.csv: a cell in row 6 holds 26 line ends, and its lines look like rows of the table; "
        "see whether a quotation mark is missing there."
    ]
    note = 'p1,Haven,"Dear Anna,\nhere are, as promised,\nthree lines\n"'
    assert remarks(city.bring_text("partner.csv", f"id,name,about\n{note}\n"), About.READING) == []
