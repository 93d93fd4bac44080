"""Formal dealings: of partners, and of organisations that are none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from relinsight.sources.demo import planted
from relinsight.sources.demo.calendar import END, START, after, before, workday
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import placed, words
from relinsight.sources.demo.partner_tables import has_alias, spelled
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.quota import scaled

NUMBERS = {"A": (3, 6), "B": (2, 4), "C": (1, 2)}
LASTING = ("landowner", "shareholder", "client", "service_provider")
INFORMAL = ("facilitator", "co_creator")
STRANGERS, COLLECTIVE_DEALINGS = 7, 9
YEAR_ONLY, BY_HAND, SPELLED_OTHERWISE, UNASSIGNED = 0.15, 0.5, 0.4, 0.12


def dealing_tables(city: City) -> Tables:
    """One row a dealing."""
    chance = Chance(city.seed, "dealings")
    rows = [*_of_partners(chance, city), *planted.strict_subsidy(city), *_of_strangers(chance, city)]
    return {"dealing": table("dealing", ({"id": f"d{n:05d}", **row} for n, row in enumerate(rows, 1)))}


def _of_partners(chance: Chance, city: City) -> Iterator[DemoRow]:
    for partner in city.partners:
        for _ in range(chance.number(*NUMBERS[partner.seat.tier])):
            role = chance.pick(words("dealings")["roles"][partner.seat.sector])
            if (partner.seat.story, role) != ("strict_subsidy", "subsidy_provider"):
                yield {**_of(chance, city, partner, role), **_course(chance, role, partner)}


def _of(chance: Chance, city: City, partner: Partner, role: str) -> DemoRow:
    employee = city.colleague(chance, partner, END)
    return {
        "partner_id": partner.id,
        "organisation": _spelling(chance, partner),
        "role": role,
        "cluster_id": employee.cluster,
        "employee_id": None if chance.maybe(UNASSIGNED) else employee.id,
    }


def _spelling(chance: Chance, partner: Partner) -> str:
    if not chance.maybe(SPELLED_OTHERWISE):
        return partner.name
    return spelled(partner) if has_alias(partner) else partner.name.upper()


def _course(chance: Chance, role: str, partner: Partner) -> DemoRow:
    if partner.until:
        opened = chance.day(date(2020, 1, 1), before(90, START))
    elif not partner.has_tier:
        opened = chance.day(before(900), before(60))
    else:
        opened = chance.day(date(2018, 1, 1) if role in LASTING else before(100, START), before(9))
    if role in INFORMAL and chance.maybe(BY_HAND):
        return {"title": _title(chance, role, opened.year), "opened_on": opened}
    if role == "subsidy_provider":
        return _subsidy(chance, opened, only_year=partner.has_tier and chance.maybe(YEAR_ONLY))
    return _case(chance, role, workday(opened))


def _case(chance: Chance, role: str, opened: date) -> DemoRow:
    decided = _known(after(chance.number(20, 120), opened)) if role in ("permit_authority", "regulator") else None
    lasts = role in LASTING or role in INFORMAL
    closed = _known(after(chance.number(*((400, 2500) if lasts else (60, 400))), decided or opened))
    return {
        "reference": f"{role[:3].upper()}-{opened.year}-{chance.number(1000, 9999)}",
        "title": _title(chance, role, opened.year),
        "opened_on": opened,
        "decided_on": decided,
        "closed_on": closed if lasts or decided else None,
        "granted": _amount(chance, 15, 400) if role in ("client", "service_provider") else None,
        "outcome": chance.pick(words("dealings")["outcomes"][role]) if decided else None,
    }


def _subsidy(chance: Chance, opened: date, *, only_year: bool) -> DemoRow:
    requested = _amount(chance, 5, 300)
    granted = (requested * Decimal(chance.number(60, 100)) / 100).quantize(Decimal(1))
    base: DemoRow = {
        "reference": f"SUB-{opened.year}-{chance.number(1000, 9999)}",
        "title": _title(chance, "subsidy_provider", opened.year),
        "year": opened.year,
        "requested": requested,
    }
    if only_year:
        return {**base, "granted": granted}
    decided = _known(after(chance.number(30, 110), opened))
    refused = chance.maybe(0.06)
    outcome = None if decided is None else ("afgewezen" if refused else _granted_as(granted, requested))
    return {
        **base,
        "opened_on": opened,
        "decided_on": decided,
        "granted": (Decimal(0) if refused else granted) if decided else None,
        "outcome": outcome,
        **(_settlement(chance, decided, granted) if decided and not refused else {}),
    }


def _granted_as(granted: Decimal, requested: Decimal) -> str:
    return "toegekend" if granted == requested else "gedeeltelijk toegekend"


def _settlement(chance: Chance, decided: date, granted: Decimal) -> DemoRow:
    closed = _known(after(chance.number(330, 560), decided))
    if closed is None:
        return {"accounted": "pending", "accounted_on": before(30)} if decided < before(400) else {}
    accounted = chance.pick(("sufficient",) * 30 + ("insufficient",))
    settled = granted if accounted == "sufficient" else (granted * Decimal("0.8")).quantize(Decimal(1))
    return {"closed_on": closed, "settled": settled, "accounted": accounted, "accounted_on": closed}


def _of_strangers(chance: Chance, city: City) -> Iterator[DemoRow]:
    """Organisations that nobody put on the list, and collective names that are none."""
    lists = words("organisations")["strangers"]
    wanted = max(3, scaled(STRANGERS, 140, len(city.portfolio)))
    for name in chance.some(lists["names"], wanted):
        for _ in range(chance.number(1, 3)):
            yield _strange(chance, city, name)
    for number in range(COLLECTIVE_DEALINGS):
        yield _strange(chance, city, lists["collective"][number % len(lists["collective"])])


def _strange(chance: Chance, city: City, name: str) -> DemoRow:
    role = chance.pick(("subsidy_provider", "permit_authority"))
    opened = workday(chance.day(before(1000), before(20)))
    course = _subsidy(chance, opened, only_year=False) if role == "subsidy_provider" else _case(chance, role, opened)
    spelling = name.upper() if chance.maybe(0.3) else name
    return {"organisation": spelling, "role": role, "cluster_id": chance.pick(city.house.staying).cluster, **course}


def _title(chance: Chance, role: str, year: int) -> str:
    return placed(chance.pick(words("dealings")["titles"][role]), chance).replace("{year}", str(year))


def _amount(chance: Chance, low: int, high: int) -> Decimal:
    return Decimal(round(low + (high - low) * chance.share() ** 3) * 1000 + 250 * chance.number(0, 3))


def _known(day: date) -> date | None:
    return workday(day) if day <= END else None
