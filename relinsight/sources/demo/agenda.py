"""Team meetings, and the actions that came out of them and of contacts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from relinsight.sources.arrow import ArrowTable, arrow
from relinsight.sources.demo.calendar import END, LAST_REVIEW, START, after, before, workday
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.partners import Partner

RHYTHM = timedelta(weeks=8)
PER_REVIEW, PER_PARTNER, DONE = 3, 0.4, 0.75


def agenda_tables(city: City, moments: ArrowTable) -> Tables:
    """Reviews and actions; `moments` are the contact moments with their partners."""
    chance = Chance(city.seed, "agenda")
    reviews = [(f"r{n:02d}", day) for n, day in enumerate(_review_days(), 1)]
    rows = [*_decided(chance, city, reviews), *_followed_up(chance, city, moments)]
    return {
        "review": table("review", (_review(chance, key, day) for key, day in reviews)),
        "action": table("action", ({"id": f"x{n:05d}", **row} for n, row in enumerate(rows, 1))),
    }


def _review_days() -> list[date]:
    number = (LAST_REVIEW - START) // RHYTHM
    return [LAST_REVIEW - n * RHYTHM for n in range(number, -1, -1)]


def _review(chance: Chance, key: str, day: date) -> DemoRow:
    lists = words("agreements")["reviews"]
    title = lists["title"].format(month=lists["months"][day.month - 1], year=day.year)
    return {"id": key, "day": day, "title": title, "note": chance.pick(lists["notes"])}


def _decided(chance: Chance, city: City, reviews: list[tuple[str, date]]) -> Iterator[DemoRow]:
    important = [partner for partner in city.portfolio if partner.seat.tier != "C"]
    for key, day in reviews:
        for partner in chance.some(important, PER_REVIEW):
            template = chance.pick(words("agreements")["actions"]["review"])
            yield {**_action(chance, city, partner, day, template), "review_id": key}


def _followed_up(chance: Chance, city: City, moments: ArrowTable) -> Iterator[DemoRow]:
    known = {partner.id: partner for partner in city.partners}
    number = min(moments.num_rows, round(PER_PARTNER * len(city.partners)))
    places = chance.generator.choice(moments.num_rows, number, replace=False)
    for moment in moments.take(arrow.array(sorted(places))).to_pylist():
        template = chance.pick(words("agreements")["actions"]["follow_up"])
        action = _action(chance, city, known[moment["partner_id"]], moment["day"], template)
        yield {**action, "contact_moment_id": moment["contact_moment_id"]}


def _action(chance: Chance, city: City, partner: Partner, day: date, template: str) -> DemoRow:
    topic = chance.pick(words("contacts")["topics"][partner.seat.sector])
    due = workday(after(chance.number(10, 45), day))
    done = chance.maybe(DONE)
    return {
        "title": template.format(topic=topic, partner=partner.name, day=_written(day)),
        "partner_id": partner.id,
        "employee_id": city.colleague(chance, partner, day).id,
        "due_on": due,
        "done_on": chance.day(day, min(due, before(1, END))) if done and day < before(1, END) else None,
    }


def _written(day: date) -> str:
    return f"{day.day} {words('agreements')['reviews']['months'][day.month - 1]}"
