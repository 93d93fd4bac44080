"""The municipality's own side: its clusters and the people who work in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import sqrt

from relinsight.sources.demo.calendar import START, after, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import FICTION, city_name, slug
from relinsight.sources.demo.quota import divided, scaled

CLUSTERS = (
    ("board", "Bestuur", None),
    ("social", "Sociaal domein", None),
    ("culture", "Cultuur en sport", "social"),
    ("port", "Haven en economie", None),
    ("space", "Ruimte", None),
    ("upkeep", "Stadsbeheer", "space"),
)
MANAGERS = {"social": 3, "port": 3, "culture": 2, "space": 2, "upkeep": 2, "board": 1}
OTHER_JOBS = ("policy_adviser", "contract_manager", "manager", "policy_adviser", "executive", "other")
LEAVES_ON = date(2026, 12, 31)
MOVED_ON = date(2025, 3, 1)


@dataclass(frozen=True)
class Employee:
    """Somebody who works, or worked, for the municipality."""

    id: str
    name: str
    job: str
    cluster: str
    active_from: date
    active_to: date | None = None
    moved_from: str | None = None

    def active(self, day: date) -> bool:
        """Whether the day lies in their time here."""
        return self.active_from <= day and (self.active_to is None or day <= self.active_to)


@dataclass(frozen=True)
class House:
    """All employees, those who left included, and the one account manager who is about to leave."""

    employees: tuple[Employee, ...]
    leaver: Employee

    @cached_property
    def staying(self) -> tuple[Employee, ...]:
        """Those who have been here all the time and stay."""
        return tuple(e for e in self.employees if e.active_to is None and e.active_from <= before(60, START))

    def managers(self, cluster: str) -> tuple[Employee, ...]:
        """The account managers of a cluster who stay."""
        return tuple(e for e in self.staying if e.job == "account_manager" and e.cluster == cluster)

    def former(self) -> tuple[Employee, ...]:
        """The account managers who have left."""
        return tuple(e for e in self.employees if e.active_to and e.active_to < LEAVES_ON)


def house(seed: int, size: int, names: Iterator[str]) -> House:
    """A municipality large enough for so many partners."""
    chance = Chance(seed, "house")
    seats = [*_managers(size), *_others(size)]
    staff = [_employee(chance, number, *seat, next(names)) for number, seat in enumerate(seats, 1)]
    leaver = next(e for e in staff if e.cluster == "port")
    staff = [_leaving(e) if e is leaver else e for e in staff]
    left = [_left(chance, len(staff) + n, next(names)) for n in range(1, max(2, scaled(2, 140, size)) + 1)]
    return House((*staff, *left), _leaving(leaver))


def house_tables(house: House) -> Tables:
    """Clusters, employees and who works where."""
    clusters = ({"id": key, "name": name, "parent_id": parent} for key, name, parent in CLUSTERS)
    return {
        "cluster": table("cluster", clusters),
        "employee": table("employee", map(_employee_row, house.employees)),
        "cluster_membership": table("cluster_membership", (r for e in house.employees for r in _memberships(e))),
    }


def _managers(size: int) -> Iterator[tuple[str, str]]:
    number = max(2 * len(MANAGERS), round(13 * sqrt(size / 140)))
    for cluster, seats in divided(number, MANAGERS).items():
        yield from [("account_manager", cluster)] * max(2 if cluster == "port" else 1, seats)


def _others(size: int) -> Iterator[tuple[str, str]]:
    keys = [key for key, _, _ in CLUSTERS]
    for number in range(max(13, round(13 * sqrt(size / 140)))):
        yield OTHER_JOBS[number % len(OTHER_JOBS)], keys[(number + number // len(keys)) % len(keys)]


def _employee(chance: Chance, number: int, job: str, cluster: str, name: str) -> Employee:
    since = chance.day(date(2008, 1, 1), date(2022, 12, 1))
    moved = "board" if job == "policy_adviser" and cluster == "social" else None
    return Employee(f"e{number:03d}", name, job, cluster, since, None, moved)


def _leaving(employee: Employee) -> Employee:
    return replace(employee, active_to=LEAVES_ON)


def _left(chance: Chance, number: int, name: str) -> Employee:
    cluster = chance.pick(list(MANAGERS))
    last = chance.day(date(2024, 6, 30), date(2026, 6, 30))
    return Employee(f"e{number:03d}", name, "account_manager", cluster, date(2016, 9, 1), last)


def _employee_row(employee: Employee) -> DemoRow:
    address = slug(employee.name).replace("-", ".")
    return {
        "id": employee.id,
        "name": employee.name,
        "email": f"{address}@{slug(city_name())}.{FICTION}",
        "job": employee.job,
        "active_from": employee.active_from,
        "active_to": employee.active_to,
    }


def _memberships(employee: Employee) -> Iterator[DemoRow]:
    first = employee.active_from
    if employee.moved_from:
        yield _membership(employee, employee.moved_from, first, MOVED_ON)
        first = after(1, MOVED_ON)
    yield _membership(employee, employee.cluster, first, employee.active_to)


def _membership(employee: Employee, cluster: str, first: date, last: date | None) -> DemoRow:
    return {"employee_id": employee.id, "cluster_id": cluster, "from_date": first, "to_date": last}
