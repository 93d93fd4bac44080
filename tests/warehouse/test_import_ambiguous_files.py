"""Files that say two things at once are refused, rejected or told: twin columns, several sheets, objects where a name belongs."""

from __future__ import annotations

import json

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.arriving import City, counts, said
from tests.damaged.references import FORMATS

OBJECT = '\'{"naam": "Haven"}\' is an object with parts of its own, where one text is asked; write the part that is meant.'


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("profile", [None, "[partner]\nid = 'id'\nname = 'naam'\n"])
def test_two_columns_of_one_name_that_differ_are_refused(city, kind, profile):
    file = city.file(f"partner.{kind}", FORMATS[kind](["id", "naam", "naam"], [["1", "a", "a"], ["2", "b", "c"]]))
    options = {"profile": city.file("p.toml", profile)} if profile else {}
    assert city.refused(file, **options).endswith(
        "two columns are called naam (names 2 and 3 of the header) and differ, first in row 3; "
        "give them names of their own, or take one of them out."
    )


@pytest.mark.parametrize("rows", [[["1", "a", "a"]], [["1", "a", ""], ["2", "b", "b"]]])
def test_two_columns_of_one_name_that_say_the_same_are_one(city, rows):
    assert city.bring_text("partner.csv", FORMATS["csv"](["id", "naam", "naam"], rows)).rejected == 0


def test_two_columns_of_one_name_of_which_none_is_read_are_told(city):
    report = city.bring_text("partner.csv", "id,naam,x,x\n1,a,b,c\n")
    assert any("x are not known, or are there twice" in said(warning) for warning in report.warnings)


def workbook(city):
    book = openpyxl.Workbook()
    for title, rows in {"2024": [["naam"], ["a"]], "2025": [["naam"], ["b"]]}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(city.folder / "partners.xlsx")
    return city.folder / "partners.xlsx"


@pytest.mark.parametrize("profile", [None, "[partner]\nname = 'naam'\n"])
def test_which_sheets_were_read_is_said_where_there_are_several(city, profile):
    report = city.bring(workbook(city), **({"profile": city.file("p.toml", profile)} if profile else {}))
    assert counts(report)[:2] == (2, 2)
    assert "partners.xlsx: 2 sheets were read: 2024, 2025; if only one is meant, name it under sheet in a profile, or hide the others." in [
        *map(said, report.warnings)
    ]


def test_one_sheet_that_a_profile_names_needs_no_word(city):
    report = city.bring(workbook(city), profile=city.file("p.toml", "[file]\nsheet = '2025'\n[partner]\nname = 'naam'\n"))
    assert report.rows_read == 1
    assert not any("sheets were read" in said(warning) for warning in report.warnings)


def test_an_object_in_the_place_of_a_name_is_rejected(city):
    rows = [{"id": "1", "naam": {"naam": "Haven"}}, {"id": "2", "naam": "Museum"}]
    assert counts(city.bring_text("partner.json", json.dumps(rows).encode())) == (2, 1, 0, 0, 1)
    assert city.rejects() == [(1, "naam", OBJECT)]


@pytest.mark.parametrize("partner", [{"naam": "Haven"}, [{"naam": "Haven"}]])
def test_an_object_in_the_place_of_a_reference_is_rejected(city, partner):
    city.bring_text("partner.csv", "id,naam\np1,Haven\n")
    rows = [{"id": "1", "dag": "2026-01-05", "soort": "call", "partner": partner}]
    assert city.bring_text("contact_moment.json", json.dumps(rows).encode()).rejected == 1
    assert OBJECT in {reason for _, _, reason in city.rejects()}


def test_a_structure_of_parquet_in_the_place_of_a_name_is_rejected(city):
    names = pa.array([{"naam": "Haven"}, None], pa.struct([("naam", pa.string())]))
    pq.write_table(pa.table({"id": ["1", "2"], "naam": names}), city.folder / "partner.parquet")
    assert city.bring(city.folder / "partner.parquet").rejected == 2
    assert city.rejects()[0] == (1, "naam", OBJECT)


def test_a_name_between_braces_is_a_name(city):
    assert city.bring_text("partner.json", b'[{"id": "1", "naam": "{Haven}"}]').rejected == 0
