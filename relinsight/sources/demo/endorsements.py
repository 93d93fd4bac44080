"""Who stands behind which goal, on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from relinsight.sources.demo.calendar import END, LAST_REVIEW, after, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.goals import Goal, goal_row, goals, updates
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.quota import scaled

ENDORSED = 62  # of 88 pairs of a current goal and a partner
PAIRS = 88
DOUBT = {"residents": 2.6, "developers": 1.7, "maritime": 1.3, "culture": 0.6, "entrepreneurs": 0.7}
LATELY = 0.04
YEAR = 365


@dataclass(frozen=True)
class Pair:
    """One goal with one partner, and whether both stand behind it at the end."""

    goal: Goal
    partner: Partner
    by_both: bool


def goal_tables(city: City) -> Tables:
    """Goals, their partners, their course and who endorsed them."""
    chance = Chance(city.seed, "goal tables")
    found = goals(city)
    pairs = _paired(chance, city, found)
    return {
        "goal": table("goal", (goal_row(chance, goal) for goal in found)),
        "goal_partner": table("goal_partner", ({"goal_id": p.goal.id, "partner_id": p.partner.id} for p in pairs)),
        "goal_update": table("goal_update", (row for goal in found for row in updates(chance, goal))),
        "endorsement": table("endorsement", (row for pair in pairs for row in _answers(chance, city, pair))),
    }


def _paired(chance: Chance, city: City, found: Sequence[Goal]) -> list[Pair]:
    pairs = [(goal, partner) for goal in found for partner in goal.partners]
    current = [i for i, (goal, _) in enumerate(pairs) if goal.is_current]
    able = [i for i in current if city.present(pairs[i][1], END)]
    order = sorted(able, key=lambda i: chance.share() * DOUBT.get(pairs[i][1].seat.sector, 1.0))
    both = set(order[: scaled(ENDORSED, PAIRS, len(current))])
    return [Pair(goal, partner, i in both or not goal.is_current) for i, (goal, partner) in enumerate(pairs)]


def _answers(chance: Chance, city: City, pair: Pair) -> Iterator[DemoRow]:
    day = _answer_day(chance, pair)
    if pair.by_both or chance.maybe(0.8):
        yield _ours(city, pair, day)
    if pair.by_both:
        yield from _renewed(chance, city, pair, day)
    else:
        yield from _otherwise(chance, city, pair, day)


def _answer_day(chance: Chance, pair: Pair) -> date:
    if not pair.goal.is_current:
        return after(chance.number(5, 60), pair.goal.starts_on)
    if chance.maybe(LATELY):
        return chance.day(after(2, LAST_REVIEW), before(6))
    return chance.day(max(before(320), after(6, pair.goal.starts_on)), before(70))


def _renewed(chance: Chance, city: City, pair: Pair, day: date) -> Iterator[DemoRow]:
    """Endorsed, and for a goal of several years also the year before."""
    earlier = before(YEAR, day)
    if earlier > pair.goal.starts_on and pair.goal.is_current:
        yield _theirs(chance, city, pair, earlier)
    yield _theirs(chance, city, pair, after(chance.number(0, 5), day))


def _otherwise(chance: Chance, city: City, pair: Pair, day: date) -> Iterator[DemoRow]:
    """Not asked, amended, declined, or endorsed too long ago."""
    long_ago = before(400)
    if pair.goal.starts_on < long_ago and chance.maybe(0.5):
        yield _theirs(chance, city, pair, chance.day(pair.goal.starts_on, long_ago))
    elif chance.maybe(0.65):
        yield _theirs(chance, city, pair, day, chance.pick(("amended", "amended", "declined")))


def _ours(city: City, pair: Pair, day: date) -> DemoRow:
    staying = [e for e in city.tied(pair.partner, day) if e.active(END)] or list(city.house.staying[:1])
    return {**_on(pair, "us", day), "employee_id": staying[0].id, "answer": "endorsed"}


def _theirs(chance: Chance, city: City, pair: Pair, day: date, answer: str = "endorsed") -> DemoRow:
    there = city.present(pair.partner, day)
    staying = [p for p in there if p.active(END)] or there or city.present(pair.partner, END)
    lists = words("agreements")["goals"]["words"]
    notes = {"amended": lists["amendments"], "declined": lists["refusals"]}.get(answer)
    return {
        **_on(pair, "partner", day),
        "contact_person_id": staying[0].id if staying else None,
        "answer": answer,
        "note": chance.pick(notes) if notes else None,
    }


def _on(pair: Pair, side: str, day: date) -> DemoRow:
    return {"goal_id": pair.goal.id, "side": side, "partner_id": pair.partner.id, "answered_on": day}
