"""An answer as an Excel workbook, opened again."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from an_insight import ARRAY, BOLD, CHART, FORMULA, INSIGHT, TABLE
from openpyxl import Workbook

from relinsight.export.workbook import as_xlsx
from relinsight.insights.blocks import Insight
from relinsight.words.name import Name
from relinsight.words.text import Text, text


def opened(language: str = "nl", insight: Insight = INSIGHT) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(insight, language)))


def rows(book: Workbook, name: str) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in book[name].iter_rows()]


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", ["Answer", "Sectors", "All partners", "What changed"]), ("nl", ["Antwoord", "Sectoren", "Alle partners", "Wat er veranderde"])],
)
def test_the_sheets_are_named_after_what_they_say(language: str, names: list[str]):
    assert opened(language).sheetnames == names


def test_no_cell_is_a_formula_and_text_stays_text():
    book = opened()
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "n", "d"}
    found = rows(book, "Alle partners")
    assert [row[0] for row in found[3:6]] == [BOLD, FORMULA, "a|b\n**c**"]
    assert found[5][8] == ARRAY


def test_numbers_are_numbers_and_days_are_days():
    first, second = rows(opened(), "Alle partners")[3:5]
    assert first == ("<b>Kade</b>", 1280, 62.5, 1234.5, 0.285, 1.25, datetime(2026, 11, 23), "ja", "op tijd")  # noqa: DTZ001
    assert second == ("=2+5", -3, None, 7, 0.5, 2, "31\N{NO-BREAK SPACE}dec\N{NO-BREAK SPACE}1899", "nee", "@x")


def test_a_number_is_shown_as_its_column_does():
    sheet = opened()["Alle partners"]
    assert [sheet.cell(4, at).number_format for at in (3, 4, 5, 6)] == ["0", "#,##0.00", "0%", "0.0"]


def test_the_first_sheet_tells_the_answer_the_figures_and_what_is_not_known():
    found = rows(opened(), "Antwoord")
    assert found[0][0] == "Nooit gesproken"
    assert found[3][:5] == ("Cijfer", "Waarde", "Verandering", "n", "Peildatum")
    assert found[4][:4] == ("Gedekt", "3 van 1.400", "-2 sinds 28 september 2026", 1400)
    assert found[5][:2] == ("Deel gedekt", 0.69)
    assert found[6][:4] == ("Hun kijk op ons", "te weinig (2)", "niet beloofd", 2)
    assert found[12][:1] == ("Wat we niet weten",)
    assert found[14][0] == "=2+5"


def test_a_table_without_rows_says_why():
    assert [row[0] for row in rows(opened(), "Wat er veranderde")] == ["Wat er veranderde", "Geen regels.", "Partner"]


def test_names_of_sheets_are_short_allowed_and_unlike():
    long = Name("Een lange naam: met [tekens] die / niet * mogen 'zo'")
    blocks = tuple(replace(TABLE, title=text("{name}", name=name)) for name in (long, long, Name("ANTWOORD"), Name("[]"), Name("x" * 40)))
    names = opened(insight=replace(INSIGHT, rows=(*blocks, CHART))).sheetnames
    assert names == [
        "Antwoord", "Een lange naam met tekens die", "Een lange naam met tekens 2", "ANTWOORD 2", "-", "x" * 31, "Sectoren",
    ]  # fmt: skip


def test_a_very_long_text_is_cut_and_the_file_still_opens():
    long = answering(text("{name}", name=Name("y" * 40_000)))
    assert len(str(rows(opened(insight=long), "Antwoord")[0][0])) == 32_767


def answering(answer: Text) -> Insight:
    return replace(INSIGHT, answer=answer)
