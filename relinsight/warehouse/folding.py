"""When two spellings are one name: the same in case, in blanks, and without what nobody sees.

It is said once, in words that every engine knows: the import and the facts fold by the same expression. To find what
somebody looks for, `words/name.py` folds further.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from relinsight.words.blanks import INVISIBLE, PARTING

ACCENTED = (range(0xC0, 0x3100), range(0x10000, 0x12000))  # where letters with signs at them stand, but for Korean syllables
DOTTED = {"i\u0307": "i"}  # what is left of a large letter that keeps its dot
ALREADY = "^[!-~]+( [!-~]+)*\\z"  # only case is left to fold


@cache
def folded(text: str) -> str:
    """The folded spelling of a text, as an expression of SQL."""
    visible = f"lower(regexp_replace({text}, '[{_signs(INVISIBLE)}]', '', 'g'))"
    whole = f"CASE WHEN regexp_matches({text}, '[{_signs(_marks())}]') THEN {_together(visible)} ELSE {visible} END"
    parted = f"trim(regexp_replace({whole}, '[{_signs(PARTING)}]+', ' ', 'g'))"
    return f"CASE WHEN regexp_matches({text}, '{ALREADY}') THEN lower({text}) ELSE {parted} END"


def _together(text: str) -> str:
    """A text in which an accent that stands apart from its letter becomes one sign with it."""
    pieces = f"regexp_extract_all({text}, '(?s).[{_signs(_marks())}]*')"
    listed = " ".join(f"{apart}={one}" for apart, one in one_sign().items())
    place = f"nullif(strpos(' {listed} ', concat(' ', piece, '=')), 0)"
    sign = f"substr(' {listed} ', {place} + length(piece) + 2, 1)"
    joined = f"CASE WHEN length(piece) > 1 THEN coalesce({sign}, piece) ELSE piece END"
    return f"array_to_string(list_transform({pieces}, lambda piece: {joined}), '')"


@cache
def one_sign() -> dict[str, str]:
    """A small letter and the signs at it, in whatever order these stand apart: the one sign for all of them."""
    found = {apart: one for one in _accented() for apart in _ways(one) if apart != one and unicodedata.normalize("NFC", apart) == one}
    return found | DOTTED


def _accented() -> Iterator[str]:
    """Every small letter, or letter without a case, that can be written as a letter and signs at it."""
    for sign in (chr(place) for places in ACCENTED for place in places):
        if len(unicodedata.normalize("NFD", sign)) > 1 and unicodedata.normalize("NFC", sign) == sign == sign.lower():
            yield sign


def _ways(one: str) -> Iterator[str]:
    """The ways to write a sign apart, among others: each order of what stands at the letter, with as many of them put together."""
    letter, *marks = unicodedata.normalize("NFD", one)
    for order in permutations(marks):
        for together in range(len(order)):
            first = unicodedata.normalize("NFC", "".join((letter, *order[:together])))
            yield "".join((first, *order[together:]))


@cache
def _marks() -> str:
    """The signs that stand at a letter."""
    return "".join(sorted({mark for apart in one_sign() for mark in apart[1:]}))


def _signs(signs: str) -> str:
    """Signs within the brackets of a pattern."""
    return "".join(f"\\x{{{ord(sign):x}}}" for sign in signs)
