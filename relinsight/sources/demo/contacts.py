"""The contact moments: the regular stream and what was planned, in the order of their days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from relinsight.sources.arrow import Array, ArrowTable, arrow, compute
from relinsight.sources.demo import company
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import Tables, schema, table
from relinsight.sources.demo.moments import Moment
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.refusal import CityRefusedError
from relinsight.sources.demo.stream import Marks, Numbers, Stream, stream
from relinsight.sources.demo.talk import talk
from relinsight.words.text import text

BRIDGES = {
    "contact_moment_partner": "partner_id",
    "contact_moment_person": "contact_person_id",
    "contact_moment_employee": "employee_id",
}
PAIR = [("contact_moment_id", "ascending"), ("partner_id", "ascending")]


@dataclass(frozen=True)
class Contacts:
    """The tables of the contact moments, and the id that each planned moment got."""

    tables: Tables
    ids: Mapping[str, str]

    def with_partners(self) -> ArrowTable:
        """One row a moment and partner, with its day."""
        days = self.tables["contact_moment"].select(["id", "day"]).rename_columns(["contact_moment_id", "day"])
        return self.tables["contact_moment_partner"].join(days, "contact_moment_id").sort_by(PAIR)


@dataclass(frozen=True)
class Pairs:
    """Which moment, by position, goes with which id."""

    moment: Numbers
    id: Array


def all_contacts(city: City, planned: Sequence[Moment], total: int | None) -> Contacts:
    """All contact moments: exactly so many where a number is asked for."""
    generator = Chance(city.seed, "contacts").generator
    flow = stream(generator, city.partners, _regular(city.partners, planned, total))
    moments = arrow.concat_tables([talk(generator, city.partners, flow), _planned(planned)], promote_options="default")
    rank, ids = _numbering(moments["day"])
    bridges = _met(generator, city, flow)
    tables = {
        name: _bridge(name, column, [bridges[name], _planned_pairs(planned, column, len(flow.day))], rank, ids)
        for name, column in BRIDGES.items()
    }
    ordered = moments.add_column(0, "id", ids.take(arrow.array(rank))).sort_by("id")
    kept = ids.take(arrow.array(rank[len(flow.day) :])).to_pylist()
    main = ordered.select(schema("contact_moment").names).cast(schema("contact_moment"))
    return Contacts({"contact_moment": main, **tables}, dict(zip([m.key for m in planned], kept, strict=True)))


def _regular(partners: Sequence[Partner], planned: Sequence[Moment], total: int | None) -> int | None:
    if total is None:
        return None
    least = len(planned) + sum(partner.last is not None for partner in partners)
    if total < least:
        raise CityRefusedError(text("A demo city of this size has at least {least} contacts. Ask for more.", least=least))
    return total - len(planned)


def _planned(planned: Sequence[Moment]) -> ArrowTable:
    rows = [{**vars(moment), "confidential": False} for moment in planned]
    columns = [column for column in schema("contact_moment").names if column != "id"]
    return table("contact_moment", rows).select(columns)


def _numbering(days: Array) -> tuple[Numbers, Array]:
    order = np.argsort(days.to_numpy(), kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    width = max(5, len(str(len(order))))
    digits = compute.utf8_lpad(arrow.array(np.arange(1, len(order) + 1)).cast(arrow.string()), width, "0")
    return rank, compute.binary_join_element_wise("c", digits, "")


def _met(generator: np.random.Generator, city: City, flow: Stream) -> dict[str, Pairs]:
    employees = arrow.array([employee.id for employee in city.house.employees])
    persons = arrow.array([person.id for group in city.people.values() for person in group])
    organisations = arrow.array([partner.id for partner in city.partners])
    choice = company.colleagues(city)
    first = company.stand_ins(generator, city.house, choice.drawn(generator, flow))
    second = _but(choice.drawn(generator, flow), first, generator.random(len(first)) < company.SECOND)
    person = company.counterparts(city).drawn(generator, flow)
    named = np.where(generator.random(len(first)) < company.UNNAMED, company.NOBODY, person)
    guest = company.guests(generator, city.partners, flow)
    return {
        "contact_moment_partner": _pairs(organisations, flow.partner, guest),
        "contact_moment_person": _pairs(persons, named),
        "contact_moment_employee": _pairs(employees, first, second),
    }


def _but(found: Numbers, others: Numbers, wanted: Marks) -> Numbers:
    return np.where(wanted & (found != others), found, company.NOBODY)


def _pairs(ids: Array, *who: Numbers) -> Pairs:
    moment = np.concatenate([np.flatnonzero(found != company.NOBODY) for found in who])
    place = np.concatenate([found[found != company.NOBODY] for found in who])
    return Pairs(moment, ids.take(arrow.array(place)))


def _planned_pairs(planned: Sequence[Moment], column: str, start: int) -> Pairs:
    found = [(start + n, who) for n, moment in enumerate(planned) for who in moment.company[column]]
    ids = arrow.array([who for _, who in found], arrow.string())
    return Pairs(np.array([n for n, _ in found], dtype=np.int64), ids)


def _bridge(name: str, column: str, pairs: Sequence[Pairs], rank: Numbers, ids: Array) -> ArrowTable:
    place = rank[np.concatenate([pair.moment for pair in pairs])]
    who = arrow.concat_arrays([pair.id for pair in pairs])
    order = arrow.array(np.argsort(place, kind="stable"))
    columns = {"contact_moment_id": ids.take(arrow.array(place)).take(order), column: who.take(order)}
    return arrow.table(columns).cast(schema(name))
