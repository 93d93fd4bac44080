"""Questions that wait, dealings that are open, and organisations that are not on the list."""

from __future__ import annotations

from warehouse_from import facts_on, warehouse_from


def test_a_question_is_late_past_its_due_day_else_past_the_days_of_the_tier():
    db = warehouse_from("""
        partner  tier
        harbour  A
        water    -

        question  partner_id  asked_on    due_on      answered_on
        q1        harbour     2026-06-16  -           -
        q2        harbour     2026-06-15  -           -
        q3        harbour     2026-01-01  2026-06-30  -
        q4        harbour     2026-06-20  2026-06-29  -
        q5        harbour     2026-01-01  -           2026-06-30
        q6        harbour     2026-01-01  -           2026-07-01
        q7        harbour     2026-07-01  -           -
        q8        water       2020-01-01  -           -
    """)
    assert facts_on(db, "question_day", "question, is_open, is_late", "2026-06-30") == [
        ("q1", True, False),
        ("q2", True, True),
        ("q3", True, False),
        ("q4", True, True),
        ("q5", False, False),
        ("q6", True, True),
        ("q8", True, False),
    ]


def test_a_dealing_with_a_year_only_is_open_that_year_and_one_by_hand_always():
    db = warehouse_from("""
        dealing  partner_id  year  opened_on   closed_on
        d1       harbour     2026  -           -
        d2       harbour     2025  -           -
        d3       harbour     2025  2025-03-01  -
        d4       harbour     2025  2025-03-01  2026-06-30
        d5       harbour     2025  2025-03-01  2026-06-29
        d6       harbour     -     -           -
        d7       harbour     2026  2026-07-01  -
    """)
    opened = facts_on(db, "(SELECT * FROM dealing_day WHERE is_open)", "dealing", "2026-06-30")
    assert opened == [("d1",), ("d3",), ("d4",), ("d6",)]
    assert facts_on(db, "dealing_span", "first_day, last_day", "2026-06-30")[0] == ("2025-01-01", "2025-12-31")


def test_what_was_decided_or_settled_later_is_not_known_yet():
    db = warehouse_from("""
        dealing  opened_on   decided_on  closed_on   granted  settled  accounted   accounted_on
        d1       2026-01-01  2026-06-30  2026-06-30  100      90       sufficient  2026-06-30
        d2       2026-01-01  2026-07-01  2026-07-02  100      90       sufficient  2026-07-03
    """)
    rows = facts_on(db, "dealing_day", "dealing, CAST(granted AS INT), CAST(settled AS INT), accounted", "2026-06-30")
    assert rows == [("d1", 100, 90, "sufficient"), ("d2", None, None, None)]


def test_not_on_the_list_are_strangers_once_and_partners_without_a_tier_active_or_not():
    db = warehouse_from("""
        partner  tier  sector    active_to
        harbour  A     maritime  -
        museum   -     culture   2025-12-31

        partner_alias:partner_id  alias
        -                         Various~~Residents
        harbour                   Port

        dealing  partner_id  organisation       opened_on
        d1       harbour     Harbour            2026-01-01
        d2       museum      Museum             2023-07-01
        d3       -           Ship Yard          2026-01-01
        d4       -           SHIP~~yard~        2025-01-01
        d5       -           VARIOUS residents  2026-01-01
        d6       -           Old Mill           2023-06-30
        d7       -           New Mill           2026-07-01
        d8       -           -                  2026-01-01
    """)
    assert facts_on(db, "unlisted", "organisation, partner, sector, dealings", "2026-06-30") == [
        ("museum", "museum", "culture", 1),
        ("ship yard", None, None, 2),
    ]


def test_of_a_leap_day_three_years_earlier_is_the_last_of_february():
    db = warehouse_from("""
        dealing  organisation  opened_on
        d1       Mill          2025-02-28
        d2       Yard          2025-03-01
    """)
    assert facts_on(db, "unlisted", "organisation", "2028-02-29") == [("yard",)]
