"""How a language writes numbers, shares, money and days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from relinsight.languages.catalogue import locale, translated
from relinsight.words.quantities import AboutMoney, Money, OneDecimal, Percent, Score, ShortDay, Spelled, half_up
from relinsight.words.text import text, worded

NUMBERS = (
    worded("count", "no"), worded("count", "one"), worded("count", "two"), worded("count", "three"), worded("count", "four"),
    worded("count", "five"), worded("count", "six"), worded("count", "seven"), worded("count", "eight"), worded("count", "nine"),
    worded("count", "ten"), worded("count", "eleven"), worded("count", "twelve"),
)  # fmt: skip
NONE = worded("count", "none")
MONTHS = (
    worded("short month", "Jan"), worded("short month", "Feb"), worded("short month", "March"), worded("short month", "April"),
    worded("short month", "May"), worded("short month", "June"), worded("short month", "July"), worded("short month", "Aug"),
    worded("short month", "Sept"), worded("short month", "Oct"), worded("short month", "Nov"), worded("short month", "Dec"),
)  # fmt: skip
SHARE = text("{n}\N{NO-BREAK SPACE}%")
BLANK = "\N{NO-BREAK SPACE}"
MILLION = 1_000_000


@lru_cache(maxsize=10_000)
def written(value: object, language: str) -> str:
    """A number, share, amount or day as this language writes it."""
    write = next((write for kind, write in WRITERS if isinstance(value, kind)), _number)
    return write(value, language)


def _number(value: Any, language: str) -> str:
    return format_decimal(value, format="#,##0.##", locale=locale(language))


def _day(day: date, language: str) -> str:
    return format_date(day, "d MMMM yyyy", locale=locale(language))


def _short_day(value: ShortDay, language: str) -> str:
    short = f"{value.day.day}{BLANK}{translated(MONTHS[value.day.month - 1], language)}"
    return f"{short}{BLANK}{value.day.year}" if value.with_year else short


def _spelled(value: Spelled, language: str) -> str:
    if value.alone and not value.number:
        return translated(NONE, language)
    return translated(NUMBERS[value.number], language) if 0 <= value.number < len(NUMBERS) else _number(value.number, language)


def _percent(value: Percent, language: str) -> str:
    return translated(SHARE, language).format(n=_number(value.of_a_hundred, language))


def _score(value: Score, language: str) -> str:
    return _number(value.in_whole_points, language)


def _one_decimal(value: OneDecimal, language: str) -> str:
    return format_decimal(half_up(value.number, "0.1"), format="#,##0.0", locale=locale(language))


def _money(value: Money, language: str) -> str:
    has_cents = value.with_cents or value.amount != value.amount.to_integral_value()
    pattern = f"¤{BLANK}#,##0.00" if has_cents else f"¤{BLANK}#,##0"
    return format_currency(value.amount, "EUR", format=pattern, locale=locale(language), currency_digits=False)


def _about_money(value: AboutMoney, language: str) -> str:
    return _money(Money(half_up(value.amount, "1")), language)


WRITERS: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (date, _day),
    (ShortDay, _short_day),
    (Spelled, _spelled),
    (Percent, _percent),
    (Score, _score),
    (OneDecimal, _one_decimal),
    (Money, _money),
    (AboutMoney, _about_money),
)
