"""The bare number inside a quantity, and the quantity that a column makes of a bare number."""

from __future__ import annotations

from decimal import Decimal

from relinsight.insights.blocks import Column
from relinsight.words.quantities import AboutMoney, Money, OneDecimal, Percent, Score
from relinsight.words.text import Text

Number = int | float | Decimal


def bare(value: object) -> Number | None:
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


def quantity(value: object, column: Column) -> object:
    """A cell as its column writes it: a bare number becomes a score, an amount or a share."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    match column.kind:
        case "score":
            return Score(float(value))
        case "money":
            return Money(Decimal(str(value)))
        case "share":
            return Percent(float(value))
        case "ratio":
            return OneDecimal(float(value))
        case _:
            return value


def only_value(said: Text) -> object:
    """The value of a message that says nothing else, such as `{share}`; else the message itself."""
    alone = said.values[0] if len(said.values) == 1 else None
    return alone[1] if alone and said.message == f"{{{alone[0]}}}" else said
