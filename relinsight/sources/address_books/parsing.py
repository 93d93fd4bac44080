"""The process that parses address cards: a line of JSON for each card, and one for what is told of all.

A card is the line on which it begins and its cells; a rejected one has the name of the reason behind them.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import vobject
from vobject.base import VObjectError

from relinsight.records.notation import SEVERAL
from relinsight.sources.address_books.cards import Card, cards
from relinsight.sources.address_books.columns import COLUMNS
from relinsight.sources.content_lines import lines_of
from relinsight.sources.encodings import storable
from relinsight.sources.foreign.limits import Limits, within_limits
from relinsight.sources.foreign.lines import line

PERSON = frozenset({"", "INDIVIDUAL"})
LEAST_WANTED = 101  # one behind the last number of preference
NO_VOICE = frozenset({"FAX", "PAGER", "TELEX", "TTY", "TEXTPHONE"})
WHAT_FAILS = (VObjectError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


@dataclass
class Told:
    """How many cards are of no person."""

    others: int = 0


def write(asked: dict[str, Any], _: Limits, target: IO[bytes]) -> None:
    """Write the persons of an address book."""
    logging.getLogger(vobject.__name__).setLevel(logging.CRITICAL)
    told = Told()
    for card in cards(lines_of(Path(asked["path"]), asked["letters"])):
        for row in _rows(card, told):
            target.write(line(row))
    target.write(line(asdict(told)))


def _rows(card: Card, told: Told) -> Iterator[list[Any]]:
    nothing = [""] * len(COLUMNS)
    if not card.is_whole:
        yield [card.number, nothing, "NO_CARD_END"]
        return
    try:
        said: dict[str, list[Any]] = next(vobject.readComponents(card.text, allowQP=True, ignoreUnreadable=True)).contents
        is_person, cells = _is_person(said), _cells(said)
    except (StopIteration, *WHAT_FAILS):
        yield [card.number, nothing, "NO_CARD"]
        return
    if is_person:
        yield [card.number, cells] if cells[0] else [card.number, cells, "NO_CARD_NAME"]
    told.others += not is_person


def _is_person(said: dict[str, list[Any]]) -> bool:
    """Whether a card is not of a group, an organisation or a place."""
    kinds = {_text(each).upper() for name in ("kind", "x-addressbookserver-kind") for each in said.get(name, [])}
    return kinds <= PERSON and "COMPANY" not in {_text(each).upper() for each in said.get("x-abshowas", [])}


def _cells(said: dict[str, list[Any]]) -> list[str]:
    """The cells of a card; a function without an organisation is none."""
    organisation = next((_one(each) for entry in said.get("org", []) for each in _listed(entry.value) if _one(each)), "")
    functions = (_text(each) for name in ("title", "role") for each in said.get(name, []))
    function = next(filter(None, functions), "") if organisation else ""
    phones = [each for each in said.get("tel", []) if not NO_VOICE & _types(each)]
    return [_name(said), _bare(_best(said.get("email", []))), _bare(_best(phones)), organisation, function]


def _name(said: dict[str, list[Any]]) -> str:
    """The full name as it is written, else put together from its parts."""
    written = next(filter(None, map(_text, said.get("fn", []))), "")
    parts = (getattr(each.value, part, "") for each in said.get("n", [])[:1] for part in ("given", "additional", "family"))
    return written or " ".join(filter(None, (" ".join(_one(piece) for piece in _listed(part)).strip() for part in parts)))


def _best(properties: list[Any]) -> str:
    """What the property says that is preferred; else one of work, else the first."""
    ranked = sorted(properties, key=lambda each: (_preference(each), "WORK" not in _types(each)))
    return next(filter(None, map(_text, ranked)), "")


def _preference(entry: Any) -> int:
    numbers = [int(each) for each in entry.params.get("PREF", []) if each.isdecimal()]
    return min(numbers, default=1 if "PREF" in _types(entry) else LEAST_WANTED)


def _types(entry: Any) -> set[str]:
    """The words that say of what kind a property is, in whichever version they are written."""
    words = [*entry.params.get("TYPE", []), *(each for each in entry.singletonparams)]
    return {word.strip().upper() for each in words for word in each.split(",")}


def _bare(said: str) -> str:
    """An address or a number without the word that tells a link."""
    return re.sub("^(?:mailto|tel):", "", said, flags=re.IGNORECASE)


def _text(entry: Any) -> str:
    return _one(" ".join(map(_one, _listed(entry.value))))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _one(said: object) -> str:
    """A text on one line as one value of a cell."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said or "")
    return " ".join(storable(text).replace(SEVERAL, " ").replace(";", ",").split())


def main(asked: str) -> int:
    """Parse an address book as it is asked: how it ended."""
    return within_limits(asked, write, WHAT_FAILS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
