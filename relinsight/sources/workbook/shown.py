"""A number as its cell shows it: the format carries meaning."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache

BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "m/d/yy h:mm",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
}
SKIPPED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
DATE_LETTERS = re.compile(r"[dmy]", re.IGNORECASE)
NO_DAY = re.compile(r"#|^standaard$|^standard$", re.IGNORECASE)  # a place for a figure, or the word for no format at all
SPAN = re.compile(r"\[(?:[hu]+|m+|s+)\]", re.IGNORECASE)  # hours, minutes or seconds that run on: how long, and not when
TIME_LETTERS = re.compile(r"[hs]", re.IGNORECASE)
SIGNED = re.compile(r'^(?:"\+"|\\?\+)')
ZEROS = re.compile(r"^0[0 -]*0$")
PLACE = "\x00"
LITERAL = re.compile(r'\\(.)|"([^"]*)"')
SIGNIFICANT = 15
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001
FIRST_DAY_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
LAST_SERIAL = 2_958_466
LOST_LEAP_DAY = 60
MILLISECONDS = 86_400_000


@cache
def is_day(format_: str) -> bool:
    """Whether a format shows a day."""
    first = format_.split(";", maxsplit=1)[0]
    section = SKIPPED.sub("", first)
    if NO_DAY.search(section) or SPAN.search(first):
        return False
    return bool(re.search(r"[dy]", section, re.IGNORECASE)) or (bool(DATE_LETTERS.search(section)) and not TIME_LETTERS.search(section))


@cache
def is_as_stored(format_: str) -> bool:
    """Whether a format shows the figures of a number as they are: no day, no hundredth part, no code and no sign before it."""
    main = format_.split(";", maxsplit=1)[0]
    return not is_day(format_) and "%" not in SKIPPED.sub("", main) and not ZEROS.match(LITERAL.sub("", main)) and not SIGNED.match(main)


def shown(value: str, format_: str, first_day: datetime) -> str:
    """The text of a number under its format."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if is_day(format_) and 0 <= number < LAST_SERIAL:
        return _day(number, first_day)
    main = format_.split(";", maxsplit=1)[0]
    if "%" in SKIPPED.sub("", main):
        return figures(number * 100)
    return _with_sign(_padded(number, main), main, number)


def _day(number: Decimal, first_day: datetime) -> str:
    if first_day == FIRST_DAY and int(number) == LOST_LEAP_DAY:
        return "1900-02-29"
    if first_day == FIRST_DAY and number < LOST_LEAP_DAY:
        number += 1
    moment = first_day + timedelta(milliseconds=round(number * MILLISECONDS))
    day, clock = moment.strftime("%Y-%m-%d"), moment.strftime("%H:%M:%S")
    return day if clock == "00:00:00" else f"{day} {clock}"


def _padded(number: Decimal, main: str) -> str:
    """A format of zeros, parted or with words around them, is a code with a fixed width."""
    places = LITERAL.sub(_kept, main.replace("0", PLACE))
    if ZEROS.match(LITERAL.sub("", main)) and number == number.to_integral_value():
        return _filled(places, f"{int(number):0{places.count(PLACE)}d}")
    return figures(number)


def _kept(literal: re.Match[str]) -> str:
    """What stands in a format as it is, its own zeros too."""
    return (literal.group(1) or literal.group(2) or "").replace(PLACE, "0")


def _filled(mask: str, digits: str) -> str:
    """The figures in the places of the zeros; what is left goes in front."""
    left = list(digits)
    shown = [left.pop() if sign == PLACE else sign for sign in reversed(mask)]
    return "".join([*left, *reversed(shown)])


def _with_sign(text: str, main: str, number: Decimal) -> str:
    return f"+{text}" if SIGNED.match(main) and number > 0 else text


def figures(number: Decimal) -> str:
    """The figures that a person would type: at most fifteen, without an exponent or a trailing zero."""
    if number == 0:
        return "0"
    places = SIGNIFICANT - number.adjusted() - 1
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if places > 0 else number
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
