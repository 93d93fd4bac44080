"""Amounts in a table on the screen: written in the language of the page, whatever that of the browser, and still sorted as numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from relinsight.export.numbers import number_in, quantity
from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Money

if TYPE_CHECKING:  # pandas brings what styles a table only where one is styled
    from pandas.io.formats.style import Styler

NUMBERS = ("number", "score", "money", "ratio", "share", "part")


def are_in(block: Table | Chart) -> bool:
    """Whether a table has a column of amounts."""
    return any(column.kind == "money" for column in block.columns)


def written(frame: pd.DataFrame, block: Table | Chart, say: Speaker) -> Styler:
    """The rows with their numbers in words; in a column with cents each amount has them."""
    formats = {
        name: partial(_written, column=column, with_cents=_has_cents(block, column), say=say)
        for name, column in zip(frame.columns, block.columns, strict=True)
        if column.kind in NUMBERS
    }
    style = frame.style
    style.format(formats)  # pyright: ignore[reportArgumentType]
    return style


def _has_cents(block: Table | Chart, column: TableColumn) -> bool:
    amounts = (number_in(column.cell(row)) for row in block.rows)
    return column.kind == "money" and any(amount is not None and amount != int(amount) for amount in amounts)


def _written(value: Any, column: TableColumn, with_cents: bool, say: Speaker) -> str:
    if pd.isna(value):
        return ""
    if column.kind == "money":
        return say(Money(Decimal(str(value)), with_cents))
    return say(quantity(value, column))  # pyright: ignore[reportArgumentType]
