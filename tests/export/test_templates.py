"""A template of every record is filled in and comes back, in each language: nothing is rejected, and its example is no row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from relinsight.export.templates.columns import TemplateColumn, template_columns
from relinsight.export.templates.words import words_of
from relinsight.export.templates.workbook import as_template
from relinsight.languages.catalogue import languages
from relinsight.languages.sentence import Speaker
from relinsight.records.kinds import Amount, Day, Number, WholeNumber
from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.record import Record
from relinsight.sources.header_meanings import recognised
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.importing.report import ImportReport
from relinsight.warehouse.imports import import_files

AT = datetime(2026, 9, 30, tzinfo=UTC)
HEADING, ROWS = 5, (0, 1)  # the line of the headings, and the rows that are filled in
OTHER_ONE = {"other_partner_id", "to_partner_id"}  # what may not say the same as the column before it
NOT_PRIMARY = 1  # the word for no: each partner has a primary sector in its own file
FROM_WORD = {"role_b": 2}  # which word of the list the first row takes
NUMBERS = {"scale_max": 5, "kvk_number": "0123456"}
EVERY = [pytest.param(record, language, id=f"{record.table}-{language}") for language in languages() for record in RECORDS]


@cache
def sheet_of(record: type[Record], language: str) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(as_template(record, language))).active


def line(sheet: Worksheet, number: int) -> list[object]:
    return [cell.value for cell in sheet[number]]


def value(record: type[Record], column: TemplateColumn, row: int, language: str) -> object:
    row = 1 - row if column.name in OTHER_ONE else row
    if column.to is record:
        return None
    if words := words_of(column, Speaker(language)):
        return (
            words[NOT_PRIMARY]
            if column.name == "is_primary"
            else words[(row + FROM_WORD.get(column.name, record.table == "tie")) % len(words)]
        )
    match column.kind:
        case Day():
            return date(2026, 3 + row, 2)
        case Amount() | Number() | WholeNumber():
            return NUMBERS.get(column.name) or getattr(column.kind, "least", None) or 1
        case _:
            return text_of(record, column, row)


def text_of(record: type[Record], column: TemplateColumn, row: int) -> str:
    if column.to is not None:
        called = {"name", "title"} & set(column.to.model_fields)
        return f"{column.to.table} {called.pop()} {row}" if called else f"{column.to.table} id {row}"
    if column.name in NUMBERS:
        return f"{NUMBERS[column.name]}{row}"
    return f"{column.name} {row}" if column.name in {"dimension", "item"} else f"{record.table} {column.name} {row}"


def filled_in(record: type[Record], language: str, folder: Path) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(as_template(record, language)))
    for row in ROWS:
        for at, column in enumerate(template_columns(record), 1):
            book.active.cell(HEADING + 1 + row, at).value = value(record, column, row, language)
    path = folder / f"{language}-{RECORDS.index(record)}.xlsx"
    book.save(path)
    return path


@dataclass(frozen=True)
class City:
    warehouse: Warehouse
    report: ImportReport


@pytest.fixture(scope="module", params=languages())
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A city whose files are the templates of every record, each with two rows."""
    folder = tmp_path_factory.mktemp("templates")
    with closing(in_memory()) as warehouse:
        yield City(warehouse, import_files(warehouse, [filled_in(record, request.param, folder) for record in RECORDS], at=AT))


def test_two_rows_of_each_record_come_in_and_nothing_is_rejected(city: City):
    assert {file.sheet: (file.rows_read, file.accepted) for file in city.report.files} == {record.table: (2, 2) for record in RECORDS}
    assert city.report.reasons == ()


def test_nothing_but_the_filled_in_rows_is_there(city: City):
    assert [row["name"] for row in city.warehouse.rows("SELECT name FROM partner ORDER BY name")] == ["partner name 0", "partner name 1"]
    assert [row["name"] for row in city.warehouse.rows("SELECT name FROM employee ORDER BY name")] == ["employee name 0", "employee name 1"]


def test_what_is_filled_in_stays_what_it_was(city: City):
    (row, *_) = city.warehouse.rows("SELECT kvk_number, active_from, parent_id FROM partner ORDER BY name")
    assert row == {"kvk_number": "01234560", "active_from": date(2026, 3, 2), "parent_id": None}
    (row, *_) = city.warehouse.rows("SELECT tier FROM partner_tier WHERE from_date IS NULL ORDER BY partner_id")
    assert row == {"tier": "A"}


def test_an_import_of_templates_gives_no_reason_to_warn(city: City):
    assert [Speaker("en")(said) for said in city.report.warnings] == []


@pytest.mark.parametrize(("record", "language"), EVERY)
def test_an_import_knows_every_heading_of_a_template(record: type[Record], language: str):
    headings = [str(said) for said in line(sheet_of(record, language), HEADING)]
    found = recognised(record, headings)
    assert [found[at].field for at in range(len(headings))] == [column.name for column in template_columns(record)]


@pytest.mark.parametrize(("record", "language"), EVERY)
def test_every_column_tells_what_it_asks_and_has_an_example(record: type[Record], language: str):
    sheet = sheet_of(record, language)
    assert all(said is not None for number in (HEADING - 2, HEADING - 1) for said in line(sheet, number))


def test_a_template_as_it_is_brings_in_nothing(tmp_path: Path):
    path = tmp_path / "empty.xlsx"
    path.write_bytes(as_template(BY_TABLE["partner"], "nl"))
    with closing(in_memory()) as warehouse:
        assert import_files(warehouse, [path], at=AT).rows_read == 0
        assert warehouse.rows("SELECT * FROM partner") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "visit,meeting,call,email,letter,event,other"), ("nl", "bezoek,overleg,telefoon,e-mail,brief,evenement,overig")],
)
def test_allowed_words_are_a_list_to_choose_from_in_the_language_of_the_reader(language: str, words: str):
    sheet = sheet_of(BY_TABLE["contact_moment"], language)
    lists = {str(each.sqref).split(":")[0]: each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists["C6"] == f'"{words}"'


def test_a_list_of_sectors_leaves_room_for_one_of_ones_own():
    (sectors,) = [each for each in sheet_of(BY_TABLE["partner"], "nl").data_validations.dataValidation if "zorg" in each.formula1]
    assert not sectors.showErrorMessage


@pytest.mark.parametrize(("record", "language"), EVERY)
def test_every_list_of_words_is_in_the_sheet(record: type[Record], language: str):
    wanted = [column for column in template_columns(record) if words_of(column, Speaker(language))]
    assert sheet_of(record, language).data_validations.count == len(wanted)


def test_days_amounts_and_codes_keep_their_form():
    sheet = sheet_of(BY_TABLE["dealing"], "nl")
    formats = {
        str(sheet.cell(HEADING, at).value): sheet.column_dimensions[letter(at)].number_format for at in range(1, sheet.max_column + 1)
    }
    assert formats["Id"] == "@"
    assert formats["Toegekend"] == "#,##0.00"
    assert formats["Geopend op"] == "dd-mm-yyyy"
