"""Who knows whom: the colleagues with a tie to a partner, or who met it, the strongest first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.finding import found
from relinsight.words.name import Name
from relinsight.words.scope import Scope


class Knows(NamedTuple):
    """A colleague and a partner that the name fits, by itself, by an alias or by one of its people: their ties, how strong, how recent.

    Who met the partner without a tie has no kinds of ties.
    """

    partner: Name
    partner_id: str
    person: Name | None
    employee: Name
    employee_id: str
    ties: str | None
    contacts: int
    contact_persons: Name | None
    stated_strength: int | None
    strength: float
    last_contact: date | None
    last_contact_days: int | None


class Findable(NamedTuple):
    """A name under which somebody may look for a partner: its own, an alias, or that of one of its people."""

    partner: str
    person: str | None
    name: Name


def knows(reader: Reader, name: str, scope: Scope) -> list[Knows]:
    """One row a colleague and partner: kind of tie, contacts, strength, last contact.

    A name matches a partner, alias or person as a whole or in part; where none does, those that are spelled most like it.
    """
    names = dict(enumerate(reader.page(Findable, "who_names", scope)))
    fit = [names[place] for place in found(name, {place: row.name for place, row in names.items()})]
    people = sorted({row.person for row in fit if row.person is not None})
    partners = sorted({row.partner for row in fit if row.person is None})
    return reader.page(Knows, "who", scope, partners=partners, people=people)
