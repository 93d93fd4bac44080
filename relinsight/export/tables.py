"""A table block as rows of plain words, and as a file for the reader's own spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

from relinsight.access.choices import Sector
from relinsight.export.numbers import number_in, quantity
from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.exhibit import Line
from relinsight.insights.exhibits.white_spots import Every
from relinsight.languages.sentence import Speaker
from relinsight.words.name import Name
from relinsight.words.text import text

RISKY = re.compile(r"'*[=+\-@]")  # a spreadsheet runs what begins so; an import takes one apostrophe off again


def cells(row: Line, columns: Iterable[TableColumn], say: Speaker) -> list[str]:
    """One row in words."""
    return [said(column.cell(row), column, say) for column in columns]


def said(value: object, column: TableColumn, say: Speaker) -> str:
    """One cell in words; what is unknown stays empty."""
    if isinstance(value, Sector):
        return say(value.name)
    if isinstance(value, Every):
        return say(text("all"))
    if isinstance(value, bool):
        return say(text("yes") if value else text("no"))
    if isinstance(value, str) and not isinstance(value, Name):
        return say(Name(value))
    return say(quantity(value, column))  # pyright: ignore[reportArgumentType]


def as_csv(block: Table | Chart, language: str) -> bytes:
    """The rows for a spreadsheet: with a byte order mark, `;` and decimal comma in Dutch, nothing that it would run."""
    say = Speaker(language)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
    writer.writerow([defused(say(column.label)) for column in block.columns])
    writer.writerows([[_plain(column.cell(row), column, say) for column in block.columns] for row in block.rows])
    return file.getvalue().encode("utf-8-sig")


def defused(written: str) -> str:
    """Text with an apostrophe before it where a spreadsheet would take it for a formula."""
    bared = written.strip()
    return f"'{bared}" if RISKY.match(bared) else written


def _plain(value: object, column: TableColumn, say: Speaker) -> str:
    number = number_in(value)
    if number is not None:
        return str(number).replace(".", ",") if say.language == "nl" else str(number)
    if isinstance(value, date):
        return value.isoformat()
    return defused(said(value, column, say))
