"""Text that came from data: shown as it is, never as markup."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # marks that turn the direction of all that follows
BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # signs that end a line or steer a screen


# Letters that are an accented one to whoever looks for it, though no accent can be taken off.
ALIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
APOSTROPHES = re.compile("['’‘ʼ`´′]")


class Name(str):
    """A name, title or note out of the tables; each renderer escapes it for its own grammar."""

    __slots__ = ()


def contained(name: str) -> str:
    """A name that turns no words but its own."""
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}" if TURNING.search(name) else name


def on_one_line(name: str) -> str:
    """A name as part of one line of plain text: it neither breaks the line nor steers the screen."""
    return contained(BREAKS.sub(" ", name))


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name as people look for it: without case, accents, apostrophes, signs that nobody sees and more than one blank.

    Two names that fold alike here are found by the same words, and yet may be two: what makes two spellings one name is
    said by the warehouse (`warehouse/folding.py`), which leaves accents and apostrophes as they are.
    """
    signs = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name))
    signs = unicodedata.normalize("NFKD", signs.casefold())  # a letter in another dress has a case only once it is plain
    seen = "".join(sign for sign in signs if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(APOSTROPHES.sub("", seen).translate(ALIKE).split())


def told_apart(said: Mapping[str, str]) -> dict[str, str]:
    """What each id is called: its name, and its id too where another one bears that name, in any case."""
    often = Counter(name.casefold() for name in said.values())
    return {key: name if often[name.casefold()] == 1 else f"{name} ({key})" for key, name in said.items()}


def fits(sought: str, name: str) -> bool:
    """Whether a name is what somebody looks for, as a whole or in part."""
    return folded(sought) in folded(name)
