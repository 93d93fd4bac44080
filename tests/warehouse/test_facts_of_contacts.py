"""Contacts: which count, in whose groups, and what they still weigh."""

from __future__ import annotations

import pytest
from warehouse_from import facts_on, warehouse_from


def test_an_attempt_and_a_moment_after_the_day_are_no_contact():
    db = warehouse_from("""
        partner
        harbour

        contact_moment  day         achieved  partner_id
        m1              2026-01-15  true      harbour
        m2              2026-02-15  false     harbour
        m3              2026-03-15  -         harbour
        m4              2026-07-01  true      harbour
    """)
    assert facts_on(db, "contact", "moment", "2026-06-30") == [("m1",)]
    assert facts_on(db, "last_contact", "moment, day, days_since", "2026-06-30") == [("m1", "2026-01-15", 166)]


def test_of_two_contacts_on_the_last_day_one_moment_says_who_and_what():
    db = warehouse_from("""
        partner
        harbour

        contact_moment  day         kind   partner_id
        m1              2026-01-15  visit  harbour
        m2              2026-01-15  email  harbour
    """)
    assert facts_on(db, "last_contact", "moment, kind", "2026-06-30") == [("m2", "email")]


def test_contacts_look_back_365_days_and_stand_in_the_groups_of_their_own_day():
    db = warehouse_from("""
        partner  sector
        harbour  maritime

        partner_tier:partner_id  tier  from_date   to_date
        harbour                  B     2025-07-02  2025-12-31
        harbour                  A     2026-01-01  -

        contact_moment  day         partner_id
        m1              2025-06-30  harbour
        m2              2025-07-01  harbour
        m3              2025-12-31  harbour
        m4              2026-06-30  harbour
    """)
    assert facts_on(db, "contact_counted", "moment, tier, in_portfolio, sector", "2026-06-30") == [
        ("m2", None, False, "maritime"),
        ("m3", "B", True, "maritime"),
        ("m4", "A", True, "maritime"),
    ]


def test_an_empty_initiative_or_occasion_is_not_proactive():
    db = warehouse_from("""
        partner
        harbour

        contact_moment  day         initiative  occasion  partner_id
        m1              2026-01-01  us          regular   harbour
        m2              2026-01-02  both        request   harbour
        m3              2026-01-03  us          issue     harbour
        m4              2026-01-04  partner     regular   harbour
        m5              2026-01-05  us          -         harbour
        m6              2026-01-06  -           regular   harbour
    """)
    proactive = [row[0] for row in facts_on(db, "contact_counted", "moment, is_proactive", "2026-06-30") if row[1]]
    assert proactive == ["m1", "m2"]


def test_strength_halves_in_90_days_weighs_the_kind_and_is_shared_by_the_partners():
    db = warehouse_from("""
        partner
        harbour
        museum

        contact_moment  day         kind   partner_id
        m1              2026-06-30  visit  harbour
        m2              2026-04-01  visit  harbour;museum
        m3              2026-06-30  email  harbour
    """)
    assert facts_on(db, "contact_strength", "moment, partner, strength", "2026-06-30") == [
        ("m1", "harbour", pytest.approx(3)),
        ("m2", "harbour", pytest.approx(0.75)),
        ("m2", "museum", pytest.approx(0.75)),
        ("m3", "harbour", pytest.approx(0.5)),
    ]


TIED = """
    partner  account_manager
    harbour  anna

    tie  employee_id  partner_id  stated_strength  to_date
    t1   bas          harbour     4                -
    t2   carl         harbour     -                2026-01-31

    employee  name
    anna      Anna
    bas       Bas
    carl      Carl

    contact_moment  day         kind     partner_id  employee_id
    m1              2026-06-30  visit    harbour     carl
    m2              2026-06-30  meeting  harbour     anna;carl
    m3              2026-04-01  visit    harbour     anna
"""


def test_a_tie_has_the_contacts_of_that_employee_and_that_partner_also_when_there_are_none():
    assert facts_on(warehouse_from(TIED), "tie_strength", "employee, strength, last_met, days_since", "2026-06-30") == [
        ("anna", pytest.approx(4.5), "2026-06-30", 0),
        ("bas", 0.0, None, None),
    ]


def test_who_took_part_counts_only_with_an_active_tie():
    assert facts_on(warehouse_from(TIED), "tie_participation", "employee, contacts", "2026-06-30") == [("anna", 2)]


def test_an_employee_has_all_contacts_with_whomever():
    rows = facts_on(warehouse_from(TIED), "employee_contact", "employee, moment", "2026-06-30")
    assert rows == [("anna", "m2"), ("anna", "m3"), ("carl", "m1"), ("carl", "m2")]


def test_best_placed_is_the_strongest_tie_then_the_stated_one_then_the_first_id():
    db = warehouse_from("""
        partner  account_manager
        harbour  anna
        museum   anna
        water    bas
        nobody   -

        employee
        anna
        bas

        tie  employee_id  partner_id  stated_strength
        t1   bas          harbour     4
        t2   bas          museum      4
        t3   anna         water       -

        contact_moment  day         partner_id  employee_id
        m1              2026-06-01  harbour     anna
    """)
    assert facts_on(db, "best_placed", "partner, employee, last_met", "2026-06-30") == [
        ("harbour", "anna", "2026-06-01"),
        ("museum", "bas", None),
        ("water", "anna", None),
    ]
