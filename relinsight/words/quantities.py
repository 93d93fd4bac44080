"""Numbers that know how they are written: money, shares, scores and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from relinsight.words.name import Name


def half_up(number: float | Decimal, step: str) -> Decimal:
    """A number rounded to a step as people do: a half goes up."""
    return Decimal(str(number)).quantize(Decimal(step), rounding=ROUND_HALF_UP)


LEAST = Decimal("0.01")


@dataclass(frozen=True)
class Money:
    """An amount in euro; its cents are written where there are any, or where those around it have them."""

    amount: Decimal
    with_cents: bool = False


@dataclass(frozen=True)
class AboutMoney:
    """An amount in euro as a heading writes it: in millions with one decimal, below that in whole euros."""

    amount: Decimal


@dataclass(frozen=True)
class Percent:
    """A share between 0 and 1, written as a percentage: whole, but for what is not quite nothing or not quite all."""

    share: float

    @property
    def of_a_hundred(self) -> Decimal:
        """The number that people read: as many decimals, up to two, as keep it from 0 or 100 where it is neither."""
        exact = Decimal(str(self.share)) * 100
        return next((number for number in _rounded(exact) if number == exact or number % 100), _inside(exact))


def _rounded(exact: Decimal) -> tuple[Decimal, ...]:
    return tuple(half_up(exact, step) for step in ("1", "0.1", "0.01"))


def _inside(exact: Decimal) -> Decimal:
    """What is closest to 0 or to 100 without being it."""
    nearest = half_up(exact, "1")
    return nearest + (LEAST if exact > nearest else -LEAST)


@dataclass(frozen=True)
class Score:
    """A value on a scale of 0 to 100, written without decimals."""

    value: float

    @property
    def in_whole_points(self) -> int:
        """The number that people read: a half goes up."""
        return int(half_up(self.value, "1"))


@dataclass(frozen=True)
class Days:
    """A number of days, written with its noun."""

    number: int


@dataclass(frozen=True)
class Names:
    """Several names, or messages that stand for names, in one sentence: 'Anna, Bas and Carl'."""

    names: tuple[object, ...]


def first_of(names: Sequence[object], most: int, n: int | None = None) -> Names:
    """The first of several names, or messages that stand for names, with a sign where there are more; of `n` where not all are given."""
    shown = (Name(each) if isinstance(each, str) else each for each in names[:most])
    return Names((*shown, *([Name("…")] if (len(names) if n is None else n) > most else [])))


@dataclass(frozen=True)
class Spelled:
    """A count that a heading writes as a word up to twelve; `alone` where no noun follows: 'none of them', 'no partners'."""

    number: int
    alone: bool = False


@dataclass(frozen=True)
class ShortDay:
    """A day with a short month, and its year where it is asked for: '28 Sept', '28 Sept 2026'."""

    day: date
    with_year: bool = False


@dataclass(frozen=True)
class OneDecimal:
    """A number written with one decimal."""

    number: float
