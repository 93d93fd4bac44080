"""Profiles: files with other columns than ours."""

import os
from pathlib import Path

import pytest

from relinsight.sources.profile import read_profile
from relinsight.sources.profiles import shipped_profiles
from relinsight.sources.suggest import suggest
from tests.arriving import City, counts, said

REGISTER = Path(__file__).parents[2] / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"
SAMPLES = os.environ.get("RELINSIGHT_SAMPLES")
samples_only = pytest.mark.skipif(not SAMPLES, reason="RELINSIGHT_SAMPLES names no folder with samples")


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def test_a_profile_renames_maps_splits_drops_and_makes_ids(city):
    city.bring_text("partner.csv", "id,name\np1,Haven\np2,Museum\n")
    profile = city.file(
        "gesprekken.toml",
        """
        [file]
        delimiter = "|"
        header_row = 2
        missing = ["-"]

        [[drop]]
        column = "soort"
        is = "intern"

        [contact_moment]
        id = { columns = ["wie", "wanneer"], join = "/" }
        day = { column = "wanneer", dates = "mm-dd-yyyy" }
        kind = { column = "soort", map = { "op bezoek" = "visit" }, else = "other" }
        partner = { column = "wie", split = " & " }
        subject = "over"
        achieved = { constant = "yes" }
        """,
    )
    report = city.bring_text(
        "gesprekken.csv",
        """
        Overzicht van alle gesprekken
        wie|wanneer|soort|over
        Haven & Museum|02/03/2026|op bezoek|-
        Haven|02/13/2026|koffie|de kade
        Museum|02/14/2026|intern|niets
        Elders|02/14/2026|koffie|niets
        """,
        profile=profile,
    )
    assert counts(report) == (4, 2, 0, 1, 1)
    assert city.values("SELECT id, day::VARCHAR, kind, subject, achieved FROM contact_moment ORDER BY day") == [
        ("Haven & Museum/02/03/2026", "2026-02-03", "visit", None, True),
        ("Haven/02/13/2026", "2026-02-13", "other", "de kade", True),
    ]
    assert city.rejects()[0][:2] == (6, "wie")
    assert any("1 row was left out" in said(warning) for warning in report.warnings)


def test_a_profile_makes_the_partners_sectors_clusters_and_employees_that_a_row_names(city):
    profile = city.file(
        "register.toml",
        """
        [settings]
        as_of = 2024-12-31

        [dealing]
        id = "nr"
        organisation = "naam"
        partner = { column = "naam", create = true, collective = ["particulier"] }
        cluster = { column = "dienst", create = true }
        employee = { column = "door", create = true }
        role = { constant = "subsidy_provider" }
        granted = "bedrag"

        [partner_sector]
        partner = { column = "naam", create = true, collective = ["particulier"] }
        sector = { column = "veld", create = true }
        is_primary = { most = { then = "bedrag" } }
        """,
    )
    file = city.file(
        "register.csv",
        """
        nr,naam,dienst,door,veld,bedrag
        1,Stichting Bij,Groen,Anna,natuur,10
        2,STICHTING BIJ ,Groen,Anna,sport,99
        3,Stichting Bij,Groen,Bas,natuur,5
        4,Particulier,Groen,Bas,sport,7
        5,De Uil,Groen,Bas,natuur,1
        6,De Uil,Groen,Bas,sport,2
        7,De Kat,Groen,Bas,sport,geld
        """,
    )
    assert counts(city.bring(file, profile=profile)) == (7, 6, 0, 0, 1)
    assert city.values("SELECT name FROM partner ORDER BY 1") == [("De Uil",), ("Stichting Bij",)]
    assert city.values(
        "SELECT p.name, sector_id FROM partner_sector JOIN partner AS p ON p.id = partner_id WHERE is_primary ORDER BY 1"
    ) == [
        ("De Uil", "sport"),
        ("Stichting Bij", "natuur"),
    ]
    assert city.value("SELECT alias FROM partner_alias WHERE partner_id IS NULL") == "Particulier"
    assert city.value("SELECT count(*) FROM dealing WHERE partner_id IS NULL") == 1
    assert city.value("SELECT value FROM setting WHERE name = 'as_of'") == "2024-12-31"
    assert counts(city.bring(file, profile=profile)) == (7, 0, 0, 6, 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[nothing]\nid = 'x'\n", "a table nothing"),
        ("[partner]\nid = 'x'\nshoe_size = 'y'\n", "shoe_size of partner"),
        ("[partner]\nid = 'nr'\nname = 'naam'\n", "no column nr, naam"),
        ("[partner]\nid = 'x'\nname = 'y'\nplace = 'BSN'\n", "numbers of citizens"),
        ("[partner\n", "cannot be read"),
        ("[partner]\nid = 'x'\n[settings]\nas_of = 0001-01-01\n", "as_of is '0001-01-01'"),
        ("[partner]\nid = 'x'\n[settings]\ntime_zone = 'Mars/Base'\n", "time_zone is 'Mars/Base'"),
        ("[partner]\nid = 'x'\n[settings]\ntime_zone = ''\n", "time_zone is ''"),
        ("[partner]\nid = 'x'\n[settings]\norigin = 'demo'\n", "which marks the invented city"),
        ("[partner]\nid = { colum = 'x' }\n", "cannot be read"),
    ],
)
def test_a_profile_that_does_not_fit_is_refused_in_a_sentence(city, content, words):
    profile = city.file("wrong.toml", content)
    assert words in city.refused(city.file("file.csv", "x,y\n1,2\n"), profile=profile)


def test_the_shipped_profiles_are_named():
    assert {"amsterdam-subsidies", "meetings-eu", "ministers-agenda", "ministers-list"} <= set(shipped_profiles())


def test_a_suggested_profile_reads_its_file(city):
    file = city.file("uitvoer.csv", "Dossiernummer;Aanvrager;Toegekend;Bijzonders\n1;Haven;1.000,50;x\n")
    suggested = suggest(file)
    assert 'granted = "Toegekend"   # such as 1.000,50' in suggested
    assert counts(city.bring(file, profile=city.file("uitvoer.toml", suggested))) == (1, 1, 0, 0, 0)
    assert str(city.value("SELECT granted FROM dealing")) == "1000.50"


def test_the_register_of_amsterdam_comes_in_to_the_cent_and_a_second_time_changes_nothing(city):
    assert counts(city.bring(REGISTER, profile="amsterdam-subsidies")) == (18_235, 18_235, 0, 0, 0)
    assert [str(v) for v in city.values("SELECT sum(requested), sum(granted), sum(settled) FROM dealing")[0]] == [
        "2448652682.87",
        "2199579829.81",
        "1228861071.63",
    ]
    missing = "SELECT count(*) - count(requested), count(*) - count(granted), count(*) - count(settled) FROM dealing"
    assert city.values(missing) == [(0, 4, 5_711)]
    assert city.value("SELECT count(*) FROM partner") == 3_330
    assert city.value("SELECT count(*) FROM partner_sector WHERE is_primary") == 3_330
    assert city.value("SELECT count(*) FROM cluster") == 21
    assert counts(city.bring(REGISTER, profile="amsterdam-subsidies")) == (18_235, 0, 0, 18_235, 0)


@samples_only
def test_ministers_join_their_agenda_and_who_does_not_is_listed(city):
    folder = Path(SAMPLES or "") / "ministers-agenda"
    assert city.bring(folder / "ministers_rutte3.csv", profile="ministers-list").rejected == 0
    report = city.bring(folder / "agenda_rutte3.csv", profile="ministers-agenda")
    assert report.rows_read == 3_698
    assert {reason for _, _, reason in city.rejects()} <= {"The contact moment has no partner; name one."}
    assert any("Karien van Gennip (1)" in said(warning) for warning in report.warnings)


@samples_only
def test_meetings_with_several_partners_in_a_cell(city):
    file = Path(SAMPLES or "") / "shape-samples" / "meetings-eu" / "commission_meetings.csv"
    report = city.bring(file, profile="meetings-eu")
    assert (report.rows_read, report.rejected) == (3_324, 0)
    assert counts(city.bring(file, profile="meetings-eu"))[3] == 3_324


YEARS = """
    [file]
    years = { column = "jaar", first = 2016, last = 2020 }

    [settings]
    as_of = 2020-03-09
    origin = "register"
    attribution = "Open data, 9 March 2020"

    [partner]
    id = "naam"
    name = "naam"
"""


def test_the_day_of_a_profile_is_taken_over_for_a_file_of_its_years(city):
    report = city.bring_text("register.csv", "naam,jaar\nTheater,2016\nMuseum,2020\n", profile=city.file("p.toml", YEARS))
    assert report.warnings == ()
    assert dict(city.values("SELECT name, value FROM setting"))["as_of"] == "2020-03-09"


@pytest.mark.parametrize("last", ["2019", "2022"])
def test_the_day_of_a_profile_is_not_taken_over_for_a_file_of_other_years(city, last):
    report = city.bring_text("register.csv", f"naam,jaar\nTheater,2016\nMuseum,{last}.0\nUil,\n", profile=city.file("p.toml", YEARS))
    assert {"as_of", "attribution"} & set(dict(city.values("SELECT name, value FROM setting"))) == set()
    assert city.value("SELECT value FROM setting WHERE name = 'origin'") == "register"
    assert [said(warning) for warning in report.warnings] == [
        f"register.csv is about 2016 to {last} and the profile about 2016 to 2020, so its day 2020-03-09 and its attribution were "
        "not taken over; write those of this file under [settings] in a copy of the profile."
    ]


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_shipped_profile_says_nothing_that_the_file_itself_tells(name):
    file = read_profile(name).file
    assert (file.encoding, file.delimiter, file.header_row, file.sheet) == (None, None, None, None)
