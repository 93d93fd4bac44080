"""What each side finds of the relation, and what it thinks the other side will answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from relinsight.sources.demo import planted
from relinsight.sources.demo.calendar import END, LAST_REVIEW, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.shipped import SCALES, dimensions

OLDEST = {"A": 330, "B": 690, "C": 1000}
OFFSETS = {"trust": 0.0, "control_mutuality": -4.0, "commitment": 3.0, "satisfaction": 1.0}
FIRST_TIME, REPEATED, SHORT_FORM, OUR_GUESS, THEIR_GUESS = 0.1, 0.55, 0.12, 0.6, 0.4
RESPONDENT_NOISE, OUR_RAISE, OUR_NOISE, SKIPPED, COMMENTED = 5.0, 4.0, 8.0, 0.02, 0.2
YEAR, DRIFT = 365, 6.0

Level = Mapping[str, float] | float


@dataclass(frozen=True)
class Form:
    """One respondent's answers: whose, about whom, and on which level."""

    partner: Partner
    day: date
    side: str
    perspective: str
    level: Level
    employee_id: str | None = None
    person_id: str | None = None
    instrument: str = "relation-9"


@dataclass(frozen=True)
class Round:
    """One time that both sides were asked: when, and how each finds the relation."""

    partner: Partner
    our_day: date
    their_day: date
    our_level: float
    their_level: float
    instrument: str = "relation-9"


def assessment_tables(city: City) -> Tables:
    """One row a form, one row a score."""
    chance = Chance(city.seed, "assessments")
    forms = [(f"a{n:06d}", form) for n, form in enumerate(_forms(chance, city), 1)]
    return {
        "assessment": table("assessment", (_row(chance, key, form) for key, form in forms)),
        "assessment_score": table("assessment_score", (r for key, form in forms for r in _scores(chance, key, form))),
    }


def _forms(chance: Chance, city: City) -> Iterator[Form]:
    for partner in city.portfolio:
        if partner.seat.story == "false_consensus":
            yield from _false_consensus(city, partner)
        elif partner.seat.view:
            yield from _rounds(chance, city, partner)


def _rounds(chance: Chance, city: City, partner: Partner) -> Iterator[Form]:
    """The newest round, a year earlier mostly one before, and here and there the short questionnaire too."""
    ours = _newest(chance, partner)
    first_time = partner.seat.view == "both" and chance.maybe(FIRST_TIME)
    theirs = chance.day(LAST_REVIEW, before(8)) if first_time else ours
    newest = _round(chance, partner, ours, theirs)
    yield from _answered(chance, city, newest)
    earlier = before(YEAR + chance.number(-20, 20), ours)
    if not first_time and earlier > partner.first and chance.maybe(REPEATED):
        yield from _answered(chance, city, _round(chance, partner, earlier, earlier, chance.normal(DRIFT)))
    if partner.seat.tier != "C" and chance.maybe(SHORT_FORM):
        yield from _answered(chance, city, replace(newest, instrument="partner-4"))


def _newest(chance: Chance, partner: Partner) -> date:
    oldest = min(OLDEST[partner.seat.tier], (END - partner.first).days - 30)
    return before(chance.number(12, max(12, oldest)))


def _round(chance: Chance, partner: Partner, ours: date, theirs: date, drift: float = 0.0) -> Round:
    their_level = partner.quality + drift
    our_level = their_level + OUR_RAISE + chance.normal(OUR_NOISE)
    return Round(partner, ours, theirs, our_level, their_level)


def _answered(chance: Chance, city: City, asked: Round) -> Iterator[Form]:
    if asked.partner.seat.view in ("both", "us"):
        yield from _our_side(chance, city, asked)
    if asked.partner.seat.view in ("both", "partner"):
        yield from _their_side(chance, city, asked)


def _our_side(chance: Chance, city: City, asked: Round) -> Iterator[Form]:
    partner, day = asked.partner, asked.our_day
    who = city.tied(partner, day)[: chance.number(1, 2)] or [chance.pick(city.house.staying)]
    for employee in who:
        yield Form(partner, day, "us", "own", asked.our_level, employee.id, instrument=asked.instrument)
    if chance.maybe(OUR_GUESS):
        guess = (asked.our_level + asked.their_level) / 2
        yield Form(partner, day, "us", "guess", guess, who[0].id, instrument=asked.instrument)


def _their_side(chance: Chance, city: City, asked: Round) -> Iterator[Form]:
    partner, day = asked.partner, asked.their_day
    who = [p.id for p in city.present(partner, day)][: chance.number(1, 3)] or [None]
    for person in who:
        yield Form(partner, day, "partner", "own", asked.their_level, person_id=person, instrument=asked.instrument)
    if chance.maybe(THEIR_GUESS):
        yield Form(partner, day, "partner", "guess", asked.our_level, person_id=who[0], instrument=asked.instrument)


def _false_consensus(city: City, partner: Partner) -> Iterator[Form]:
    for side, perspective, day, spread, levels in planted.FALSE_CONSENSUS:
        us = [e.id for e in city.tied(partner, day)] if side == "us" else [None] * len(spread)
        them = [p.id for p in city.present(partner, day)] if side == "partner" else [None] * len(spread)
        for deviation, employee, person in zip(spread, us, them, strict=False):
            exact = {dimension: level + deviation for dimension, level in levels.items()}
            yield Form(partner, day, side, perspective, exact, employee, person)


def _row(chance: Chance, key: str, form: Form) -> DemoRow:
    said = form.perspective == "own" and chance.maybe(COMMENTED)
    return {
        "id": key,
        "partner_id": form.partner.id,
        "day": form.day,
        "side": form.side,
        "perspective": form.perspective,
        "employee_id": form.employee_id,
        "contact_person_id": form.person_id,
        "instrument_id": form.instrument,
        "comment": chance.pick(words("agreements")["comments"]["assessment"]) if said else None,
    }


def _scores(chance: Chance, key: str, form: Form) -> Iterator[DemoRow]:
    asked = dimensions(form.instrument)
    skipped = chance.pick(asked) if isinstance(form.level, float) and chance.maybe(SKIPPED) else None
    for dimension in asked:
        if dimension != skipped:
            score = _score(chance, form, dimension)
            yield {"assessment_id": key, "dimension": dimension, "item": dimension, "score": score}


def _score(chance: Chance, form: Form, dimension: str) -> float:
    low, high = SCALES[form.instrument]
    if isinstance(form.level, Mapping):
        return round(low + (high - low) * form.level[dimension] / 100, 2)
    level = form.level + OFFSETS.get(dimension, 0.0) + chance.normal(RESPONDENT_NOISE)
    return min(high, max(low, float(round(low + (high - low) * level / 100))))
