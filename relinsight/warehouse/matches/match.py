"""One row of what waits: a name, the partner that it looks like, how sure that is, and where the name comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import blake2s

from relinsight.words.name import Name
from relinsight.words.text import Text

OF_A_NAME, OF_A_PAIR, OF_A_TEXT = "n", "p", "t"
HALF = 8  # letters by which a partner is known in the id of a pair


class State(StrEnum):
    """What is known: a person is asked, a name means several, a text names it, nothing is like it, or it is a collective name."""

    ASKED = "asked"
    SEVERAL = "several"
    IN_TEXT = "in_text"
    UNKNOWN = "unknown"
    COLLECTIVE = "collective"


@dataclass(frozen=True)
class Origin:
    """Where a name comes from: how many dealings and contacts bear it, and the first and last day of them."""

    dealings: int
    contacts: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True)
class Match:
    """A name and what it may mean; several rows of one id are several partners that it may mean.

    Of a partner that a text names, `name` is the text, and each of several partners has an id of its own.
    Without `partner_id` but with `partner` it looks like that collective name. Of two partners that look like one,
    `name` is that of the partner `named_id`, which would become the other.
    """

    id: str
    name: Name
    state: State
    origin: Origin
    partner_id: str | None = None
    partner: Name | None = None
    score: int | None = None
    reason: Text | None = None
    named_id: str | None = None


def id_of_name(word: str) -> str:
    """The id under which a folded name waits: the same name has the same id at every time."""
    return f"{OF_A_NAME}{_short(word, HALF + 2)}"


def id_of_pair(one: str, other: str) -> str:
    """The id under which two partners wait, whichever of them comes first."""
    return f"{OF_A_PAIR}{''.join(half_of_pair(each) for each in sorted((one, other)))}"


def id_of_text(word: str, partner: str) -> str:
    """The id under which a partner waits that a folded text names."""
    return f"{OF_A_TEXT}{_short(word, HALF)}{half_of_pair(partner)}"


def half_of_pair(partner: str) -> str:
    """What stands for a partner in the id of a pair."""
    return _short(partner, HALF)


def _short(text: str, letters: int) -> str:
    return blake2s(text.encode()).hexdigest()[:letters]
