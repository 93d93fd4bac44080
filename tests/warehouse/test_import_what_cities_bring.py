"""Files as ordinary cities bring them: each comes in right, or is refused in one sentence with its remedy."""

import json

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.arriving import PARTNERS, City, contradicts, counts, said


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def workbook(city, name, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(city.folder / name)
    return city.folder / name


SECTORS = {
    "zorg": "care",
    "Welzijn": "care",
    "cultuur": "culture",
    "Maritiem": "maritime",
    "ontwikkelaars": "developers",
    "Bewoners": "residents",
    "ondernemers": "entrepreneurs",
    "MKB": "entrepreneurs",
    "sport": "sport",
    "care": "care",
}


def test_shipped_sectors_answer_to_their_dutch_and_english_words(city):
    rows = "".join(f"{word},{word}\n" for word in SECTORS)
    assert city.bring_text("partners.csv", f"naam,sector\n{rows}").rejected == 0
    found = city.values("SELECT p.name, s.sector_id FROM partner AS p JOIN partner_sector AS s ON s.partner_id = p.id")
    assert dict(found) == SECTORS


def test_a_sector_of_that_very_name_goes_before_the_word_for_a_shipped_one(city):
    city.bring(city.file("sectoren.csv", "id,naam\ns1,Zorg\n"), city.file("partners.csv", "id,naam,sector\np1,a,zorg\np2,b,cultuur\n"))
    assert city.values("SELECT sector_id FROM partner_sector ORDER BY partner_id") == [("s1",), ("culture",)]


def test_a_shipped_sector_that_is_gone_answers_to_no_word(city):
    sectors = city.file("sectoren.csv", "id,naam\ns1,Haven\n")
    report = city.bring(sectors, city.file("partners.csv", "id,naam,sector\np1,a,zorg\n"), replace=True)
    assert report.rejected == 1


ATTEMPTS = "achieved is empty in every row, so all its contacts count as attempts"


@pytest.mark.parametrize(("column", "cell", "warned"), [("", "", True), (",gesproken", ",", True), (",doorgegaan", ",ja", False)])
def test_contacts_of_which_nobody_says_that_they_took_place(city, column, cell, warned):
    city.bring_text("partner.csv", PARTNERS)
    report = city.bring_text("contact_moment.csv", f"id,day,kind,partner_id{column}\nm1,2026-01-01,call,p1{cell}\n")
    assert any(ATTEMPTS in said(warning) for warning in report.warnings) is warned


@pytest.mark.parametrize("word", ["bereikt", "doorgegaan", "gerealiseerd", "gesproken", "plaatsgevonden"])
def test_what_people_call_a_contact_that_took_place(city, word):
    city.bring_text("partner.csv", PARTNERS)
    city.bring_text("contact_moment.csv", f"id,day,kind,partner_id,{word}\nm1,2026-01-01,call,p1,Ja\nm2,2026-01-01,call,p1,neen\n")
    assert city.values("SELECT achieved FROM contact_moment ORDER BY id") == [(True,), (False,)]


def test_a_name_that_is_not_there_is_rejected_with_its_remedy(city):
    city.bring_text("partners.csv", "naam,accountmanager\na,Anna\n")
    assert city.rejects() == [
        (
            2,
            "accountmanager",
            "'Anna' is neither an id nor a name in employee; bring the file of employee in the same call, mend it here, "
            "or use a profile with create = true.",
        )
    ]


HEADERS = {
    "a title with delimiters": ("Overzicht;;\n;;\nNaam;Plaats;Niveau\na;Delft;A\nb;Gouda;B\n", 4),
    "a spreadsheet's own mark": ("sep=;\nnaam;plaats\na;Delft\n", 3),
    "rows with empty cells too many": ("naam;plaats\na;Delft;;\nb;Gouda;;\n", 2),
}


@pytest.mark.parametrize("case", HEADERS)
def test_the_header_is_the_row_that_names_columns_of_ours(city, case):
    content, first = HEADERS[case]
    report = city.bring_text("partners.csv", content)
    assert report.rejected == 0
    assert any(f"header on row {first - 1}" in said(choice) for choice in report.choices)
    assert city.values("SELECT place FROM partner WHERE name = 'a'") == [("Delft",)]


def test_a_heading_over_the_header_of_a_workbook(city):
    rows = [["Relatie", "Gegevens"], ["Naam", "Plaats", "Niveau"], ["a", "Delft", "A"], ["b", None, "B"]]
    city.bring(workbook(city, "partners.xlsx", Blad1=rows))
    assert city.values("SELECT name, place FROM partner ORDER BY name") == [("a", "Delft"), ("b", None)]


def test_a_sheet_with_an_explanation_is_passed_over_and_said(city):
    file = workbook(city, "export.xlsx", Relaties=[["naam"], ["a"]], Toelichting=[["Dit komt uit het CRM"], ["Vragen? Bel Jan."]])
    report = city.bring(file)
    assert counts(report) == (1, 1, 0, 0, 0)
    assert any("sheet Toelichting holds no table" in said(warning) for warning in report.warnings)


def test_a_sheet_that_lacks_a_column_is_named_with_its_file(city):
    file = workbook(city, "export.xlsx", partners=[["naam"], ["a"]], contactpersonen=[["e-mail", "telefoon"], ["a@b.nl", "1"]])
    assert city.refused(file).startswith("export.xlsx (contactpersonen) has no column name")


def test_the_dimensions_of_a_form_answer_to_their_dutch_words(city):
    city.bring_text("partner.csv", PARTNERS)
    city.bring_text(
        "relatiemeting.csv",
        """
        id;partner;datum;kant;perspectief;vragenlijst;Vertrouwen;Wederzijdse invloed;Gedeelde missie
        f1;Museum;1-5-2026;wij;eigen;relation-9;7,5;6;
        f2;Museum;1-5-2026;relatie;eigen;partner-4;;;3
        """,
    )
    assert city.values("SELECT assessment_id, dimension, score FROM assessment_score ORDER BY 1, 2") == [
        ("f1", "control_mutuality", 6.0),
        ("f1", "trust", 7.5),
        ("f2", "shared_mission", 3.0),
    ]


def test_a_row_of_totals_without_an_id_is_rejected(city):
    assert counts(city.bring_text("partners.csv", "naam;niveau\nTotaal Bouw BV;A\nTotaal: 1;\n")) == (2, 1, 0, 0, 1)
    assert "row of totals" in city.rejects()[0][2]
    assert city.bring_text("partners.csv", "id;naam\np1;Totaal\n").rejected == 0


def test_rows_that_contradict_each_other_are_named_by_their_lines_and_files(city):
    one, two = city.file("partners.csv", 'id,name,about\np1,a,"two\nlines"\np1,b,x\n'), city.file("partner.csv", "id,name\np1,c\n")
    city.bring(one, two)
    assert city.rejects() == [
        (2, "id", contradicts(2, "2 of partners.csv", "p1", 3)),
        (4, "id", contradicts(4, 2, "p1", 3)),
    ]


def test_three_decimals_of_a_number_that_is_one_part_no_thousands(city):
    pq.write_table(pa.table({"id": ["1"], "role": ["client"], "granted": [1.125]}), city.folder / "dealing.parquet")
    (city.folder / "dealing.json").write_text(json.dumps([{"id": "2", "role": "client", "granted": -100.125}]))
    book = workbook(city, "dealings.xlsx", dealing=[["id", "role", "granted"], ["3", "client", 12.125]])
    city.bring(city.folder / "dealing.parquet", city.folder / "dealing.json", book)
    assert [str(amount) for (amount,) in city.values("SELECT granted FROM dealing ORDER BY id")] == ["1.13", "-100.13", "12.13"]
