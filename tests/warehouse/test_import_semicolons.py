"""A semicolon in a cell parts ids always, names where each part is one, and with a profile only what it says."""

from __future__ import annotations

import pytest

from tests.arriving import counts, prepared, said
from tests.damaged.references import FORMATS

PARTNERS = 'id;naam\np1;Bakker, De Wit\np2;Haven\np3;Museum\np4;"Smit; Zonen"\n'
LINKS = "SELECT contact_moment_id, partner_id FROM contact_moment_partner ORDER BY ALL"


@pytest.fixture
def city(tmp_path):
    return prepared(tmp_path, {"partner.csv": PARTNERS})


def moments(city, kind, column, cell, **options):
    header, row = ["id", "dag", "soort", column], ["m1", "2026-01-05", "visit", cell]
    return city.bring_text(f"contact_moment.{kind}", FORMATS[kind](header, [row]), **options)


KINDS = pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "parquet"])


@KINDS
@pytest.mark.parametrize(
    ("column", "cell", "partners"),
    [
        ("partner_id", "p2;p3", ["p2", "p3"]),
        ("partner_id", "p2 ; p3;", ["p2", "p3"]),
        ("partner", "Smit; Zonen", ["p4"]),
        ("partner", "SMIT;  Zonen", ["p4"]),
        ("partner", "Haven; Museum", ["p2", "p3"]),
        ("partner", "Haven;", ["p2"]),
        ("partner", "p2;museum", ["p2", "p3"]),
    ],
)
def test_ids_are_parted_always_and_names_where_each_is_known(city, kind, column, cell, partners):
    report = moments(city, kind, column, cell)
    assert (report.rejected, city.values(LINKS)) == (0, [("m1", partner) for partner in partners])


@KINDS
def test_a_cell_of_which_not_each_part_is_known_stays_whole_and_is_told(city, kind):
    assert moments(city, kind, "partner", "Haven; De Zon").rejected == 1
    assert city.rejects()[0][1:] == (
        "partner",
        "'Haven; De Zon' is neither an id nor a name in partner, and not each of its parts between semicolons is one; "
        "bring the file of partner in the same call, or mend it here.",
    )


def test_a_name_that_comes_in_the_same_call_is_known(city):
    new = city.file("partner.csv", "id,naam\np9,De Zon; de Maan\n")
    file = city.file("contact_moment.csv", "id,dag,soort,partner\nm1,2026-01-05,visit,De Zon; de Maan\nm2,2026-01-05,visit,Haven;p9\n")
    assert city.bring(new, file).rejected == 0
    assert city.values(LINKS) == [("m1", "p9"), ("m2", "p2"), ("m2", "p9")]


def test_the_id_of_a_register_is_a_part_that_is_known(city):
    city.bring_text("partner.csv", "naam\nDe Zon\n")
    city.bring_text("partner.csv", "id,naam\nR7,De Zon\n")
    assert moments(city, "csv", "partner", "Haven;R7").rejected == 0
    assert len(city.values(LINKS)) == 2


def test_a_list_of_names_is_parted_and_a_name_in_it_may_hold_a_semicolon(city):
    content = b'[{"id": "m1", "dag": "2026-01-05", "soort": "visit", "partner": ["Smit; Zonen", "Haven"]}]'
    assert city.bring_text("contact_moment.json", content).rejected == 0
    assert city.values(LINKS) == [("m1", "p2"), ("m1", "p4")]


def with_profile(city, partner):
    lines = f"[contact_moment]\nid = 'id'\nday = 'dag'\nkind = 'soort'\n{partner}\n"
    return city.file("regels.toml", lines)


@KINDS
@pytest.mark.parametrize(
    ("line", "column", "cell", "partners"),
    [
        ("partner = { column = 'met', split = ';' }", "met", "Haven;Museum", ["p2", "p3"]),
        ("partner = 'met'", "met", "Smit; Zonen", ["p4"]),
        ("partner = { column = 'met', split = '/' }", "met", "Smit; Zonen/Haven", ["p2", "p4"]),
        ("partner_id = 'met'", "met", "p2;p3", ["p2", "p3"]),
    ],
)
def test_with_a_profile_only_split_parts_names(city, kind, line, column, cell, partners):
    report = moments(city, kind, column, cell, profile=with_profile(city, line))
    assert (report.rejected, city.values(LINKS)) == (0, [("m1", partner) for partner in partners])


def test_a_profile_that_makes_partners_makes_one_of_a_cell_that_it_does_not_split(city):
    profile = with_profile(city, "partner = { column = 'met', create = true }")
    moments(city, "csv", "met", "Peters; De Boer", profile=profile)
    assert city.value("SELECT count(*) FROM partner WHERE name = 'Peters; De Boer'") == 1


def test_with_a_profile_the_remedy_is_a_word_of_the_profile(city):
    profile = with_profile(city, "partner = 'met'")
    moments(city, "csv", "met", "Haven;Museum", profile=profile)
    question = "[question]\nid = 'id'\nasked_on = 'dag'\npartner = 'met'\nkind = { constant = 'question' }\nsubject = 'soort'\n"
    city.bring_text("question.csv", "id,dag,soort,met\nq1,2026-01-05,x,De Zon\n", profile=city.file("vragen.toml", question))
    assert {reason for _, _, reason in city.rejects()} == {
        "'Haven;Museum' holds more than one; name the mark that parts them under split in the profile.",
        "'De Zon' is neither an id nor a name in partner; bring the file of partner in the same call, mend it here, "
        "or write create = true beside it in the profile.",
    }


@KINDS
def test_what_is_left_of_a_web_page_or_of_other_letters_is_told_with_a_row(city, kind):
    rows = [["Gewoon & goed", "Â§ 5"], ["Smit &amp; Zonen", ""], ["FryslÃ¢n", "x"], ["Caf&#233;", ""], ["Ã–BB", ""], ["âÄ", "Åland"]]
    report = city.bring_text(f"partners.{kind}", FORMATS[kind](["naam", "plaats"], rows))
    first = 1 if kind in {"json", "parquet"} else 2
    told = [message for message in map(said, report.warnings) if "letters" in message or "web page" in message]
    assert [message.split(": ", 1)[1] for message in told] == [
        f"in naam 2 cells hold signs of a web page, such as 'Smit &amp; Zonen' in row {first + 1}; "
        "they are kept as they stand, mend them in the source.",
        f"in naam 2 cells hold letters that were read as others before, such as 'FryslÃ¢n' in row {first + 2}; "
        "export the file again as UTF-8, or mend them.",
        f"in plaats 1 cell holds letters that were read as others before: 'Â§ 5' in row {first}; "
        "export the file again as UTF-8, or mend it.",
    ]
    assert counts(report) == (6, 6, 0, 0, 0)
