"""Events and trainings, who was invited and who came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from relinsight.sources.demo.calendar import END, START, before, workday
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import city_name, words
from relinsight.sources.demo.moments import Moment
from relinsight.sources.demo.people import Person

INVITED, CAME, STAFF_CAME = 0.1, 0.55, 0.35
FORGOTTEN_SECTOR = "residents"


@dataclass(frozen=True)
class Event:
    """A gathering for guests, or a training for employees."""

    id: str
    day: date
    title: str
    kind: str
    cluster: str
    cost: Decimal
    capacity: int


@dataclass(frozen=True)
class Attendance:
    """A guest or an employee at an event, and what became of the invitation."""

    event: Event
    status: str
    person: Person | None = None
    employee_id: str | None = None


def attendances(city: City) -> list[Attendance]:
    """All invitations, event by event."""
    chance = Chance(city.seed, "events")
    everybody = [person for group in city.people.values() for person in group]
    return [found for event in events() for found in _attended(chance, city, event, everybody)]


def events() -> list[Event]:
    """What takes place every year, and what is still to come."""
    lists = words("events")
    days = [(_in(year, plan, n), plan) for year in range(2023, 2027) for n, plan in enumerate(lists["yearly"])]
    past = sorted(((d, p) for d, p in days if START <= d < END), key=lambda pair: pair[0])
    coming = [(plan["day"], plan) for plan in lists["upcoming"]]
    return [_event(number, day, plan) for number, (day, plan) in enumerate([*past, *coming], 1)]


def event_moments(city: City, found: Iterable[Attendance]) -> Iterator[Moment]:
    """Each partner that was at an event was met there."""
    chance = Chance(city.seed, "event moments")
    met: dict[tuple[Event, str], list[Person]] = defaultdict(list)
    for attendance in found:
        if attendance.person and attendance.status == "attended":
            met[attendance.event, attendance.person.partner.id].append(attendance.person)
    for (event, partner_id), guests in met.items():
        partner = guests[0].partner
        topic = chance.pick(words("contacts")["topics"][partner.seat.sector])
        yield Moment(
            key=f"{event.id} {partner_id}",
            day=event.day,
            kind="event",
            partner_id=partner_id,
            subject=chance.pick(words("contacts")["subjects"]["event"]) + topic,
            employee_ids=(city.colleague(chance, partner, event.day).id,),
            person_ids=tuple(guest.id for guest in guests),
            sentiment=chance.number(0, 2),
            event_id=event.id,
        )


def event_tables(found: Sequence[Attendance]) -> Tables:
    """Events and attendance."""
    return {
        "event": table("event", (_event_row(event) for event in events())),
        "attendance": table("attendance", (_attendance_row(n, a) for n, a in enumerate(found))),
    }


def _in(year: int, plan: dict[str, Any], number: int) -> date:
    return workday(date(year, plan["month"], 9 + 2 * number))


def _event(number: int, day: date, plan: dict[str, Any]) -> Event:
    cost, capacity = Decimal(plan["cost"]), int(plan["capacity"])
    title = f"{plan['title']} {day.year}"
    return Event(f"v{number:03d}", day, title, plan["kind"], plan["cluster"], cost, capacity)


def _attended(chance: Chance, city: City, event: Event, everybody: Sequence[Person]) -> Iterator[Attendance]:
    if event.kind == "training":
        staff = [e for e in city.house.employees if e.active(event.day) and chance.maybe(STAFF_CAME)]
        for employee in staff[: event.capacity]:
            yield Attendance(event, chance.pick(("attended",) * 6 + ("no_show",)), employee_id=employee.id)
        return
    fitting = [person for person in everybody if _welcome(person, event)]
    for person in chance.some(fitting, min(event.capacity * 3 // 2, 2 + round(INVITED * len(fitting)))):
        yield Attendance(event, _status(chance, person, event), person)


def _welcome(person: Person, event: Event) -> bool:
    long_ago = event.day < before(400, END)
    return person.active(event.day) and (person.partner.seat.sector != FORGOTTEN_SECTOR or long_ago)


def _status(chance: Chance, person: Person, event: Event) -> str:
    if event.day > END:
        return chance.pick(("accepted", "accepted", "invited", "declined"))
    if person.partner.reachable(event.day) and chance.maybe(CAME):
        return "attended"
    return chance.pick(("declined", "declined", "no_show", "invited"))


def _event_row(event: Event) -> DemoRow:
    place = words("places")["quays"][int(event.id[1:]) % len(words("places")["quays"])]
    return {
        "id": event.id,
        "title": event.title,
        "day": event.day,
        "kind": event.kind,
        "cluster_id": event.cluster,
        "place": f"{place}, {city_name()}",
        "cost_per_head": event.cost,
        "capacity": event.capacity,
    }


def _attendance_row(number: int, attendance: Attendance) -> DemoRow:
    person = attendance.person
    return {
        "event_id": attendance.event.id,
        "contact_person_id": person.id if person else None,
        "employee_id": attendance.employee_id,
        "partner_id": person.partner.id if person and number % 2 else None,
        "status": attendance.status,
    }
