"""What partners asked, where it went in the house, and when they got an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log

from relinsight.sources.demo import planted
from relinsight.sources.demo.calendar import END, after, before, workday
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.house import CLUSTERS
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.moments import Moment
from relinsight.sources.demo.partners import Partner

NUMBERS = {"A": 7.0, "B": 3.0, "C": 1.2}  # in three years
MEDIAN_DAYS = {"residents": 20, "care": 11, "entrepreneurs": 12, "culture": 8, "maritime": 9, "developers": 7}
SPREAD, FORGOTTEN, FORGOTTEN_SINCE = 0.55, 0.08, 140
KINDS = ("question",) * 5 + ("request",) * 3 + ("complaint",) * 2
REFERRED, RETURNED, DUE, SAID = 0.32, 0.25, 0.15, 0.6
SHORTEST_WAY = 3


@dataclass(frozen=True)
class Asked:
    """A question of a partner with its way through the house, its columns but the answering moment."""

    row: DemoRow
    partner: Partner
    way: tuple[DemoRow, ...]
    moment: Moment | None = None


def asked(city: City) -> list[Asked]:
    """All questions, those of the stories last."""
    chance = Chance(city.seed, "questions")
    found = [_asked(chance, city, f"q{n:05d}", *when) for n, when in enumerate(_times(chance, city), 1)]
    lost = {"id": f"q{len(found) + 1:05d}", **planted.lost_question(city)}
    waiting = ({"id": f"q{n:05d}", **row} for n, row in enumerate(planted.waiting_questions(city), len(found) + 2))
    return [
        *found,
        Asked(lost, city.starring("lost_question"), tuple(planted.lost_referrals(lost))),
        *(Asked(row, city.starring("silent"), ()) for row in waiting),
    ]


def answer_moments(found: Sequence[Asked]) -> list[Moment]:
    """The contacts in which a question was answered."""
    return [question.moment for question in found if question.moment]


def question_tables(found: Sequence[Asked], ids: Mapping[str, str]) -> Tables:
    """Questions and referrals; `ids` tells under which id each planned moment is kept."""
    rows = ({**q.row, "answer_moment_id": ids[q.moment.key] if q.moment else None} for q in found)
    return {
        "question": table("question", rows),
        "referral": table("referral", (step for q in found for step in q.way)),
    }


def _times(chance: Chance, city: City) -> Iterator[tuple[Partner, date]]:
    for partner in city.portfolio:
        expected = NUMBERS[partner.seat.tier] * chance.between(0.5, 1.5)
        number = int(expected) + chance.maybe(expected % 1)
        for _ in range(number if partner.last else 0):
            yield partner, workday(chance.day(after(3, partner.first), before(1)))


def _asked(chance: Chance, city: City, key: str, partner: Partner, day: date) -> Asked:
    answered = _answered(chance, partner, day)
    employee = city.colleague(chance, partner, day)
    asker = next(iter(chance.some(city.present(partner, day), 1)), None)
    row: DemoRow = {
        "id": key,
        "partner_id": partner.id,
        "contact_person_id": asker.id if asker else None,
        "employee_id": employee.id,
        "asked_on": day,
        "cluster_id": employee.cluster if chance.maybe(0.6) else chance.pick(CLUSTERS)[0],
        "due_on": after(chance.number(14, 30), day) if chance.maybe(DUE) else None,
        **_wording(chance, partner),
        **(_answer(chance, partner, answered) if answered else {}),
    }
    way = tuple(_way(chance, city, row, min(answered or END, after(21, day))))
    return Asked(row, partner, way, _moment(chance, city, row, partner, answered))


def _answered(chance: Chance, partner: Partner, day: date) -> date | None:
    if day > before(FORGOTTEN_SINCE) and chance.maybe(FORGOTTEN):
        return None
    days = exp(log(MEDIAN_DAYS.get(partner.seat.sector, 9)) + chance.normal(SPREAD))
    found = max(day, workday(after(round(days), day)))
    return found if found <= END else None


def _wording(chance: Chance, partner: Partner) -> DemoRow:
    kind, lists = chance.pick(KINDS), words("agreements")["questions"]
    topic = chance.pick(words("contacts")["topics"][partner.seat.sector])
    note = chance.pick(lists["notes"]) if chance.maybe(0.4) else None
    return {"kind": kind, "subject": chance.pick(lists[kind]).format(topic=topic), "note": note}


def _answer(chance: Chance, partner: Partner, day: date) -> DemoRow:
    said = chance.maybe(SAID)
    return {
        "answered_on": day,
        "answer": chance.pick(words("agreements")["questions"]["answers"]),
        "partner_satisfied": chance.maybe(partner.quality / 85) if said else None,
    }


def _way(chance: Chance, city: City, row: DemoRow, last: date) -> Iterator[DemoRow]:
    """A referral to another cluster, now and then sent back and on to the next."""
    sent, asked_on = chance.maybe(REFERRED), row["asked_on"]
    if not sent or not isinstance(asked_on, date) or (last - asked_on).days < SHORTEST_WAY:
        return
    first, middle = after(1, asked_on), before((last - asked_on).days // 2, last)
    if chance.maybe(RETURNED):
        yield {**_sent(chance, city, row), "step": 1, "referred_on": first, "returned_on": middle}
        yield {**_sent(chance, city, row), "step": 2, "referred_on": middle, "accepted_on": chance.day(middle, last)}
    else:
        yield {**_sent(chance, city, row), "step": 1, "referred_on": first, "accepted_on": chance.day(first, middle)}


def _sent(chance: Chance, city: City, row: DemoRow) -> DemoRow:
    to = chance.pick([e for e in city.house.staying if e.id != row["employee_id"]])
    return {
        "question_id": row["id"],
        "from_employee_id": row["employee_id"],
        "to_cluster_id": to.cluster,
        "to_employee_id": to.id if chance.maybe(0.6) else None,
    }


def _moment(chance: Chance, city: City, row: DemoRow, partner: Partner, answered: date | None) -> Moment | None:
    if answered is None or not partner.reachable(answered):
        return None
    person = row["contact_person_id"]
    there = [who.id for who in city.present(partner, answered) if who.id == person]
    return Moment(
        key=f"answer {row['id']}",
        day=answered,
        kind="email" if partner.seat.sector == "residents" else chance.pick(("email", "email", "call")),
        partner_id=partner.id,
        subject=f"Antwoord: {row['subject']}",
        employee_ids=(city.colleague(chance, partner, answered).id,),
        person_ids=there,
        occasion="request",
        note=str(row["answer"]),
    )
