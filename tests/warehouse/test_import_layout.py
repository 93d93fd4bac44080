"""What stands in a file beside its rows: a line that counts them, a quotation mark that takes lines in."""

from __future__ import annotations

import pytest

from tests.arriving import City, counts, said
from tests.damaged.references import FORMATS

FOOTERS = [
    "(2 rows affected)",
    "(2 rows)",
    "2 row(s) affected",
    "2 rows in set (0.00 sec)",
    "2 records selected.",
    "(2 rijen)",
    "Totaal: 2 rijen",
    "Aantal rijen: 2",
    "2 rijen geselecteerd",
    "Rows: 2",
]
PROFILE = "[dealing]\nid = 'nr'\norganisation = 'wie'\ntitle = 'wat'\nrole = { constant = 'client' }\n"


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def told(report):
    return [message for message in map(said, report.warnings) if "counts" in message]


@pytest.mark.parametrize("line", FOOTERS)
@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_line_that_counts_the_rows_is_no_row(city, kind, line):
    rows = [["1", "Haven", "kade"], ["2", "Museum", "zaal"], [line, "", ""]]
    profile = city.file("regels.toml", PROFILE)
    report = city.bring_text(f"uitvoer.{kind}", FORMATS[kind](["nr", "wie", "wat"], rows), profile=profile)
    assert counts(report) == (3, 2, 0, 0, 1)
    assert city.rejects()[0][2] == f"'{line}' is a line under the table that says how many rows it has; take it out."
    assert told(report) == []


@pytest.mark.parametrize(("line", "row"), [("(84 rijen),,", 4), ("(84 rijen)", 4), (",,\n(84 rows affected),,", 5)])
def test_a_count_that_differs_from_the_rows_read_is_told(city, line, row):
    profile = city.file("regels.toml", PROFILE)
    report = city.bring_text("uitvoer.csv", f"nr,wie,wat\n1,Haven,kade\n2,Museum,zaal\n{line}\n", profile=profile)
    assert report.rejected == 1
    assert "a line under the table" in city.rejects()[0][2]
    assert told(report) == [
        f"uitvoer.csv: the line under the table counts 84 rows (row {row}), and 2 were read; see whether the file is whole."
    ]


def test_rows_that_do_not_fit_count_among_those_read(city):
    report = city.bring_text("partner.csv", "id,name,place\n1,a,x\n2,b\n(2 rows affected),,\n")
    assert (report.rejected, told(report)) == (2, [])


def test_thousands_in_a_count_are_read(city):
    report = city.bring_text("partner.csv", 'id,name\n1,a\n"(1,250 rows affected)",\n')
    assert "counts 1250 rows" in told(report)[0]


@pytest.mark.parametrize("name", ["Drie Rijen", "(Rijen)", "12 Rijen", "Totaal 2 BV", "Records & Co"])
def test_a_name_is_no_such_line(city, name):
    assert city.bring_text("partners.csv", f"naam,plaats\n{name},\nHaven,\n").rejected == 0


def test_a_quotation_mark_that_takes_lines_in_says_how_many_and_which(city):
    rows = "".join(f"{nr},Naam {nr},Delft\n" for nr in range(3, 10))
    city.bring_text("partner.csv", f'id,name,place\n1,a,x\n2,"Jan,Gouda\n{rows}10,"Ann",Leiden\n11,b,x\n')
    assert city.rejects() == [
        (
            3,
            None,
            "A cell of this row runs on over the lines behind it (8; the first begins with '3,Naam 3,Delft'); close its quotation mark.",
        )
    ]


def test_a_row_of_another_width_that_takes_lines_in_says_so_too(city):
    city.bring_text("partner.csv", 'id,name\n1,a\n2,"Jan\n3,Piet\n4,Kees",x\n11,b\n')
    assert city.rejects()[0][2] == (
        "The row has 3 cells where the header has 2, and runs on over the lines behind it (2; the first begins with '3,Piet'); "
        "mend the delimiters or quotes."
    )


@pytest.mark.parametrize("header", ["id,name,bsn", "id,name,place"])
def test_a_line_with_the_number_of_a_citizen_is_counted_and_not_shown(city, header):
    report = city.bring_text("partner.csv", f'{header}\n1,a,\n2,"Jan,\n3,Piet,123456782\n4,"Kees",\n11,b,\n')
    assert report.rejected == 1
    assert "the lines behind it (2)" in city.rejects()[0][2] or "number of a citizen" in city.rejects()[0][2]
    assert "123456782" not in str(city.everything())
