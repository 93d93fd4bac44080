"""The rows behind a figure: the very rows that its n counts."""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.measures import declared
from relinsight.measures.answering import Answering
from relinsight.measures.measure import Reckoning
from relinsight.measures.scoping import parameters
from relinsight.measures.subjects import condition, subject_of
from relinsight.warehouse.answers import Row
from relinsight.words.scope import Scope

TOGETHER = "string_agg(DISTINCT name, '; ' ORDER BY name) AS partners"
SHOWN: Mapping[str, str] = {
    "both_views": "partner, name, instrument, us, them, gap",
    "chain": (
        "partner, name, tier, sector, owner, cluster, tied_employees, last_contact_day, days_since_contact, "
        "rhythm_days, silence, chain_break, broken_since, at_stake, uncovered_rank"
    ),
    "contact_named": f"moment, day, kind, initiative, occasion, {TOGETHER}",
    "contact_strength": "moment, day, kind, strength",
    "dealing_day": "dealing, partner, organisation, role, title, first_day, last_day, requested, granted",
    "employee_contact": f"moment, day, kind, {TOGETHER}",
    "form_part": "form, partner, instrument, day, side, respondent, part, score",
    "goal_day": "goal, partner, name, title, horizon, due_on, status, our_answer, their_answer",
    "last_contact": "moment, day, kind, initiative, occasion, days_since",
    "partner_day": "partner, name, tier, tier_of, sector, owner, cluster",
    "portfolio_score": "partner, name, tier, sector, cluster, instrument, score, respondents, newest",
    "promise": "partner, name, tier, promise, is_promised, is_kept",
    "question_day": "question, partner, name, kind, subject, asked_on, answer_by, is_late",
    "tie_contact": "moment, day, kind, strength, days_since",
    "tie_participation": "employee, employee_name, contacts",
    "tied_colleague": "partner, name, employee, employee_name, employee_cluster, stated_strength, colleagues",
    "unlisted": "organisation AS spelling, name, kind, sector, dealings, newest",
}


def rows_behind(data: Answering, scope: Scope, measure: str, by: str, subject: str) -> list[Row]:
    """The rows that made one figure, named as in a list of figures; none where there is no such figure."""
    found = declared(measure)
    way = found.reckoning(by) if found else None
    if found is None or way is None:
        return []
    suffix = measure.removeprefix(found.name)
    sql = (
        f"SELECT {SHOWN[over_of(way)]}\nFROM {over_of(way)}\n"
        f"WHERE {' AND '.join(_conditions(way, by, suffix, scope))}\nGROUP BY ALL\nORDER BY ALL"
    )
    return data.answer(sql, parameters(scope) | {"subject": subject, "suffix": suffix})


def over_of(way: Reckoning) -> str:
    """The fact whose rows lie behind."""
    return way.rows_over or way.over


def _conditions(way: Reckoning, by: str, suffix: str, scope: Scope) -> list[str]:
    parts = ["TRUE", f"({way.rows_among or way.among})"]  # Spark takes `chain WHERE (column)` for an alias of chain
    if not way.rows_of_all:
        parts += [f"{subject_of(way, by)} = $subject", condition(way, by, scope)]
    if way.each:
        parts.append(f"{way.each} = $suffix" if suffix else f"starts_with({way.each}, '@')")
    return parts
