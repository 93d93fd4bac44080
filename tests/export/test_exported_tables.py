"""A table as a file for the reader's own spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest
from an_insight import COLUMNS, TABLE
from hypothesis import given
from hypothesis import strategies as st

from relinsight.export.tables import as_csv, cells, defused
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.amounts import Amount
from relinsight.languages.sentence import Speaker
from relinsight.records.notation import GUARDED
from relinsight.words.name import Name
from relinsight.words.text import text

BLANK = "\N{NO-BREAK SPACE}"


def read(language: str, table: Table = TABLE) -> list[list[str]]:
    written = as_csv(table, language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=";" if language == "nl" else ","))


def test_the_file_opens_with_a_byte_order_mark():
    assert as_csv(TABLE, "nl").startswith(b"\xef\xbb\xbf")


def test_in_dutch_the_numbers_have_a_comma_and_the_days_are_iso():
    head, first, *_ = read("nl")
    assert head == ["Partner", "Dagen stil", "Hun kijk", "Toegekend", "Deel gedekt", "Interval van", "Sinds", "Gehaald", "Stand"]
    assert first == ["<b>Kade</b>", "1280", "62,5", "1234,50", "0,285", "1,25", "2026-11-23", "ja", "op tijd"]


def test_in_english_they_have_a_point():
    _, first, second, _ = read("en")
    assert first == ["<b>Kade</b>", "1280", "62.5", "1234.50", "0.285", "1.25", "2026-11-23", "yes", "in time"]
    assert second == ["'=2+5", "-3", "", "7", "0.5", "2", "1899-12-31", "no", "'@x"]


def test_what_is_unknown_is_an_empty_cell_and_a_name_stays_whole():
    assert read("nl")[3] == ["a|b\n**c**", "", "40", "", "", "", "", "", "{=1+1}"]


def test_a_table_without_rows_has_its_header():
    assert read("nl", Table("none", text("Sectors"), COLUMNS[:2], ())) == [["Partner", "Dagen stil"]]


@pytest.mark.parametrize("formula", ["=1+1", "+31 6", "-x", "@SUM(A1)", "'=1", "  =1", "\t=1", "\r\n=1"])
def test_text_that_a_spreadsheet_would_run_is_defused(formula: str):
    (_, (cell,)) = read(
        "nl", Table("risky", text("Sectors"), (TableColumn("name", text("name")),), (Amount(Name(formula), Decimal(0), text("x")),))
    )
    assert cell == f"'{formula.strip()}"


@given(st.text(alphabet="='+-@ a\t\r\n1"))
def test_an_import_takes_the_apostrophe_off_again(name: str):
    written = defused(name)
    assert re.match(r"\s*[=+\-@]", written) is None
    assert (written[1:] if re.match(GUARDED, written) else written).strip() == name.strip()


def test_a_row_in_words_is_written_as_its_columns_do():
    day, amount = "23 nov 2026".replace(" ", BLANK), f"€{BLANK}1.234,50"
    assert cells(TABLE.rows[0], COLUMNS, Speaker("nl")) == ["<b>Kade</b>", "1.280", "63", amount, "29%", "1,3", day, "ja", "op tijd"]
