"""A table block as rows of plain words, and as a file for the reader's own spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from relinsight.insights.blocks import Cells, Chart, Column, Table
from relinsight.languages.sentence import Speaker
from relinsight.words.name import Name
from relinsight.words.text import Text, text

RISKY = ("=", "+", "-", "@", "\t", "\r")


def cells(row: Cells, columns: Iterable[Column], say: Speaker) -> list[str]:
    """One row in words."""
    return [said(row.get(column.name), column, say) for column in columns]


def said(value: object, column: Column, say: Speaker) -> str:
    """One cell in words; what is unknown stays empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say(text("yes") if value else text("no"))
    if column.kind == "score" and isinstance(value, int | float):
        return say(round(value))
    if isinstance(value, str) and not isinstance(value, Name):
        return say(Name(value))
    return say(value)  # pyright: ignore[reportArgumentType]


def as_csv(block: Table | Chart, language: str) -> bytes:
    """The rows for a spreadsheet: with a byte order mark, `;` and decimal comma in Dutch, nothing that it would run."""
    say = Speaker(language)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
    writer.writerow([defused(say(column.label)) for column in block.columns])
    writer.writerows([[_plain(row.get(column.name), column, say) for column in block.columns] for row in block.rows])
    return file.getvalue().encode("utf-8-sig")


def defused(said: str) -> str:
    """Text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{said}" if said.startswith(RISKY) else said


def _plain(value: object, column: Column, say: Speaker) -> str:
    if isinstance(value, bool) or value is None or isinstance(value, Text | str):
        return defused(said(value, column, say))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return str(value).replace(".", ",") if say.language == "nl" else str(value)
    return defused(said(value, column, say))
