"""Goals for the year and for the long run, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from relinsight.sources.demo.calendar import END, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow
from relinsight.sources.demo.lexicon import placed, words
from relinsight.sources.demo.partners import Partner

THIS_YEAR = 2026
YEAR_SHARE = {"A": 1.0, "B": 0.92, "C": 0.08}
STRATEGIC_SHARE = {"A": 0.9, "B": 0.0, "C": 0.0}
PAST_SHARE = {"A": 0.75, "B": 0.5, "C": 0.02}
DESCRIBED, AT_RISK = 0.7, 0.18
KINDS = ("deepen",) * 14 + ("maintain",) * 5 + ("enforce",)
ENDINGS = ("achieved",) * 8 + ("dropped", "at_risk")


@dataclass(frozen=True)
class Goal:
    """What the city and one partner or more want together."""

    id: str
    title: str
    partners: tuple[Partner, ...]
    horizon: str
    kind: str
    starts_on: date
    due_on: date
    employee_id: str
    parent_id: str | None = None

    @property
    def is_current(self) -> bool:
        """Whether it runs at the end."""
        return self.starts_on <= END <= self.due_on


def goals(city: City) -> list[Goal]:
    """Strategic goals first, then those for each year."""
    chance = Chance(city.seed, "goals")
    wishes = [*_strategic(chance, city), *_yearly(chance, city)]
    return [Goal(f"g{n:05d}", *wish) for n, wish in enumerate(_with_parents(wishes), 1)]


def goal_row(chance: Chance, goal: Goal) -> DemoRow:
    """A goal as its table has it."""
    described = chance.pick(words("agreements")["goals"]["words"]["descriptions"])
    return {
        "id": goal.id,
        "title": goal.title,
        "description": described if chance.maybe(DESCRIBED) else None,
        "horizon": goal.horizon,
        "kind": goal.kind,
        "starts_on": goal.starts_on,
        "due_on": goal.due_on,
        "employee_id": goal.employee_id,
        "parent_goal_id": goal.parent_id,
    }


def updates(chance: Chance, goal: Goal) -> Iterator[DemoRow]:
    """Agreed at the start, then a word every few months, and how it ended."""
    yield _update(chance, goal, goal.starts_on, "agreed", 0)
    length = (goal.due_on - goal.starts_on).days
    for share in (0.3, 0.55, 0.8):
        day = before(round(length * (1 - share)) + chance.number(-9, 9), goal.due_on)
        if day < END:
            status = "at_risk" if chance.maybe(AT_RISK) else "on_track"
            yield _update(chance, goal, day, status, round(100 * share) + chance.number(-20, 5))
    if goal.due_on < END:
        status = chance.pick(ENDINGS)
        yield _update(chance, goal, goal.due_on, status, 100 if status == "achieved" else chance.number(30, 80))


Wish = tuple[str, tuple[Partner, ...], str, str, date, date, str, str | None]


def _strategic(chance: Chance, city: City) -> Iterator[Wish]:
    together: list[Partner] = []
    for partner in city.portfolio:
        if chance.maybe(STRATEGIC_SHARE[partner.seat.tier]) or _plays(partner):
            peers = [p for p in together if p.seat.sector == partner.seat.sector]
            if peers and not _plays(partner):
                together.remove(peers[0])
                yield _wish(chance, city, (peers[0], partner), "strategic", 2024)
            elif chance.maybe(0.25) and not _plays(partner):
                together.append(partner)
            else:
                yield _wish(chance, city, (partner,), "strategic", chance.number(2024, THIS_YEAR))
    yield from (_wish(chance, city, (partner,), "strategic", 2025) for partner in together)


def _yearly(chance: Chance, city: City) -> Iterator[Wish]:
    for partner in city.portfolio:
        tier = partner.seat.tier
        for year in range(max(2024, partner.first.year + 1), THIS_YEAR):
            if chance.maybe(PAST_SHARE[tier]):
                yield _wish(chance, city, (partner,), "year", year)
        if chance.maybe(YEAR_SHARE[tier]) or _plays(partner):
            yield _wish(chance, city, (partner,), "year", THIS_YEAR)


def _plays(partner: Partner) -> bool:
    return partner.seat.story is not None and partner.seat.tier == "A"


def _wish(chance: Chance, city: City, who: tuple[Partner, ...], horizon: str, year: int) -> Wish:
    partner = who[0]
    templates = words("agreements")["goals"][horizon][partner.seat.sector]
    title = placed(templates[(int(partner.id[1:]) + year) % len(templates)], chance)
    kind = "deepen" if _plays(partner) else chance.pick(KINDS)
    last = date(year, 12, 31) if horizon == "year" else date(chance.number(2028, 2031), 12, 31)
    return title, who, horizon, kind, date(year, 1, 1), last, city.colleague(chance, partner, END).id, None


def _with_parents(wishes: Sequence[Wish]) -> Iterator[Wish]:
    """A year goal serves the strategic goal of its partner, where there is one from the same year or before."""
    served: dict[str, tuple[str, date]] = {}
    for number, (title, who, horizon, kind, first, last, employee, _) in enumerate(wishes, 1):
        if horizon == "strategic":
            served.update({partner.id: (f"g{number:05d}", first) for partner in who})
        parent, since = served.get(who[0].id, (None, date.max))
        serves = horizon == "year" and since <= first
        yield title, who, horizon, kind, first, last, employee, parent if serves else None


def _update(chance: Chance, goal: Goal, day: date, status: str, progress: float) -> DemoRow:
    lists = words("agreements")["goals"]["words"]
    return {
        "goal_id": goal.id,
        "day": day,
        "status": status,
        "progress": float(max(0, progress)),
        "blocker": chance.pick(lists["blockers"]) if status == "at_risk" else None,
        "note": chance.pick(lists["notes"]) if chance.maybe(0.5) else None,
    }
