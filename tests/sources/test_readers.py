"""Files of every kind: what a person sees in them is what is read."""

import datetime as dt
import gzip
import json

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.arriving import City, counts, said

NAMES = "id;naam;plaats\np1;Café ’t Hart;Zoë\np2;Museum;\n"


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_letters_are_told_from_the_file(city, letters):
    city.bring_text("partner.csv", NAMES.encode(letters))
    assert city.values("SELECT name, place FROM partner ORDER BY id") == [("Café ’t Hart", "Zoë"), ("Museum", None)]


def test_letters_of_an_old_mac_are_told_by_a_profile(city):
    profile = city.file("p.toml", '[file]\nencoding = "mac-roman"\n[partner]\nid = "id"\nname = "naam"\n')
    city.bring_text("partner.csv", NAMES.encode("mac-roman"), profile=profile)
    assert city.value("SELECT name FROM partner WHERE id = 'p1'") == "Café ’t Hart"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_and_line_ends(city, mark, end):
    rows = [["id", "name", "about"], ["p1", "a", '"x, y; z"'], ["p2", '"say ""hi"""', '"two' + end + 'lines"']]
    city.bring_text("partner.csv", end.join(mark.join(row) for row in rows).encode())
    assert city.values("SELECT name, about FROM partner ORDER BY id") == [("a", "x, y; z"), ('say "hi"', f"two{end}lines")]


def test_a_packed_file(city):
    assert counts(city.bring_text("partner.csv.gz", gzip.compress(NAMES.encode()))) == (2, 2, 0, 0, 0)


def test_a_title_above_the_header_is_passed_over(city):
    city.bring_text("partner.csv", "Uitvoer van 1 mei\n\nid,naam,plaats\np1,a,b\np2,c,d\n")
    assert city.value("SELECT count(*) FROM partner") == 2


def test_text_that_a_spreadsheet_would_run_loses_its_guard(city):
    city.bring_text("partner.csv", "id,name,about\n1,'=SUM(A1),'-5\n2,'s Lands Werf,''=x\n")
    assert city.values("SELECT name, about FROM partner ORDER BY id") == [("=SUM(A1)", "-5"), ("'s Lands Werf", "'=x")]


def test_json_as_a_list_as_lines_and_inside_an_object(city):
    rows = [{"id": "p1", "name": "a", "active_from": "03-02-2025"}, {"id": "p2", "name": "b", "place": 5.0}]
    city.bring_text("partner.json", json.dumps(rows))
    city.bring_text("partners.jsonl", "\n".join(json.dumps({**row, "id": row["id"] + "x"}) for row in rows))
    city.bring_text("partner.json.gz", gzip.compress(json.dumps({"rows": [{"id": "p9", "name": "c"}]}).encode()))
    assert city.values("SELECT id, active_from::VARCHAR FROM partner ORDER BY id") == [
        ("p1", "2025-02-03"),
        ("p1x", "2025-02-03"),
        ("p2", None),
        ("p2x", None),
        ("p9", None),
    ]


def test_nested_lists_are_several_values(city):
    city.bring_text("partner.csv", "id,name\np1,a\np2,b; c\n")
    city.bring_text("contact_moment.json", json.dumps([{"id": "m1", "day": "2026-01-01", "kind": "call", "partner_id": ["p1", "p2"]}]))
    assert city.value("SELECT count(*) FROM contact_moment_partner") == 2


def test_parquet_with_its_types(city, tmp_path):
    table = pa.table(
        {
            "id": pa.array([1.0, 2.0]),
            "name": pa.array(["a", "b"]).dictionary_encode(),
            "active_from": pa.array([dt.date(2025, 1, 2), None]),
            "active_to": pa.array([dt.datetime(2025, 6, 30, 22, 30, tzinfo=dt.UTC), None]),
        }
    )
    pq.write_table(table, tmp_path / "partner.parquet")
    city.bring(tmp_path / "partner.parquet")
    assert city.values("SELECT id, name, active_from::VARCHAR, active_to::VARCHAR FROM partner ORDER BY id") == [
        ("1", "a", "2025-01-02", "2025-07-01"),
        ("2", "b", None, None),
    ]


def workbook(city, rows, formats=None, change=lambda book: None, name="partner.xlsx"):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Blad1"
    for row in rows:
        sheet.append(row)
    for cell, format_ in (formats or {}).items():
        sheet[cell].number_format = format_
    change(book)
    book.save(city.folder / name)
    return city.folder / name


def test_a_cell_is_read_as_its_format_shows_it(city):
    formats = {"B2": "00000000", "C2": "yyyy-mm-dd", "A3": "@", "D2": "+0", "C3": "d mmmm yyyy;@"}
    rows = [["id", "kvk", "actief van", "place"], [7, 1234568, 45000, 31], ["008", "00000012", dt.date(2025, 2, 3), True]]
    file = workbook(city, [[*rows[0], "name"], [*rows[1], "a"], [*rows[2], "b"]], formats)
    city.bring(file)
    assert city.values("SELECT id, kvk_number, active_from::VARCHAR, place FROM partner ORDER BY name") == [
        ("7", "01234568", "2023-03-15", "+31"),
        ("008", "00000012", "2025-02-03", "true"),
    ]


def test_a_percentage_and_a_formula_by_its_stored_value(city):
    city.bring_text("goal.csv", "id,title,horizon\ng1,a,year\n")
    file = workbook(
        city,
        [["goal_id", "day", "status", "progress"], ["g1", dt.date(2026, 1, 1), "on track", 0.45]],
        {"D2": "0%"},
        name="goal_update.xlsx",
    )
    city.bring(file)
    assert city.value("SELECT progress FROM goal_update") == 45


def test_the_days_of_1904(city):
    def later(book):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    city.bring(workbook(city, [["id", "name", "active_from"], ["p1", "a", dt.date(2025, 2, 3)]], change=later))
    assert city.value("SELECT active_from::VARCHAR FROM partner") == "2025-02-03"


def test_hidden_sheets_are_not_read_hidden_rows_are_and_coloured_rows_are_none(city):
    def hide(book):
        book.create_sheet("geheim").append(["id", "name"])
        book["geheim"].append(["p9", "z"])
        book["geheim"].sheet_state = "hidden"
        book["Blad1"].row_dimensions[3].hidden = True
        book["Blad1"]["A9"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")

    report = city.bring(workbook(city, [["id", "name"], ["p1", "a"], ["p2", "b"]], change=hide))
    assert counts(report) == (2, 2, 0, 0, 0)
    assert [said(warning) for warning in report.warnings] == [
        "partner.xlsx: the hidden sheet geheim was not read.",
        "partner.xlsx: 1 hidden row of sheet Blad1 was read too.",
    ]


def test_several_sheets_and_one_that_a_profile_names(city):
    def more(book):
        book["Blad1"].title = "partner"
        book.create_sheet("medewerkers").append(["id", "naam"])
        book["medewerkers"].append(["e1", "Anna"])

    file = workbook(city, [["id", "name"], ["p1", "a"]], change=more, name="alles.xlsx")
    assert [file.records for file in city.bring(file).files] == [("partner",), ("employee",)]
    profile = city.file("p.toml", '[file]\nsheet = "medewerkers"\n[sector]\nid = "id"\nname = "naam"\n')
    city.bring(file, profile=profile)
    assert city.value("SELECT name FROM sector WHERE id = 'e1'") == "Anna"


def test_a_header_further_down(city):
    city.bring(workbook(city, [["Overzicht"], [], ["versie", 1], ["id", "name", "place"], ["p1", "a", "b"], ["p2", "c", "d"]]))
    assert city.value("SELECT count(*) FROM partner") == 2


NUMBERS = {
    "a point": (["1.5", "2"], ["1.50", "2.00"]),
    "a comma": (["1,5", "2"], ["1.50", "2.00"]),
    "thousands by commas": (["81,499", "2,360,615"], ["81499.00", "2360615.00"]),
    "thousands by points": (["1.234", "1.234.567,8"], ["1234.00", "1234567.80"]),
    "undecided amounts are thousands": (["81,499", "1,000"], ["81499.00", "1000.00"]),
}


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers_are_decided_from_the_whole_column(city, case):
    written, read = NUMBERS[case]
    rows = "".join(f"{i};client;{cell}\n" for i, cell in enumerate(written))
    report = city.bring_text("dealing.csv", f"id;role;granted\n{rows}")
    assert [str(v) for (v,) in city.values("SELECT granted FROM dealing ORDER BY id")] == read
    assert any("decimals" in said(choice) for choice in report.choices)


DAYS = {
    "day first": (["13-02-2025", "03-04-2025"], ["2025-02-13", "2025-04-03"]),
    "month first": (["02/13/2025", "03/04/2025"], ["2025-02-13", "2025-03-04"]),
    "undecided is day first": (["03/04/2025", "05/06/2025"], ["2025-04-03", "2025-06-05"]),
    "month names": (["8 mei 2015", "1 maart 2016"], ["2015-05-08", "2016-03-01"]),
    "short years": (["13-02-25", "03-04-71"], ["2025-02-13", "1971-04-03"]),
}


@pytest.mark.parametrize("case", DAYS)
def test_days_are_decided_from_the_whole_column(city, case):
    written, read = DAYS[case]
    rows = "".join(f"{i},n,{cell}\n" for i, cell in enumerate(written))
    city.bring_text("partner.csv", f"id,name,active_from\n{rows}")
    assert [v for (v,) in city.values("SELECT active_from::VARCHAR FROM partner ORDER BY id")] == read


def test_an_undecided_column_follows_a_decided_one(city):
    city.bring_text("partner.csv", "id,name,active_from,active_to\np1,a,03/04/2025,12/31/2025\n")
    assert city.value("SELECT active_from::VARCHAR FROM partner") == "2025-03-04"


def test_a_cell_that_is_no_number_as_a_whole_is_rejected(city):
    report = city.bring_text("dealing.csv", "id,role,granted\n1,client,1test\n2,client,1.2.3\n3,client,4\n")
    assert counts(report) == (3, 1, 0, 0, 2)
