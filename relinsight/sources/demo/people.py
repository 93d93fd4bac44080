"""The people on the partners' side, and since when they serve there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from relinsight.sources.demo.calendar import after, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import FICTION, slug, words
from relinsight.sources.demo.partners import Partner

NUMBERS = {"A": (3, 5), "B": (2, 3), "C": (1, 2)}
FORMER, NEW, SHARED = 0.25, 0.12, 0.02
LEFT_LATELY = date(2026, 10, 1)


@dataclass(frozen=True)
class Person:
    """Somebody at a partner whom the city can turn to."""

    id: str
    name: str
    partner: Partner
    function: str
    since: date | None = None
    until: date | None = None
    also: Partner | None = None

    def active(self, day: date) -> bool:
        """Whether the day lies in their time there."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


People = Mapping[str, Sequence[Person]]


def people_of(seed: int, partners: Sequence[Partner], names: Iterator[str]) -> People:
    """The contact persons of each partner, those who left last."""
    chance = Chance(seed, "people")
    numbers = iter(range(1, 10_000_000))
    found: dict[str, list[Person]] = {}
    for partner in partners:
        group = (_person(chance, next(numbers), partner, *part) for part in _functions(chance, partner))
        found[partner.id] = [replace(person, name=next(names)) for person in group]
    return _with_shared(chance, partners, found)


def people_tables(seed: int, people: People) -> Tables:
    """Contact persons and their functions."""
    chance = Chance(seed, "people tables")
    everybody = [person for group in people.values() for person in group]
    return {
        "contact_person": table("contact_person", (_row(chance, person) for person in everybody)),
        "contact_person_function": table("contact_person_function", (r for p in everybody for r in _served(p))),
    }


def present(people: People, partner: Partner, day: date) -> list[Person]:
    """Those who serve the partner on a day."""
    return [person for person in people[partner.id] if person.active(day)]


def _functions(chance: Chance, partner: Partner) -> Iterator[tuple[str, bool]]:
    number = chance.number(*NUMBERS[partner.seat.tier])
    former = int(chance.maybe(FORMER))
    functions = chance.shuffled(words("people")["functions"][partner.seat.sector])
    for n, function in enumerate(functions[: number + former]):
        yield function, partner.seat.staffed and n < number


def _person(chance: Chance, number: int, partner: Partner, function: str, stays: bool) -> Person:
    until = partner.until or (None if stays else _left(chance, partner))
    new = stays and not partner.until and number % 2 and chance.maybe(NEW)
    since = chance.day(before(700), before(90)) if new else None
    return Person(f"k{number:05d}", "", partner, function, since, until)


def _left(chance: Chance, partner: Partner) -> date:
    if not partner.seat.staffed and chance.maybe(0.5):
        return chance.day(LEFT_LATELY, before(20))
    return chance.day(after(200, partner.first), before(70))


def _with_shared(chance: Chance, partners: Sequence[Partner], people: dict[str, list[Person]]) -> People:
    """A few people serve a second partner of the same sector as well."""
    peers: dict[str, list[Partner]] = defaultdict(list)
    for partner in partners:
        if partner.in_portfolio and partner.seat.staffed:
            peers[partner.seat.sector].append(partner)
    for group in people.values():
        first = group[0]
        if first.until is None and chance.maybe(SHARED):
            other = chance.pick(peers[first.partner.seat.sector])
            group[0] = replace(first, also=other if other.id != first.partner.id else None)
    return people


def _row(chance: Chance, person: Person) -> DemoRow:
    return {
        "id": person.id,
        "name": person.name,
        "email": f"{slug(person.name).replace('-', '.')}@{slug(person.partner.name)}.{FICTION}",
        "phone": f"0199-{chance.number(100000, 999999)}" if chance.maybe(0.8) else None,
        "active_from": person.since,
        "active_to": person.until,
    }


def _served(person: Person) -> Iterator[DemoRow]:
    for partner in (person.partner, person.also):
        if partner:
            yield {
                "contact_person_id": person.id,
                "partner_id": partner.id,
                "from_date": max(filter(None, (person.since, partner.since)), default=None),
                "function": person.function,
                "to_date": min(filter(None, (person.until, partner.until)), default=None),
            }
