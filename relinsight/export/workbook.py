"""An insight as an Excel workbook: the answer, then a sheet for each table and chart."""

from __future__ import annotations

import io
import re
from itertools import chain, count
from typing import Any

import xlsxwriter

from relinsight.export.markdown import moved
from relinsight.export.numbers import only_value
from relinsight.export.worksheet import Worksheet
from relinsight.insights.blocks import Card, Cards, Chart, Insight, KeyFigure, Note, Table
from relinsight.languages.sentence import Speaker
from relinsight.words.text import Text, text

LONGEST = 31  # letters in the name of a sheet
WIDE, NARROW, FIRST = 24, 14, 40


def as_xlsx(insight: Insight, language: str) -> bytes:
    """The bytes of the workbook; text is written as text, so that no cell of data becomes a formula."""
    say = Speaker(language)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        _answer(Worksheet.of(book, say(text("Answer")), say), insight)
        for block in insight.blocks:
            if isinstance(block, Table | Chart):
                _rows(Worksheet.of(book, _name(say.heading(block.title), book), say), block)
    return file.getvalue()


def _answer(sheet: Worksheet, insight: Insight) -> None:
    sheet.widths(FIRST, WIDE, WIDE, NARROW, NARROW)
    sheet.words(0, 0, sheet.say.heading(insight.answer), "title")
    sheet.words(1, 0, " · ".join(sheet.say(line) for line in insight.context))
    line = _figures(sheet, 3, insight.figures)
    for block in insight.blocks:
        if isinstance(block, Note | Cards):
            line = _lines(sheet, line + 1, block)


def _figures(sheet: Worksheet, line: int, figures: tuple[KeyFigure, ...]) -> int:
    if not figures:
        return line
    for at, head in enumerate((text("Figure"), text("Value"), text("Change"), text("n"), text("As of"))):
        sheet.put(line, at, head, style="head")
    for below, figure in enumerate(figures, start=line + 1):
        _figure(sheet, below, figure)
    return line + 1 + len(figures)


def _figure(sheet: Worksheet, line: int, figure: KeyFigure) -> None:
    sheet.put(line, 0, figure.label)
    sheet.put(line, 1, only_value(figure.value or figure.unknown or text("unknown")))
    sheet.words(line, 2, moved(figure.change, sheet.say) if figure.change else sheet.say(figure.aside))
    sheet.put(line, 3, figure.n)
    sheet.put(line, 4, figure.as_of)


def _lines(sheet: Worksheet, line: int, block: Note | Cards) -> int:
    if block.title:
        sheet.words(line, 0, sheet.say.heading(block.title), "head")
        line += 1
    found = [_card(card) for card in block.cards] if isinstance(block, Cards) else [(said,) for said in block.lines]
    for below, parts in enumerate(found, start=line):
        for at, part in enumerate(parts):
            sheet.put(below, at, part)
    return line + len(found)


def _card(card: Card) -> tuple[Text | str, ...]:
    return card.name, card.badge, card.reason, card.step


def _rows(sheet: Worksheet, block: Table | Chart) -> None:
    """Title and caption stand above the rows: what stands below a table would come back as a row of it."""
    sheet.words(0, 0, sheet.say.heading(block.title), "title")
    sheet.put(1, 0, block.caption or block.none)
    sheet.widths(*(WIDE if column.kind in ("words", "sentence", "partner") else NARROW for column in block.columns))
    for at, column in enumerate(block.columns):
        sheet.put(2, at, column.label, style="head")
        for line, row in enumerate(block.rows, start=3):
            sheet.put(line, at, column.cell(row), column)
    sheet.freeze(3)


def _name(title: str, book: Any) -> str:
    """A sheet's name as Excel allows it: the first words of its title, no two alike."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\']", " ", title).split()) or "-"
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    numbered = (f"{_first_words(plain, LONGEST - 4)} {number}" for number in count(2))
    return next(name for name in chain([_first_words(plain, LONGEST)], numbered) if name.casefold() not in taken)


def _first_words(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room + 1].rpartition(" ")[0] or words[:room]
