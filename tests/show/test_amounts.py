"""Amounts in a table on the screen are words of the page's language above numbers that can be sorted."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pandas as pd
import pytest

from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.languages.sentence import Speaker
from relinsight.show import amounts
from relinsight.words.name import Name
from relinsight.words.quantities import Money
from relinsight.words.text import text

COLUMNS = (
    TableColumn("name", text("Dealing")),
    TableColumn("granted", text("Granted"), "money"),
    TableColumn("asked", text("Requested"), "money"),
    TableColumn("open", text("Open dealings"), "number"),
)


class Row(NamedTuple):
    """A dealing with two amounts."""

    name: Name
    granted: Money
    asked: Decimal | None
    open: int


ROWS = (
    Row(Name("Quay"), Money(Decimal("1234567.50")), Decimal(80000), 1200),
    Row(Name("Pier"), Money(Decimal(12)), None, 0),
)


def _lines(language: str) -> list[list[str]]:
    table = Table("dealings", text("Dealings"), COLUMNS, ROWS)
    frame = pd.DataFrame({"0": ["Quay", "Pier"], "1": [1234567.5, 12.0], "2": [80000.0, None], "3": [1200, 0]})
    said = amounts.written(frame, table, Speaker(language)).hide(axis="index").to_string(delimiter="|")
    return [line.replace("\N{NO-BREAK SPACE}", " ").split("|") for line in said.strip("\n").split("\n")][1:]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("nl", ["Quay", "€ 1.234.567,50", "€ 80.000", "1.200"], ["Pier", "€ 12,00", "", "0"]),
        ("en", ["Quay", "€ 1,234,567.50", "€ 80,000", "1,200"], ["Pier", "€ 12.00", "", "0"]),
    ],
)
def test_a_column_has_cents_all_or_none_and_leaves_empty_what_is_unknown(language: str, first: list[str], second: list[str]):
    assert _lines(language) == [first, second]


def test_only_a_table_with_amounts_is_written_so():
    assert amounts.are_in(Table("dealings", text("Dealings"), COLUMNS, ROWS))
    assert not amounts.are_in(Table("dealings", text("Dealings"), COLUMNS[:1], ROWS))
