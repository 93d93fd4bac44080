"""What the stories are made of: the figures, days and words that were planted and not drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from relinsight.sources.demo.calendar import before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow
from relinsight.sources.demo.moments import Moment

WE_ANSWERED, THEY_ANSWERED = date(2026, 10, 1), date(2026, 10, 9)
ACCOUNTS_REFUSED = date(2026, 11, 2)
WAITING = (
    (date(2026, 10, 5), "Wanneer wordt de verlichting op het plein hersteld?"),
    (date(2026, 11, 12), "Wie komt er naar onze ledenvergadering in december?"),
)
LOST_SINCE = date(2026, 7, 6)

Levels = Mapping[str, float]


def _levels(trust: float, control_mutuality: float, commitment: float, satisfaction: float) -> Levels:
    return {
        "trust": trust,
        "control_mutuality": control_mutuality,
        "commitment": commitment,
        "satisfaction": satisfaction,
    }


# side, perspective, day, how far each respondent is from the mean, and the means
FALSE_CONSENSUS: tuple[tuple[str, str, date, Sequence[float], Levels], ...] = (
    ("us", "own", WE_ANSWERED, (-3.0, 3.0), _levels(62, 55, 66, 57)),
    ("us", "guess", WE_ANSWERED, (-3.0, 3.0), _levels(60, 52, 64, 39)),
    ("partner", "own", THEY_ANSWERED, (-4.0, 0.0, 4.0), _levels(34, 36, 58, 48)),
    ("partner", "guess", THEY_ANSWERED, (-4.0, 0.0, 4.0), _levels(50, 31, 61, 52)),
)


def attempts(city: City) -> Iterator[Moment]:
    """Two calls to the silent partner that nobody answered."""
    chance, partner = Chance(city.seed, "attempts"), city.starring("silent")
    for days in (61, 24):
        day = before(days)
        yield Moment(
            key=f"attempt {days}",
            day=day,
            kind="call",
            partner_id=partner.id,
            subject="Afspraak maken voor het jaargesprek",
            employee_ids=(city.colleague(chance, partner, day).id,),
            achieved=False,
            note="Niet bereikt; het nummer van de secretaris is niet meer in gebruik.",
        )


def strict_subsidy(city: City) -> Iterator[DemoRow]:
    """A subsidy whose accounts were refused, and the inspection that the same colleague does."""
    partner = city.starring("strict_subsidy")
    employee = city.colleague(Chance(city.seed, "strict"), partner, ACCOUNTS_REFUSED)
    shared: DemoRow = {
        "partner_id": partner.id,
        "organisation": partner.name,
        "cluster_id": employee.cluster,
        "employee_id": employee.id,
    }
    yield {
        **shared,
        "role": "subsidy_provider",
        "reference": "SUB-2025-0417",
        "title": "Subsidie 2025, jaarprogramma",
        "year": 2025,
        "opened_on": date(2024, 10, 1),
        "decided_on": date(2024, 12, 16),
        "requested": Decimal("240000.00"),
        "granted": Decimal("225000.00"),
        "accounted": "insufficient",
        "accounted_on": ACCOUNTS_REFUSED,
        "outcome": "toegekend",
    }
    yield {**shared, "role": "regulator", "title": "Toezicht op de verantwoording", "opened_on": date(2026, 9, 1)}


def waiting_questions(city: City) -> Iterator[DemoRow]:
    """What the silent partner asked since, without an answer."""
    partner, chance = city.starring("silent"), Chance(city.seed, "waiting")
    for day, subject in WAITING:
        yield {
            "partner_id": partner.id,
            "employee_id": city.colleague(chance, partner, day).id,
            "kind": "question",
            "asked_on": day,
            "subject": subject,
            "cluster_id": "upkeep",
        }


def lost_question(city: City) -> DemoRow:
    """A request that three clusters have seen and nobody took."""
    partner, day = city.starring("lost_question"), LOST_SINCE
    chance = Chance(city.seed, "lost question")
    asker = next(iter(city.present(partner, day)), None)
    return {
        "partner_id": partner.id,
        "contact_person_id": asker.id if asker else None,
        "employee_id": city.colleague(chance, partner, day).id,
        "kind": "request",
        "asked_on": day,
        "subject": "Wie beslist over de tijdelijke weg langs ons bouwterrein?",
        "note": "Aan drie clusters gestuurd; niemand heeft de vraag aangenomen.",
        "cluster_id": "space",
    }


def lost_referrals(question: DemoRow) -> Iterator[DemoRow]:
    """The way that the lost request went."""
    steps = (
        ("upkeep", date(2026, 7, 9), date(2026, 7, 22)),
        ("space", date(2026, 7, 24), date(2026, 8, 20)),
        ("port", date(2026, 8, 27), None),
    )
    for step, (cluster, referred_on, returned_on) in enumerate(steps, 1):
        yield {
            "question_id": question["id"],
            "step": step,
            "referred_on": referred_on,
            "from_employee_id": question["employee_id"],
            "to_cluster_id": cluster,
            "returned_on": returned_on,
        }
