"""How people write days and numbers: the shapes that are read, in one place for both readers of a cell.

The patterns keep to what Python's `re` and the warehouse's engine understand alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Order = Literal["day first", "month first"]
Decimals = Literal["point", "comma"]

SEVERAL = "\u001f"
FORMULA_ERRORS = (
    *("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA"),
    *("#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!", "#BEREKENEN!", "#VELD!"),
)
NULL_WORDS = ("NULL", r"\N")  # as databases write that there is nothing
GUARDED = r"^'+[=+\-@]"

_CLOCK = r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]+)?)?"
_TIME = rf"(?:(?:,? |t| om ){_CLOCK}(?: ?[ap]\.?m\.?(?: gmt[+-][0-9]{{1,2}})?| uur)?)?$"
_WEEKDAY = r"(?:(?:[a-z]+day|[a-z]+dag|mon|tue|wed|thu|fri|sat|sun|ma|di|wo|do|vr|za|zo)\.?,? )?"
_YEAR = r"([1-9][0-9]{3})"
_DAY = r"([0-9]{1,2})"
_MONTH_NAME = r"([a-z]+)"
YEARS = {r"([1-9][0-9]{3})": "", r"([7-9][0-9])": "19", r"([0-6][0-9])": "20"}

STRICT_ISO_DAY = r"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$"
SHORT_YEAR = r"^[0-9]{1,2}[-/. ]+[0-9A-Za-z]+\.?[-/. ]+[0-9]{2}$"
PLAIN_NUMBER = r"^-?[0-9]+(?:\.[0-9]+)?$"
ZONED_CLOCK = r"((?:[01][0-9]|2[0-3]):[0-5][0-9])(?:(:[0-5][0-9])(?:[.,][0-9]+)?)?"
OFFSET = r"(Z|[+-](?:[01][0-9]|2[0-3])):?([0-5][0-9])?"
ZONED = rf"^{_YEAR}-([0-9]{{2}})-([0-9]{{2}})[ T]{ZONED_CLOCK} ?{OFFSET}$"


@dataclass(frozen=True)
class Shape:
    """One way to write a day: its pattern, what its groups hold, and the century that it leaves out."""

    pattern: str
    parts: str
    century: str = ""


_FIXED = (
    Shape(rf"^{_YEAR}[-/.]{_DAY}[-/.]{_DAY}{_TIME}", "ymd"),
    Shape(rf"^{_YEAR}([0-9]{{2}})([0-9]{{2}})$", "ymd"),
    *(
        Shape(rf"^{_WEEKDAY}{_DAY}(?:e|st|nd|rd|th)?[-/. ]+{_MONTH_NAME}\.?[-/., ]+{year}{_TIME}", "dmy", century)
        for year, century in YEARS.items()
    ),
    Shape(rf"^{_WEEKDAY}{_MONTH_NAME}\.? +{_DAY}(?:st|nd|rd|th)?,? {_YEAR}{_TIME}", "mdy"),
)


def shapes(order: Order) -> tuple[Shape, ...]:
    """Every way to write a day, when the day or the month stands first; a text has at most one of them."""
    parts = "dmy" if order == "day first" else "mdy"
    numeric = (Shape(rf"^{_WEEKDAY}{_DAY}[-/. ]{_DAY}[-/. ]{year}{_TIME}", parts, century) for year, century in YEARS.items())
    return (*_FIXED, *numeric)


MONTHS: tuple[tuple[str, ...], ...] = (
    ("januari", "january", "jan"),
    ("februari", "february", "febr", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_NUMBERS = {name: str(number) for number, names in enumerate(MONTHS, 1) for name in names}

_GROUPING = {"point": ",'’ \u00a0\u2007\u2009\u202f", "comma": ".'’ \u00a0\u2007\u2009\u202f"}
_MARK = {"point": r"\.", "comma": ","}
_EURO = "(?:€|EURO?|[Ee]uro?)"
_BLANK = "[ \u00a0\u2007\u2009\u202f]*"
_NO_CENTS = "[.,](?:--?|==?|[–—])"
BEHIND = r"^(?:\((.*)\)|(.*[0-9])[-−])$"
MINUS = r"-\1\2"


def number(decimals: Decimals) -> str:
    """The pattern of a number whose decimals follow a point, or a comma."""
    apart = f"[{_GROUPING[decimals]}]"
    whole = rf"(?:[0-9]+|[1-9][0-9]{{0,2}}(?:{apart}[0-9]{{3}})+)"
    mark = _MARK[decimals]
    written = rf"(?:{whole}(?:{mark}[0-9]*)?|{mark}[0-9]+)(?:[eE][+-]?[0-9]{{1,2}})?(?:{_BLANK}%)?"
    figures = rf"(?:{written}|{whole}{_NO_CENTS})(?:{_BLANK}{_EURO})?"
    signed = rf"{_EURO}?{_BLANK}[+\-−–]?{_BLANK}{_EURO}?{_BLANK}{figures}"
    return rf"^(?:{signed}|\((?:{_EURO}{_BLANK})?{figures}\)|(?:{_EURO}{_BLANK})?{figures}[-−])$"


def noise(decimals: Decimals) -> str:
    """What a number may carry that is not part of its value: a grouping mark, a currency sign, a percent sign."""
    return rf"(?:{_NO_CENTS}|[{_GROUPING[decimals]}%+]|{_EURO})"


@dataclass(frozen=True)
class Notation:
    """The choices that a column leaves open: which comes first, day or month, and what parts the decimals."""

    order: Order = "day first"
    decimals: Decimals = "point"
    plain: bool = False


PLAIN_NOTATION = Notation()
