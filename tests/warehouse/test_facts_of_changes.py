"""What changed between two days, by name."""

from __future__ import annotations

from warehouse_from import facts_on, warehouse_from

NAMED = "partner, change, before, after, since_day, is_good"


def _changes(text: str) -> list[tuple[object, ...]]:
    return facts_on(warehouse_from(text), "what_changed", NAMED, "2026-06-30", since="2026-03-31")


def test_a_silence_that_grew_and_the_cover_that_went_with_it():
    assert _changes("""
        partner  tier  account_manager  contact_person  last_contact
        harbour  B     anna             dirk            2026-02-01
    """) == [
        ("harbour", "silence", "in_time", "cooling", "2026-06-01", False),
        ("harbour", "uncovered", "assessed", "in_time", "2026-06-01", False),
    ]


def test_a_contact_brings_a_partner_back():
    assert _changes("""
        partner  tier  account_manager  contact_person  last_contact
        harbour  C     anna             dirk            2026-05-05
    """) == [
        ("harbour", "covered", "in_time", "none", None, True),
        ("harbour", "silence", "never", "in_time", "2026-05-05", True),
    ]


def test_an_owner_and_a_last_tie_that_were_lost():
    assert _changes("""
        partner  tier  contact_person  last_contact
        harbour  C     dirk            2026-03-01

        employee
        anna

        tie  employee_id  partner_id  kind             to_date
        t1   anna         harbour     account_manager  2026-05-31
    """) == [
        ("harbour", "last_tie_lost", "1", "0", "2026-06-01", False),
        ("harbour", "owner_lost", None, None, "2026-06-01", False),
        ("harbour", "uncovered", "none", "owner", "2026-06-01", False),
    ]


def test_a_goal_that_both_endorse_now_and_one_that_is_late_now():
    text = """
        partner  tier  contact_person
        harbour  C     dirk

        employee
        anna

        goal   partner_id  due_on
        clean  harbour     -
        quiet  harbour     2026-05-31
        old    harbour     2026-01-31

        endorsement:goal_id  side     partner_id  employee_id  contact_person_id  answered_on
        clean                us       -           anna         -                  2026-01-01
        clean                partner  harbour     -            dirk               2026-05-01
    """
    assert _changes(text) == [
        ("harbour", "goal_endorsed", None, "clean", "2026-05-01", True),
        ("harbour", "goal_late", None, "quiet", "2026-05-31", False),
    ]
    moved = facts_on(warehouse_from(text), "goal_move", "goal, change", "2026-06-30", since="2026-03-31")
    assert moved == [("clean", "goal_endorsed"), ("quiet", "goal_late")]


def test_who_joined_or_left_the_portfolio_did_not_change():
    assert (
        _changes("""
        partner  active_from  active_to
        joined   2026-05-01   -
        left     -            2026-05-01

        partner_tier:partner_id  tier
        joined                   A
        left                     A
    """)
        == []
    )


def test_silence_moves_by_steps_for_the_worse():
    db = warehouse_from("""
        partner  tier  last_contact
        harbour  A     2026-02-15
    """)
    rows = facts_on(db, "silence_move", "silence_before, silence, steps", "2026-06-30", since="2026-03-31")
    assert rows == [("in_time", "dormant", 2)]
