"""Who of the city knows whom at the partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle

from relinsight.sources.demo.calendar import END, LAST_REVIEW, START, after, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.house import MANAGERS, Employee, House
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.people import People, present

ELSEWHERE, CHANGED, GAINED, LOST, LEAVERS_SHARE = 0.25, 0.25, 0.03, 0.3, 0.25
KINDS = ("deputy", "content", "content", "informal")


@dataclass(frozen=True)
class Tie:
    """A line between an employee and a partner, for as long as it holds."""

    employee: Employee
    kind: str
    first: date
    last: date | None = None
    person_id: str | None = None
    strength: int | None = None

    def active(self, day: date) -> bool:
        """Whether it holds on the day, its employee with it."""
        return self.first <= day and (self.last is None or day <= self.last) and self.employee.active(day)


Ties = Mapping[str, Sequence[Tie]]


def ties_of(seed: int, house: House, partners: Sequence[Partner], people: People) -> Ties:
    """The ties of each partner, its owner first, those that ended last."""
    chance = Chance(seed, "ties")
    turns = {cluster: cycle(house.managers(cluster) or house.staying) for cluster in MANAGERS}
    found: dict[str, Sequence[Tie]] = {}
    for partner in partners:
        owner = _owner(chance, house, partner, turns)
        lines = [*_owned(chance, partner, owner), *_others(chance, house, partner, owner)]
        named = [_named(chance, partner, people, tie) for tie in lines]
        found[partner.id] = [*named, *_ended(chance, house, partner, named)]
    return found


def tie_tables(partners: Sequence[Partner], ties: Ties) -> Tables:
    """One row a tie."""
    lines = [(partner, tie) for partner in partners for tie in ties[partner.id]]
    return {"tie": table("tie", (_row(n, partner, tie) for n, (partner, tie) in enumerate(lines, 1)))}


def owner_on(ties: Sequence[Tie], day: date) -> Employee | None:
    """The account manager on a day."""
    return next((t.employee for t in ties if t.kind == "account_manager" and t.active(day)), None)


def tied_on(ties: Sequence[Tie], day: date) -> list[Employee]:
    """All who have a tie on a day, the account manager first."""
    return list({t.employee.id: t.employee for t in ties if t.active(day)}.values())


def _owner(chance: Chance, house: House, partner: Partner, turns: Mapping[str, Iterator[Employee]]) -> Employee | None:
    if not partner.seat.owned or not partner.seat.colleagues:
        return None
    home = words("organisations")["homes"][partner.seat.sector]
    cluster = chance.pick(list(MANAGERS)) if chance.maybe(ELSEWHERE) and not partner.seat.story else home
    if partner.seat.story == "leaving_tie" or (cluster == "port" and partner.seat.colleagues > 1 and chance.maybe(LEAVERS_SHARE)):
        return house.leaver
    return next(turns[cluster])


def _owned(chance: Chance, partner: Partner, owner: Employee | None) -> Iterator[Tie]:
    if owner:
        first = max(_since(chance, partner, owner), partner.since or owner.active_from)
        yield Tie(owner, "account_manager", first, partner.until)


def _since(chance: Chance, partner: Partner, owner: Employee) -> date:
    if _gains(chance, partner):
        return chance.day(after(1, LAST_REVIEW), before(10))
    if partner.seat.story is None and not partner.until and chance.maybe(CHANGED):
        return chance.day(after(90, START), before(150))
    return chance.day(owner.active_from, before(90, START))


def _gains(chance: Chance, partner: Partner) -> bool:
    return partner.seat.story is None and partner.seat.colleagues > 1 and not partner.until and chance.maybe(GAINED)


def _others(chance: Chance, house: House, partner: Partner, owner: Employee | None) -> Iterator[Tie]:
    wanted = partner.seat.colleagues - (owner is not None)
    fitting = [e for e in house.staying if e is not owner]
    for employee in chance.some(fitting, wanted):
        kind = "executive_sponsor" if employee.job == "executive" else chance.pick(KINDS)
        first = chance.day(max(employee.active_from, partner.since or date(2020, 1, 1)), before(120, END))
        yield Tie(employee, kind, first, partner.until)


def _named(chance: Chance, partner: Partner, people: People, tie: Tie) -> Tie:
    there = [p for p in present(people, partner, END) if p.since is None or p.since <= tie.first]
    person = chance.pick(there).id if there and chance.maybe(0.6) else None
    return replace(tie, person_id=person, strength=chance.number(1, 4) if chance.maybe(0.6) else None)


def _ended(chance: Chance, house: House, partner: Partner, lines: Sequence[Tie]) -> Iterator[Tie]:
    """Account managers of before, and colleagues who handed over since the last review."""
    owner = next((tie for tie in lines if tie.kind == "account_manager"), None)
    if owner and owner.first > before(60, START) and not partner.since:
        yield _predecessor(chance, house, before(chance.number(1, 90), owner.first))
    elif owner is None and not partner.until and partner.has_tier and chance.maybe(LOST):
        employee = chance.pick(house.staying)
        yield Tie(employee, "account_manager", max(employee.active_from, partner.first), _lately(chance))
    if partner.seat.colleagues == 1 and partner.seat.tier != "C":
        known = {tie.employee.id for tie in lines}
        employee = chance.pick([e for e in house.staying if e.id not in known])
        yield Tie(employee, "content", max(employee.active_from, START), _lately(chance))


def _predecessor(chance: Chance, house: House, last: date) -> Tie:
    gone = [e for e in house.former() if e.active_to and e.active_to >= last] or list(house.staying)
    employee = chance.pick(gone)
    return Tie(employee, "account_manager", max(employee.active_from, before(900, last)), last)


def _lately(chance: Chance) -> date:
    return chance.day(after(3, LAST_REVIEW), before(10))


def _row(number: int, partner: Partner, tie: Tie) -> DemoRow:
    return {
        "id": f"t{number:05d}",
        "employee_id": tie.employee.id,
        "partner_id": partner.id,
        "contact_person_id": tie.person_id,
        "kind": tie.kind,
        "stated_strength": tie.strength,
        "from_date": tie.first,
        "to_date": tie.last,
    }
