"""An insight as an Excel workbook: the answer, then a sheet for each table and chart."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter

from relinsight.export.tables import said
from relinsight.insights.blocks import Cards, Chart, Column, Figure, Insight, Note, Table
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Money, Percent, Score
from relinsight.words.text import text


def as_xlsx(insight: Insight, language: str) -> bytes:
    """The bytes of the workbook; text is written as text, so that no cell of data becomes a formula."""
    say = Speaker(language)
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        style = {name: book.add_format(given) for name, given in STYLES.items()}
        _answer(book.add_worksheet(say(text("Answer"))), insight, say, style)
        for block in insight.blocks:
            if isinstance(block, Table | Chart):
                _rows(book.add_worksheet(_sheet(block.name, book)), block, say, style)
    return file.getvalue()


STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1},
    "day": {"num_format": "dd-mm-yyyy"},
    "money": {"num_format": "#,##0.00"},
    "share": {"num_format": "0%"},
    "plain": {},
}


def _answer(sheet: Any, insight: Insight, say: Speaker, style: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 40)
    sheet.write(0, 0, say.heading(insight.answer), style["title"])
    sheet.write(1, 0, " · ".join(say(line) for line in insight.context))
    line = 3
    for figure in insight.figures:
        _figure(sheet, line, figure, say)
        line += 1
    for block in insight.blocks:
        if isinstance(block, Note | Cards):
            line = _lines(sheet, line + 1, block, say, style)


def _figure(sheet: Any, line: int, figure: Figure, say: Speaker) -> None:
    sheet.write(line, 0, say(figure.label))
    sheet.write(line, 1, say(figure.value or figure.unknown or text("unknown")))
    sheet.write(line, 2, "" if figure.n is None else f"n = {figure.n}")
    sheet.write(line, 3, say(figure.as_of))


def _lines(sheet: Any, line: int, block: Note | Cards, say: Speaker, style: dict[str, Any]) -> int:
    if block.title:
        sheet.write(line, 0, say.heading(block.title), style["head"])
        line += 1
    if isinstance(block, Note):
        found = [[say(part)] for part in block.lines]
    else:
        found = [[say(card.name), say(card.badge), say(card.reason), say(card.step)] for card in block.cards]
    for number, parts in enumerate(found):
        sheet.write_row(line + number, 0, parts)
    return line + len(found)


def _rows(sheet: Any, block: Table | Chart, say: Speaker, style: dict[str, Any]) -> None:
    sheet.write(0, 0, say.heading(block.title), style["title"])
    for at, column in enumerate(block.columns):
        sheet.write(2, at, say(column.label), style["head"])
        sheet.set_column(at, at, 24 if column.kind in ("words", "partner") else 14)
        for number, row in enumerate(block.rows):
            _cell(sheet, 3 + number, at, row.get(column.name), column, say, style)
    sheet.freeze_panes(3, 1)
    if block.caption:
        sheet.write(4 + len(block.rows), 0, say(block.caption))


def _cell(sheet: Any, line: int, at: int, value: object, column: Column, say: Speaker, style: dict[str, Any]) -> None:
    match value:
        case bool() | None:
            sheet.write(line, at, said(value, column, say))
        case date():
            sheet.write_datetime(line, at, value, style["day"])
        case Money(amount):
            sheet.write_number(line, at, float(amount), style["money"])
        case Percent(share):
            sheet.write_number(line, at, share, style["share"])
        case Score(number):
            sheet.write_number(line, at, number)
        case int() | float() | Decimal():
            sheet.write_number(line, at, float(value), style["plain"])
        case _:
            sheet.write_string(line, at, said(value, column, say))


def _sheet(name: str, book: Any) -> str:
    """A sheet's name as Excel allows it: at most 31 letters, no two alike."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", name)[:28]
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    numbered = (f"{plain} {number}" for number in range(2, 99))
    return next(found for found in (plain, *numbered) if found.casefold() not in taken)
