"""A template: what to do, what each column asks and an example stand above the headings, where no import reads a row."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from relinsight.export.templates.columns import TemplateColumn, template_columns
from relinsight.export.templates.examples import example
from relinsight.export.templates.needs import asks
from relinsight.export.templates.words import words_of
from relinsight.export.worksheet import Worksheet
from relinsight.languages.sentence import Speaker
from relinsight.records.kinds import Amount, Day, Kind, Plain
from relinsight.records.record import Record
from relinsight.records.titles import TITLES
from relinsight.words.name import Name
from relinsight.words.text import text

ASKED, EXAMPLE, HEADING, FIRST = 2, 3, 4, 5  # the lines, counted from 0
LAST = 1_048_575  # of a sheet of Excel
WIDE = 24
AS_TEXT = "@"  # keeps the zeros before a number that is a code
FORMATS: dict[type[Kind], str] = {Day: "dd-mm-yyyy", Amount: "#,##0.00", Plain: AS_TEXT}


def as_template(record: type[Record], language: str) -> bytes:
    """The bytes of an empty file of a record, in the language of who fills it in."""
    file = io.BytesIO()
    columns = template_columns(record)
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = Worksheet.of(book, record.table, Speaker(language))
        _opening(sheet, record)
        for at, column in enumerate(columns):
            _format(sheet, book, at, column)
            _column(sheet, at, column, record)
        sheet.page.set_row(ASKED, None, book.add_format({"text_wrap": True, "valign": "top"}))
        sheet.freeze(FIRST)
    return file.getvalue()


def _opening(sheet: Worksheet, record: type[Record]) -> None:
    sheet.put(0, 0, TITLES[record.table], style="title")
    sheet.put(
        1,
        0,
        text(
            "Fill in your rows below the headings of line 5. What stands above them is not read: line 3 says what each column asks, "
            "and line 4 is an example. A column that may stay empty may be taken out."
        ),
    )


def _column(sheet: Worksheet, at: int, column: TemplateColumn, record: type[Record]) -> None:
    words = words_of(column, sheet.say)
    sheet.put(ASKED, at, asks(column))
    sheet.put(EXAMPLE, at, Name(words[0]) if words else example(record, column))
    sheet.words(HEADING, at, sheet.say.heading(column.heading), "head")
    if words:
        sheet.page.data_validation(FIRST, at, LAST, at, _choice(sheet, column, words))


def _choice(sheet: Worksheet, column: TemplateColumn, words: list[str]) -> dict[str, Any]:
    """A list to choose from; where a name of one's own may stand, another word is taken as well."""
    told = sheet.say(text("Choose a word of the list."))
    return {"validate": "list", "source": words, "error_message": told, "show_error": column.to is None}


def _format(sheet: Worksheet, book: Any, at: int, column: TemplateColumn) -> None:
    shown = FORMATS.get(type(column.kind))
    sheet.page.set_column(at, at, WIDE, book.add_format({"num_format": shown}) if shown else None)
