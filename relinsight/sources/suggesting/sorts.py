"""What sort of values a column holds: days, amounts, e-mail addresses, names, a few words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from relinsight.records import vocabularies as v
from relinsight.records.cells import UnreadableCellError, read
from relinsight.records.kinds import AMOUNT, DAY, YES_NO, Kind, WholeNumber
from relinsight.records.notation import Notation
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.listed import proposal
from relinsight.sources.suggesting.scales import place_of

MOST = 0.8
MOST_WORDS = 30
FEW = 12
HALF = 0.5
LONGEST_NAME = 150
EITHER = (Notation("day first", "comma"), Notation("month first", "point"))
YEARS = WholeNumber(1900, 2100)
EMAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[a-zA-Z]{2,}")
URL = re.compile(r"^(https?://|www\.|/[a-z])\S+$|^[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?$", re.IGNORECASE)
PHONE = re.compile(r"^[+(0][0-9()\s./\-]{6,20}$")
TIME = re.compile(r"^[0-2]?[0-9][:.][0-5][0-9]([:.][0-5][0-9])?( ?[ap]\.?m\.?)?$", re.IGNORECASE)
CODE = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$|^[0-9./_\-]*[0-9]{3}[0-9./_\-]*$", re.IGNORECASE)
INITIALS = re.compile(r"^([^\W\d_]{1,2}\.? ?)+$")
LETTERS = re.compile(r"[^\W\d_]{2}")


def reads_as(kind: Kind) -> Callable[[str], bool]:
    """The test whether a text can be read as a kind, however days and decimals are written."""
    return lambda text: any(_reads(text, kind, how) for how in EITHER)


def _reads(text: str, kind: Kind, how: Notation) -> bool:
    try:
        return read(text, kind, how) is not None
    except UnreadableCellError:
        return False


def is_name(text: str) -> bool:
    """Whether a text may be somebody's or something's name."""
    return len(text) <= LONGEST_NAME and LETTERS.search(text) is not None and not is_day(text) and not TIME.match(text)


is_day = reads_as(DAY)
is_amount = reads_as(AMOUNT)
is_year = reads_as(YEARS)


def is_few(column: Column) -> bool:
    """Whether a column holds the words of some list: few, and most of them more than once."""
    return 0 < column.different <= FEW or (column.different <= MOST_WORDS and column.spread <= HALF)


def _most(test: Callable[[str], object]) -> Callable[[Column], bool]:
    return lambda column: column.share(test) >= MOST


def _is_yes_no(column: Column) -> bool:
    return column.filled > 0 and column.share(reads_as(YES_NO)) == 1


SORTS: Mapping[str, Callable[[Column], bool]] = {
    "any": lambda column: column.filled > 0,
    "name": lambda column: column.share(is_name) >= MOST and column.share(EMAIL.search) < MOST and not _is_yes_no(column),
    "given": _most(lambda text: is_name(text) or INITIALS.match(text)),
    "reference": lambda column: column.filled > 0 and column.share(is_day) < MOST,
    "text": lambda column: column.share(LETTERS.search) >= MOST and not _is_yes_no(column),
    "day": lambda column: column.share(is_day) >= MOST,
    "amount": _most(is_amount),
    "year": _most(is_year),
    "number": _most(is_amount),
    "score": _most(lambda text: is_amount(text) or place_of(text) is not None),
    "email": _most(EMAIL.search),
    "phone": _most(PHONE.match),
    "url": _most(URL.match),
    "time": _most(TIME.match),
    "attended": _most(lambda text: reads_as(YES_NO)(text) or proposal(text, v.ATTENDANCES) is not None),
    "few": is_few,
    "repeated": lambda column: is_few(column) and column.spread <= HALF,
    "key": lambda column: column.is_key,
}


def holds(column: Column, sort: str) -> bool:
    """Whether the values of a column are of a sort."""
    return SORTS[sort](column)
