"""The bare number inside a quantity, and the quantity that a column makes of a bare number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from relinsight.insights.columns import ColumnKind, TableColumn
from relinsight.words.quantities import AboutMoney, Money, OneDecimal, Percent, Score, ShortDay
from relinsight.words.text import Text

Number = int | float | Decimal
QUANTITIES: Mapping[ColumnKind, Callable[[Number], object]] = {
    "score": lambda number: Score(float(number)),
    "money": lambda number: Money(Decimal(str(number))),
    "share": lambda number: Percent(float(number)),
    "part": lambda number: Percent(float(number)),
    "ratio": lambda number: OneDecimal(float(number)),
}


def number_in(value: object) -> Number | None:
    """The number that a cell holds, for whoever reckons on with it; nothing where it holds words."""
    match value:
        case Money(amount) | AboutMoney(amount):
            return amount
        case Percent(number) | Score(number) | OneDecimal(number):
            return number
        case bool():
            return None
        case int() | float() | Decimal():
            return value
        case _:
            return None


def quantity(value: object, column: TableColumn) -> object:
    """A cell as its column writes it: a bare number becomes a score, an amount or a share, a day a short one."""
    if isinstance(value, date):
        return ShortDay(value, with_year=True)
    make = QUANTITIES.get(column.kind)
    return make(value) if make and isinstance(value, int | float | Decimal) and not isinstance(value, bool) else value


def only_value(said: Text) -> object:
    """The value of a message that says nothing else, such as `{share}`; else the message itself."""
    alone = said.values[0] if len(said.values) == 1 else None
    return alone[1] if alone and said.message == f"{{{alone[0]}}}" else said
