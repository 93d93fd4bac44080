"""The chain of promises: its links, where it breaks, since when, and who comes first."""

from __future__ import annotations

import pytest
from warehouse_from import facts_on, warehouse_from


def test_the_chain_breaks_at_the_first_link_that_does_not_hold():
    db = warehouse_from("""
        partner   tier  account_manager  contact_person  last_contact
        nobody    A     -                dirk            2026-06-30
        noperson  A     anna             -               2026-06-30
        late      A     anna             dirk            2026-04-30
        intime    A     anna             dirk            2026-05-01
        small     C     anna             dirk            2026-05-01
        outside   -     anna             dirk            2026-06-30
    """)
    assert facts_on(db, "chain", "partner, links_kept, chain_break, is_uncovered", "2026-06-30") == [
        ("intime", 3, "assessed", False),
        ("late", 2, "in_time", True),
        ("nobody", 0, "owner", True),
        ("noperson", 1, "contact_person", True),
        ("small", 5, "none", False),
    ]


@pytest.mark.parametrize(
    ("last", "ratio", "silence"),
    [
        ("2026-05-01", 1.0, "in_time"),
        ("2026-04-30", 61 / 60, "cooling"),
        ("2026-04-01", 1.5, "cooling"),
        ("2026-03-31", 91 / 60, "dormant"),
        ("2026-01-01", 3.0, "dormant"),
        ("2025-12-31", 181 / 60, "lost"),
        ("-", None, "never"),
    ],
)
def test_silence_has_a_state(last: str, ratio: float | None, silence: str):
    db = warehouse_from(f"""
        partner  tier  last_contact
        harbour  A     {last}
    """)
    assert facts_on(db, "link", "overdue_ratio, silence", "2026-06-30") == [(pytest.approx(ratio) if ratio else None, silence)]


def test_what_is_not_promised_passes_but_never_stays_never():
    db = warehouse_from("""
        tier_policy:tier  rhythm_days
        A                 60

        partner  tier  last_contact
        harbour  B     2001-01-01
        museum   B     -
    """)
    columns = "partner, silence, overdue_ratio, is_in_time, is_assessed, has_goals, is_contact_promised"
    assert facts_on(db, "link", columns, "2026-06-30") == [
        ("harbour", "not_promised", None, True, True, True, False),
        ("museum", "never", None, True, True, True, False),
    ]
    assert {(promised, kept) for promised, kept in facts_on(db, "promise", "is_promised, is_kept", "2026-06-30")} == {(False, True)}


def test_each_promised_horizon_needs_a_goal_that_both_endorse():
    db = warehouse_from("""
        partner  tier  contact_person
        harbour  A     dirk
        museum   B     dirk

        employee
        anna

        goal  horizon    partner_id
        year  year       harbour;museum
        far   strategic  harbour

        endorsement:goal_id  side     partner_id  employee_id  contact_person_id  answered_on
        year                 us       -           anna         -                  2026-01-01
        far                  us       -           anna         -                  2026-01-01
        year                 partner  harbour     -            dirk               2026-01-01
        year                 partner  museum      -            dirk               2026-01-01
    """)
    assert facts_on(db, "link", "partner, has_goals", "2026-06-30") == [("harbour", False), ("museum", True)]
    kept = {(p, promise): kept for p, promise, kept in facts_on(db, "promise", "partner, promise, is_kept", "2026-06-30")}
    assert kept["harbour", "needs_year_goal"]
    assert not kept["harbour", "needs_strategic_goal"]
    assert kept["museum", "needs_strategic_goal"]
    assert kept["harbour", "endorsement_days"]
    assert not kept["harbour", "rhythm_days"]
    assert not kept["harbour", "min_ties"]


def test_uncovered_are_ranked_by_tier_then_stakes_then_silence_and_equals_share_a_rank():
    db = warehouse_from("""
        partner  tier  last_contact
        b-never  B     -
        a-late   A     2026-01-01
        a-same   A     2026-01-01
        a-never  A     -
        a-stake  A     2026-02-01
        a-later  A     2026-01-15

        dealing  partner_id
        d1       a-stake
    """)
    assert facts_on(db, "chain", "uncovered_rank, partner, at_stake", "2026-06-30") == [
        (1, "a-stake", 1),
        (2, "a-never", 0),
        (3, "a-late", 0),
        (3, "a-same", 0),
        (5, "a-later", 0),
        (6, "b-never", 0),
    ]


def test_since_when_it_is_broken():
    db = warehouse_from("""
        partner   tier  account_manager  contact_person  last_contact
        noperson  A     anna             -               2026-06-01
        late      A     anna             dirk            2026-03-01
        never     A     anna             dirk            -
        nobody    A     -                dirk            2026-06-01
        lost      A     -                dirk            2026-06-01

        tie  employee_id  partner_id  kind             to_date
        t1   anna         lost        account_manager  2026-02-28

        contact_person_function:contact_person_id  partner_id  to_date
        eva                                        noperson    2026-05-31

        contact_person
        eva

        employee
        anna
    """)
    assert facts_on(db, "chain", "partner, broken_since", "2026-06-30") == [
        ("late", "2026-05-01"),
        ("lost", "2026-03-01"),
        ("never", None),
        ("nobody", None),
        ("noperson", "2026-06-01"),
    ]


def test_what_stands_for_a_partner_without_a_tier_too():
    db = warehouse_from("""
        partner  account_manager  contact_person  last_contact
        harbour  anna             dirk            2026-06-01

        question  partner_id  asked_on
        q1        harbour     2026-01-01
    """)
    columns = "in_portfolio, tied_employees, contact_persons, days_since_contact, questions_open, questions_late"
    assert facts_on(db, "partner_standing", columns, "2026-06-30") == [(False, 1, 1, 29, 1, 0)]
