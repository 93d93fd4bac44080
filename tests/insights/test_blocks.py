"""A block refuses what it could not show, before any screen or file meets it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.amounts import Amount, Amounts
from relinsight.words.name import Name
from relinsight.words.text import text

ROWS = (Amount(Name("port"), Decimal(1), text("unknown")),)
TITLE = text("Sectors")


@pytest.mark.parametrize("column", [TableColumn("sum", TITLE), TableColumn("name", TITLE, "partner")], ids=["no such field", "no partner"])
def test_a_column_of_a_field_that_the_rows_lack_is_refused(column: TableColumn):
    with pytest.raises(AttributeError, match="Amount has no field"):
        Table("sums", TITLE, (column,), ROWS)
    with pytest.raises(AttributeError, match="Amount has no field"):
        Chart("sums", TITLE, Amounts(ROWS), (column,), TITLE)
    assert Table("sums", TITLE, (column,), ()).rows == ()


def test_the_table_beside_a_chart_is_its_exhibit_unless_it_says_more():
    more = (*ROWS, Amount(Name("space"), Decimal(0), text("unknown")))
    columns = (TableColumn("name", TITLE),)
    assert Chart("sums", TITLE, Amounts(ROWS), columns, TITLE).rows == ROWS
    assert Chart("sums", TITLE, Amounts(ROWS), columns, TITLE, lines=more).rows == more
