"""Goals: which are current, and who stands behind them."""

from __future__ import annotations

import pytest
from warehouse_from import facts_on, warehouse_from


@pytest.mark.parametrize(
    ("day", "current", "late"),
    [("2026-01-01", True, False), ("2026-06-30", True, False), ("2026-07-01", False, True)],
)
def test_a_goal_is_current_from_its_first_to_its_last_day_and_late_after(day: str, current: bool, late: bool):
    db = warehouse_from("""
        partner
        harbour

        goal   starts_on   due_on      partner_id
        clean  2026-01-01  2026-06-30  harbour
        later  2026-08-01  -           harbour
    """)
    assert facts_on(db, "goal_day", "goal, is_current, is_late", day) == [("clean", current, late)]


def test_the_newest_update_up_to_the_day_decides():
    db = warehouse_from("""
        partner
        harbour

        goal     due_on      partner_id
        dropped  2026-12-31  harbour
        reached  2026-03-31  harbour
        silent   2026-03-31  harbour

        goal_update:goal_id  day         status    progress
        dropped              2026-02-01  on_track  40
        dropped              2026-04-01  dropped   -
        dropped              2026-08-01  agreed    -
        reached              2026-02-01  achieved  100
    """)
    assert facts_on(db, "goal_day", "goal, status, is_current, is_late", "2026-06-30") == [
        ("dropped", "dropped", False, False),
        ("reached", "achieved", False, False),
        ("silent", None, False, True),
    ]
    assert facts_on(db, "goal_state", "goal, status, progress", "2026-03-31") == [
        ("dropped", "on_track", 40.0),
        ("reached", "achieved", 100.0),
    ]


SIDES = """
    partner  tier  contact_person
    harbour  A     dirk
    museum   A     eva

    employee  active_to
    anna      -
    bas       2026-05-31

    contact_person_function:contact_person_id  partner_id  to_date
    fred                                       harbour     2026-05-31

    contact_person
    fred

    goal   partner_id
    clean  harbour;museum

    endorsement:goal_id  side     partner_id  employee_id  contact_person_id  answered_on  answer
"""


def _answers(*lines: str, day: str = "2026-06-30") -> dict[str, tuple[object, ...]]:
    db = warehouse_from(SIDES + "\n".join("    " + line for line in lines))
    return {str(p): tuple(rest) for p, *rest in facts_on(db, "goal_day", "partner, our_answer, their_answer", day)}


def test_our_endorsement_without_a_partner_is_for_all_and_theirs_for_their_own():
    assert _answers(
        "clean  us       -        anna  -     2026-01-01  endorsed",
        "clean  partner  harbour  -     dirk  2026-01-01  endorsed",
    ) == {"harbour": ("endorsed", "endorsed"), "museum": ("endorsed", "none")}


def test_of_each_person_the_newest_answer_holds_and_one_valid_is_enough():
    assert _answers(
        "clean  us       -        anna  -     2026-01-01  endorsed",
        "clean  us       museum   anna  -     2026-02-01  declined",
        "clean  partner  harbour  -     dirk  2026-01-01  endorsed",
        "clean  partner  harbour  -     dirk  2026-02-01  amended",
        "clean  partner  museum   -     eva   2026-01-01  amended",
        "clean  partner  museum   -     eva   2026-02-01  endorsed",
        "clean  partner  museum   -     eva   2026-08-01  declined",
    ) == {"harbour": ("endorsed", "amended"), "museum": ("declined", "endorsed")}


def test_an_endorsement_goes_stale_by_age_and_when_its_person_leaves():
    assert _answers(
        "clean  us       harbour  bas   -     2026-01-01  endorsed",
        "clean  us       museum   anna  -     2025-06-29  endorsed",
        "clean  partner  harbour  -     fred  2026-01-01  endorsed",
        "clean  partner  museum   -     eva   2025-06-30  endorsed",
    ) == {"harbour": ("stale", "stale"), "museum": ("stale", "endorsed")}


def test_a_stale_endorsement_beside_a_valid_one_does_no_harm():
    db = warehouse_from(
        SIDES
        + """    clean  us  harbour  bas   -  2026-01-01  endorsed
    clean  us  harbour  anna  -  2026-01-01  endorsed
    clean  us  museum   bas   -  2026-01-01  endorsed"""
    )
    rows = facts_on(db, "goal_side", "partner, endorses, went_stale", "2026-06-30")
    assert rows == [("harbour", True, False), ("museum", False, True)]
    assert facts_on(db, "goal_answer", "partner, person, is_valid, is_stale", "2026-06-30") == [
        ("harbour", "anna", True, False),
        ("harbour", "bas", False, True),
        ("museum", "bas", False, True),
    ]


def test_without_endorsement_days_an_endorsement_does_not_age():
    db = warehouse_from("""
        partner  tier
        harbour  C

        employee
        anna

        goal   partner_id
        clean  harbour

        endorsement:goal_id  side  employee_id  answered_on
        clean                us    anna         2001-01-01
    """)
    assert facts_on(db, "goal_day", "our_answer", "2026-06-30") == [("endorsed",)]
