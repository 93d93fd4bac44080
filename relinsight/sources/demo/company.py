"""Who was there: the people of both sides at each regular contact, among those who could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from relinsight.sources.demo.city import City
from relinsight.sources.demo.house import House
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.stream import Marks, Numbers, Stream, numbered
from relinsight.sources.demo.ties import Tie

EVER, NEVER = date(1900, 1, 1), date(2900, 1, 1)
NOBODY = -1
FIRST_SHARE, TRIES = 0.55, 3
TOGETHER, UNNAMED, SECOND = 0.03, 0.12, 0.15


@dataclass(frozen=True)
class Choice:
    """Who could stand for each partner: by row a partner, by column somebody, with first and last day."""

    who: Numbers
    first: Numbers
    last: Numbers
    number: Numbers

    def drawn(self, generator: np.random.Generator, stream: Stream) -> Numbers:
        """Somebody who could be there on the day, the first of the row most often, else nobody."""
        found = np.full(len(stream.day), NOBODY, dtype=np.int64)
        for _ in range(TRIES):
            column = self._column(generator, stream)
            who, fits = self.who[stream.partner, column], self._fits(stream, column)
            found = np.where((found == NOBODY) & fits, who, found)
        return found

    def _column(self, generator: np.random.Generator, stream: Stream) -> Numbers:
        number = self.number[stream.partner]
        other = np.floor(generator.random(len(number)) * np.maximum(1, number)).astype(np.int64)
        return np.where(generator.random(len(number)) < FIRST_SHARE, 0, other)

    def _fits(self, stream: Stream, column: Numbers) -> Marks:
        first, last = self.first[stream.partner, column], self.last[stream.partner, column]
        return (first <= stream.day) & (stream.day <= last)


Spell = tuple[int, date, date]


def colleagues(city: City) -> Choice:
    """The employees with a tie, while it held and they were here."""
    place = {employee.id: n for n, employee in enumerate(city.house.employees)}
    rows = (city.ties[partner.id] for partner in city.partners)
    return _choice([[(place[tie.employee.id], tie.first, _ended(tie)) for tie in row] for row in rows])


def counterparts(city: City) -> Choice:
    """The contact persons, while they served; each by its place among all."""
    place = {person.id: n for n, person in enumerate(p for group in city.people.values() for p in group)}
    rows = (city.people[partner.id] for partner in city.partners)
    return _choice([[(place[who.id], who.since or EVER, who.until or NEVER) for who in row] for row in rows])


def stand_ins(generator: np.random.Generator, house: House, found: Numbers) -> Numbers:
    """Any colleague who was here all the time, where nobody with a tie could go."""
    staying = {employee.id for employee in house.staying}
    places = np.array([n for n, e in enumerate(house.employees) if e.id in staying])
    return np.where(found == NOBODY, generator.choice(places, len(found)), found)


def guests(generator: np.random.Generator, partners: Sequence[Partner], stream: Stream) -> Numbers:
    """Now and then a second partner at the same table, one that could be spoken with on that day."""
    other = generator.integers(0, len(partners), len(stream.day))
    welcome = np.array([p.seat.sector != "residents" and p.last is not None for p in partners])[other]
    first, last = (numbered([getattr(p, name) or EVER for p in partners])[other] for name in ("first", "last"))
    quiet = numbered([p.quiet_from or NEVER for p in partners])[other]
    there = (first <= stream.day) & (stream.day < np.minimum(last, quiet)) & (other != stream.partner)
    return np.where(welcome & there & (generator.random(len(other)) < TOGETHER), other, NOBODY)


def _ended(tie: Tie) -> date:
    return min(tie.last or NEVER, tie.employee.active_to or NEVER)


def _choice(rows: Sequence[Sequence[Spell]]) -> Choice:
    width = max(1, *(len(row) for row in rows))
    padded = [[*row, *[(NOBODY, NEVER, EVER)] * (width - len(row))] for row in rows]
    who = np.array([[spell[0] for spell in row] for row in padded], dtype=np.int64)
    first = np.array([[spell[1] for spell in row] for row in padded], dtype="datetime64[D]").astype(np.int64)
    last = np.array([[spell[2] for spell in row] for row in padded], dtype="datetime64[D]").astype(np.int64)
    return Choice(who, first, last, np.array([len(row) for row in rows], dtype=np.int64))
