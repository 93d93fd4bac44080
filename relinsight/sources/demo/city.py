"""The city's cast: both sides and the ties between them, from which everything that happens is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.house import Employee, House, house
from relinsight.sources.demo.lexicon import people as names_of_people
from relinsight.sources.demo.partners import Partner, partners
from relinsight.sources.demo.people import People, Person, people_of
from relinsight.sources.demo.ties import Ties, owner_on, tied_on, ties_of


@dataclass(frozen=True)
class City:
    """Everybody in the city, on both sides."""

    seed: int
    house: House
    partners: Sequence[Partner]
    people: People
    ties: Ties

    @property
    def portfolio(self) -> list[Partner]:
        """The partners to whom something is promised at the end."""
        return [partner for partner in self.partners if partner.in_portfolio]

    def starring(self, story: str) -> Partner:
        """The partner that plays a story."""
        return next(partner for partner in self.partners if partner.seat.story == story)

    def present(self, partner: Partner, day: date) -> list[Person]:
        """The contact persons who serve a partner on a day."""
        return [person for person in self.people[partner.id] if person.active(day)]

    def tied(self, partner: Partner, day: date) -> list[Employee]:
        """The colleagues with a tie on a day, the account manager first."""
        return tied_on(self.ties[partner.id], day)

    def colleague(self, chance: Chance, partner: Partner, day: date) -> Employee:
        """Who would speak for the city: the account manager, else somebody with a tie, else anybody."""
        tied = self.tied(partner, day)
        return owner_on(self.ties[partner.id], day) or (tied[0] if tied else chance.pick(self.house.staying))


def founded(seed: int, size: int) -> City:
    """A city with so many partners in its portfolio."""
    names = names_of_people(Chance(seed, "names"))
    staff, known = house(seed, size, names), partners(seed, size)
    people = people_of(seed, known, names)
    return City(seed, staff, known, people, ties_of(seed, staff, known, people))
