"""What a profile says of the words of a file: its map, what is missing, and the columns of a form."""

from __future__ import annotations

import pytest

from tests.arriving import City, said
from tests.damaged.references import FORMATS

MOMENTS = "[contact_moment]\nid = 'nr'\nday = 'dag'\npartner = { column = 'wie', create = true }\n"


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def moments(city, kind, line, words):
    rows = [[str(number), "2026-01-05", "Haven", word] for number, word in enumerate(words, 1)]
    profile = city.file("regels.toml", MOMENTS + line)
    return city.bring_text(f"uitvoer.{kind}", FORMATS[kind](["nr", "dag", "wie", "wijze"], rows), profile=profile)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_map_minds_neither_case_nor_blanks_but_its_own_spelling_goes_first(city, kind):
    line = "kind = { column = 'wijze', map = { 'Op  bezoek' = 'visit', 'bel' = 'call', 'BEL' = 'letter' } }"
    assert moments(city, kind, line, ["op bezoek", "OP BEZOEK", "bel", "BEL", "Bel"]).rejected == 0
    kinds = [kind for (kind,) in city.values("SELECT kind FROM contact_moment ORDER BY id")]
    assert kinds == ["visit", "visit", "call", "letter", "call"]


def test_a_word_beside_the_map_is_told_with_the_map(city):
    moments(city, "csv", "kind = { column = 'wijze', map = { 'bel' = 'call' } }", ["bel", "fax"])
    ((row, column, reason),) = city.rejects()
    assert (row, column) == (3, "wijze")
    assert reason.startswith("'fax' stands neither in the map of kind nor in this list; add it to the map, or write one of visit, meeting,")


@pytest.mark.parametrize("line", ["map = { 'bel' = 'telegram' }", "else = 'telegram'"])
def test_a_map_that_leads_to_no_word_of_the_list_is_refused(city, line):
    profile = city.file("regels.toml", f"{MOMENTS}kind = {{ column = 'wijze', {line} }}")
    refused = city.refused(city.file("uitvoer.csv", "nr,dag,wie,wijze\n1,2026-01-05,a,bel\n"), profile=profile)
    assert refused.startswith("The profile gives kind of contact_moment the word 'telegram', which its list does not know; in its map")


@pytest.mark.parametrize(
    ("missing", "field"),
    [("[file]\nmissing = ['n.v.t.']\n", "place = 'plaats'"), ("", "place = { column = 'plaats', missing = ['n.v.t.'] }")],
)
@pytest.mark.parametrize(
    "where", ["[[drop]]\ncolumn = 'plaats'\nempty = true\n{0}", "{0}[[partner.when]]\ncolumn = 'plaats'\nempty = false\n"]
)
def test_a_word_that_means_missing_is_empty_in_a_condition_too(city, missing, field, where):
    profile = city.file("regels.toml", missing + where.format(f"[partner]\nname = 'naam'\n{field}\n"))
    city.bring_text("uitvoer.csv", "naam,plaats\na,Delft\nb,n.v.t.\nc,\n", profile=profile)
    assert city.values("SELECT name, place FROM partner") == [("a", "Delft")]


def test_a_condition_on_a_word_that_means_missing_still_finds_it(city):
    profile = city.file("p.toml", "[file]\nmissing = 'NA'\n[[drop]]\ncolumn = 'plaats'\nis = 'NA'\n[partner]\nname = 'naam'\n")
    city.bring_text("uitvoer.csv", "naam,plaats\na,Delft\nb,NA\nc,\n", profile=profile)
    assert city.values("SELECT name FROM partner ORDER BY 1") == [("a",), ("c",)]


def test_a_condition_minds_no_case(city):
    profile = city.file("p.toml", "[[drop]]\ncolumn = 'soort'\nis = 'intern'\n[partner]\nname = 'naam'\n")
    city.bring_text("uitvoer.csv", "naam,soort\na,Intern\nb,extern\n", profile=profile)
    assert city.values("SELECT name FROM partner") == [("b",)]


def test_a_column_that_a_profile_lacks_is_told_as_one_of_the_profile(city):
    profile = city.file("p.toml", "[partner]\nname = 'naam'\n")
    assert "or name the column that holds it in the profile" in city.refused(city.file("x.csv", "titel,y\na,b\n"), profile=profile)
    moment = city.file(
        "m.toml", "[contact_moment]\nday = 'dag'\nkind = { constant = 'call' }\npartner = { column = 'wie', create = true }\n"
    )
    report = city.bring_text("uitvoer.csv", "dag,wie\n2026-01-05,Haven\n", profile=moment)
    assert any("in the profile, or write achieved" in said(warning) for warning in report.warnings)


FORM = "[assessment]\nid = 'nr'\npartner = { column = 'wie', create = true }\nday = 'dag'\nside = { constant = 'us' }\n" + (
    "perspective = { constant = 'own' }\ninstrument_id = 'lijst'\n"
)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_form_with_a_column_a_dimension(city, kind):
    profile = city.file(
        "p.toml", FORM + "trust = 'v1'\ninvloed = { column = 'v2', missing = ['geen'], numbers = '1.234,56' }\nopenness = 'v3'"
    )
    header = ["nr", "wie", "dag", "lijst", "v1", "v2", "v3"]
    rows = [["f1", "Haven", "2026-01-05", "relation-9", "7,5", "geen", ""], ["f2", "Haven", "2026-01-06", "partner-4", "", "2,5", "3"]]
    report = city.bring_text(f"uitvoer.{kind}", FORMATS[kind](header, rows), profile=profile)
    assert report.rejected == 0
    assert city.values("SELECT assessment_id, dimension, score FROM assessment_score ORDER BY ALL") == [
        ("f1", "trust", 7.5),
        ("f2", "influence", 2.5),
        ("f2", "openness", 3.0),
    ]


def test_a_name_that_one_section_makes_is_there_for_the_others_that_read_it_so(city):
    profile = city.file(
        "p.toml",
        """
        [dealing]
        id = "nr"
        organisation = "wie"
        partner = { column = "wie", create = true, collective = ["Particulier"] }
        role = { constant = "client" }

        [partner_sector]
        partner = "wie"
        sector = { column = "veld", create = true }
        """,
    )
    report = city.bring_text("x.csv", "nr,wie,veld\nd1,Kade,Havens\nd2,Particulier,Havens\n", profile=profile)
    assert (report.rejected, [made.n for made in report.made]) == (0, [1, 1])
    assert city.value("SELECT p.name FROM partner_sector JOIN partner AS p ON p.id = partner_id") == "Kade"


def test_a_name_that_another_section_reads_otherwise_is_not_made(city):
    profile = city.file(
        "p.toml",
        """
        [contact_moment]
        day = "dag"
        kind = { constant = "call" }
        partner = { column = "wie", split = "/", create = true }

        [partner_alias]
        partner = "wie"
        alias = "ook"
        """,
    )
    report = city.bring_text("x.csv", "dag,wie,ook\n2026-01-01,Kade/Sluis,KS\n", profile=profile)
    assert (report.rejected, report.made) == (1, ())


def test_a_score_beyond_its_scale_is_rejected(city):
    profile = city.file("p.toml", FORM + "trust = 'v1'")
    report = city.bring_text("uitvoer.csv", "nr,wie,dag,lijst,v1\nf1,Haven,2026-01-05,relation-9,10\n", profile=profile)
    assert (report.rejected, city.rejects()[0][2]) == (1, "10 is not on the scale of trust; write a number from 1 to 9.")


def test_a_dimension_that_no_instrument_has_is_refused(city):
    profile = city.file("p.toml", FORM + "schoenmaat = 'v1'")
    refused = city.refused(city.file("uitvoer.csv", "nr,wie,dag,lijst,v1\nf1,Haven,2026-01-05,relation-9,7\n"), profile=profile)
    assert refused.startswith("The profile fills schoenmaat of assessment, which has no such column")
