"""One cell, read by the rules of its column."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TypeVar
from zoneinfo import ZoneInfo

from relinsight.records import notation as n
from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, Plain, WholeNumber, YesNo
from relinsight.records.notation import Decimals, Notation, Order
from relinsight.words.blanks import BLANKS
from relinsight.words.clock import TIME_ZONE

CellValue = str | int | float | bool | Decimal | date | None
T = TypeVar("T", int, float)
CENT = Decimal("0.01")
MOST_MONEY = Decimal(10) ** 16
MOST_WHOLE_NUMBER = 2**31 - 1


class UnreadableCellError(ValueError):
    """A cell that does not hold what its column asks for."""


def bare(cell: str) -> str | None:
    """The cell without the blanks around it and without a spreadsheet's guard; nothing when it is missing."""
    text = cell.strip(BLANKS)
    if re.match(n.GUARDED, text):
        text = text[1:]
    return None if text in {"", *n.NULL_WORDS} else text


def read(cell: str, kind: Kind, how: Notation, time_zone: str = TIME_ZONE) -> CellValue:
    """The value of a cell, nothing when it is missing."""
    text = bare(cell)
    if text is None:
        return None
    value = _value(text, kind, how, time_zone)
    if value is None:
        raise UnreadableCellError(text)
    return value


def _value(text: str, kind: Kind, how: Notation, time_zone: str) -> CellValue:
    match kind:
        case Plain():
            value: CellValue = None if text in n.FORMULA_ERRORS else text
        case Day():
            value = _day(text.lower(), how.order, time_zone)
        case Listed():
            value = kind.meanings.get(text.lower())
        case YesNo():
            value = _yes_or_no(text.lower(), kind)
        case Amount():
            value = _money(text, how.decimals)
        case WholeNumber():
            value = _whole_number(text, kind, how.decimals)
        case Number():
            value = _within(_float(text, how.decimals), kind)
    return value


def _yes_or_no(text: str, kind: YesNo) -> bool | None:
    return True if text in kind.yes else False if text in kind.no else None


def _decimal(text: str, decimals: Decimals) -> Decimal | None:
    if not re.fullmatch(n.number(decimals), text):
        return None
    bare_figures = re.sub(n.BEHIND, n.MINUS, re.sub(n.noise(decimals), "", text))
    figures = bare_figures.replace("−", "-").replace("–", "-").replace(" ", "").replace(",", ".")
    try:
        return Decimal(figures)
    except InvalidOperation:
        return None


def _money(text: str, decimals: Decimals) -> Decimal | None:
    amount = None if "%" in text else _decimal(text, decimals)
    if amount is None or abs(amount) >= MOST_MONEY:
        return None
    rounded = amount.quantize(CENT, ROUND_HALF_UP)
    return rounded if abs(rounded) < MOST_MONEY else None


def _float(text: str, decimals: Decimals) -> float | None:
    value = _decimal(text, decimals)
    return None if value is None else float(value)


def _whole_number(text: str, kind: WholeNumber, decimals: Decimals) -> int | None:
    value = _float(text, decimals)
    if value is None or value != int(value) or abs(value) > MOST_WHOLE_NUMBER:
        return None
    return _within(int(value), kind)


def _within(value: T | None, kind: WholeNumber | Number) -> T | None:
    if value is None or (kind.least is not None and value < kind.least):
        return None
    return None if kind.most is not None and value > kind.most else value


def _day(text: str, order: Order, time_zone: str) -> date | None:
    written = (_shaped(text, shape) for shape in n.shapes(order))
    return _zoned(text, time_zone) or next((day for day in written if day), None)


def _zoned(text: str, time_zone: str) -> date | None:
    found = re.search(n.ZONED, text.upper())
    if not found:
        return None
    year, month, day, clock, seconds, hours, minutes = found.groups()
    offset = "+00:00" if hours == "Z" else f"{hours}:{minutes or '00'}"
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{seconds or ':00'}{offset}").astimezone(ZoneInfo(time_zone)).date()
    except (ValueError, OverflowError):
        return None


def _shaped(text: str, shape: n.Shape) -> date | None:
    found = re.search(shape.pattern, text)
    if not found:
        return None
    part = dict(zip(shape.parts, found.groups(), strict=True))
    month = n.MONTH_NUMBERS.get(part["m"], part["m"])
    try:
        return date(int(shape.century + part["y"]), int(month), int(part["d"]))
    except ValueError:
        return None
