"""Of several rows of one key a profile says which holds; without a word of it the reject says what to write."""

from __future__ import annotations

import pytest

from tests.arriving import City, counts, said

DEALINGS = """
    nr,wie,bedrag,stand
    d1,Haven,100,01-02-2026
    d2,Museum,5,01-02-2026
    d1,Haven,200,13-03-2026
    d1,Haven,150,02-03-2026
"""
PROFILE = """
    [dealing]
    id = "nr"
    organisation = "wie"
    partner = { column = "wie", create = true }
    role = { constant = "client" }
    granted = "bedrag"
"""


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def brought(city, line, content=DEALINGS):
    profile = city.file("regels.toml", f"[file]\n{line}\n" + "\n".join(part.strip() for part in PROFILE.splitlines()))
    return city.bring_text("uitvoer.csv", content, profile=profile)


def granted(city):
    return [(dealing, int(amount)) for dealing, amount in city.values("SELECT id, granted FROM dealing ORDER BY id")]


def test_the_row_with_the_newest_day_holds_and_the_others_are_told(city):
    report = brought(city, 'newest = "stand"')
    assert counts(report) == (4, 2, 0, 2, 0)
    assert granted(city) == [("d1", 200), ("d2", 5)]
    assert "uitvoer.csv: 2 rows were set aside, as there is a newer one of the same key (the first is row 2)." in map(said, report.warnings)
    assert counts(brought(city, 'newest = "stand"')) == (4, 0, 0, 4, 0)


def test_the_row_with_the_greatest_number_holds(city):
    assert counts(brought(city, 'newest = "bedrag"')) == (4, 2, 0, 2, 0)
    assert granted(city) == [("d1", 200), ("d2", 5)]


def test_of_one_day_the_latest_time_holds_and_of_one_time_the_later_row(city):
    rows = "nr,wie,bedrag,stand\nd1,a,1,2026-01-05 14:00\nd1,a,2,2026-01-05 9:30\nd2,b,3,2026-01-05 9:30\nd2,b,4,2026-01-05 9:30\n"
    brought(city, 'newest = "stand"', rows)
    assert granted(city) == [("d1", 1), ("d2", 4)]


def test_the_last_row_holds(city):
    report = brought(city, 'keep = "last"')
    assert counts(report) == (4, 2, 0, 2, 0)
    assert granted(city) == [("d1", 150), ("d2", 5)]
    assert any("as there is a later one of the same key" in said(warning) for warning in report.warnings)


def test_what_a_row_that_was_set_aside_says_beside_itself_goes_with_it(city):
    brought(city, 'keep = "last"', "nr,wie,bedrag,stand\nd1,Haven,geld,\nd1,Museum,2,\n")
    assert city.values("SELECT name FROM partner") == [("Museum",)]
    assert city.rejects() == []


def test_a_header_that_stands_again_is_no_version(city):
    report = brought(city, 'newest = "stand"', f"{DEALINGS}\n    nr,wie,bedrag,stand\n    nr,wie,bedrag,stand")
    assert counts(report) == (6, 2, 0, 2, 2)


def test_versions_in_several_files_of_one_call(city):
    profile = city.file("regels.toml", "[file]\nnewest = 'stand'\n[partner]\nname = 'naam'\nplace = 'waar'\n")
    old = city.file("oud.csv", "naam,waar,stand\nHaven,Delft,2024-01-01\n")
    new = city.file("nieuw.csv", "naam,waar,stand\nHAVEN,Gouda,2025-01-01\n")
    assert counts(city.bring(new, old, profile=profile)) == (2, 1, 0, 1, 0)
    assert city.values("SELECT place FROM partner") == [("Gouda",)]


def test_without_a_profile_the_reject_says_which_was_kept_and_what_to_write(city):
    report = city.bring_text("dealing.csv", "id,role,granted\nx1,client,100\nx2,client,1\nx1,client,200\nx1,client,300\n")
    assert counts(report) == (4, 2, 0, 0, 2)
    assert city.rejects()[0] == (
        4,
        "id",
        "Row 4 says something else about x1 than row 2, which was kept (3 rows have that key); keep one of them, "
        "or write newest = 'COLUMN' or keep = 'last' under [file] in a profile.",
    )


@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("Haven", "naam,plaats\nHaven,Delft\nhaven,Gouda\n"),
        ("p9", "id,naam\np9,Delft\np9,Gouda\n"),
    ],
)
def test_the_reject_names_the_key_as_the_file_says_it(city, key, content):
    city.bring_text("partner.csv", content)
    assert f"something else about {key} than row 2" in city.rejects()[0][2].replace("haven", "Haven")


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("[file]\nnewest = 'stand'\nkeep = 'last'\n[partner]\nid = 'nr'\n", "newest and keep say two things"),
        ("[file]\nnewest = 'wanneer'\n[partner]\nid = 'nr'\nname = 'naam'\n", "has no column wanneer"),
        ("[file]\nkeep = 'last'\n[contact_moment]\nday = 'stand'\n", "contact_moment has no id there"),
        ("[file]\nnewest = 'naam'\n[partner]\nid = 'nr'\nname = 'naam'\n", "holds 'Haven' in row 2"),
        ("[file]\nkeep = 'first'\n[partner]\nid = 'nr'\n", "cannot be read"),
    ],
)
def test_a_profile_that_cannot_tell_versions_is_refused_in_a_sentence(city, profile, words):
    assert words in city.refused(city.file("uitvoer.csv", "nr,naam,stand\n1,Haven,\n"), profile=city.file("regels.toml", profile))
