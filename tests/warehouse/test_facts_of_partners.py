"""What holds for a partner on a day: tier, sector, owner, cluster, ties and the filters that choose by them."""

from __future__ import annotations

import pytest
from warehouse_from import facts_on, warehouse_from


def test_a_subsidiary_shows_the_tier_of_the_nearest_parent_that_has_one_and_no_owner_of_it():
    db = warehouse_from("""
        partner  parent_id  tier  account_manager
        group    -          A     anna
        holding  group      -     -
        shop     holding    -     -
        branch   holding    C     -
    """)
    assert facts_on(db, "partner_day", "partner, tier, tier_of, tier_is_inherited, owner", "2026-06-30") == [
        ("branch", "C", "branch", False, None),
        ("group", "A", "group", False, "anna"),
        ("holding", "A", "group", True, None),
        ("shop", "A", "group", True, None),
    ]


def test_a_tier_that_ended_gives_way_to_that_of_the_parent_the_day_after():
    db = warehouse_from("""
        partner  parent_id  tier
        group    -          B
        shop     group      -

        partner_tier:partner_id  tier  from_date   to_date
        shop                     A     2026-01-01  2026-03-31
    """)
    tier = "tier, tier_is_inherited"
    assert facts_on(db, "partner_day", tier, "2025-12-31")[1] == ("B", True)
    assert ("A", False) in facts_on(db, "partner_day", tier, "2026-01-01")
    assert ("A", False) in facts_on(db, "partner_day", tier, "2026-03-31")
    assert ("B", True) in facts_on(db, "partner_day", tier, "2026-04-01")


def test_parents_in_a_circle_end():
    db = warehouse_from("""
        partner  parent_id  tier
        hen      egg        -
        egg      hen        C
    """)
    assert facts_on(db, "partner_day", "partner, tier, tier_of", "2026-06-30") == [
        ("egg", "C", "egg"),
        ("hen", "C", "egg"),
    ]


@pytest.mark.parametrize(
    ("day", "partners"),
    [("2026-01-31", []), ("2026-02-01", [("harbour",)]), ("2026-05-31", [("harbour",)]), ("2026-06-01", [])],
)
def test_both_ends_of_a_period_belong_to_it(day: str, partners: list[tuple[str]]):
    db = warehouse_from("""
        partner  active_from  active_to
        harbour  2026-02-01   2026-05-31
    """)
    assert facts_on(db, "partner_day", "partner", day) == partners


def test_a_cluster_is_that_of_the_owner_on_the_day():
    db = warehouse_from("""
        partner  account_manager
        harbour  anna
        nobody   -

        cluster_membership:employee_id  cluster_id  from_date   to_date
        anna                            port        -           2026-03-31
        anna                            space       2026-04-01  -
    """)
    assert facts_on(db, "partner_day", "partner, cluster", "2026-03-31") == [("harbour", "port"), ("nobody", None)]
    assert facts_on(db, "partner_day", "partner, cluster", "2026-04-01") == [("harbour", "space"), ("nobody", None)]


def test_only_the_primary_sector_counts():
    db = warehouse_from("""
        partner
        harbour

        partner_sector:partner_id  sector_id  is_primary
        harbour                    care       false
        harbour                    maritime   true
    """)
    assert facts_on(db, "partner_day", "sector", "2026-06-30") == [("maritime",)]


def test_a_tie_is_active_while_its_period_its_employee_and_its_contact_person_are():
    db = warehouse_from("""
        partner
        harbour

        employee  active_from  active_to
        anna      -            -
        bas       -            2026-03-31
        carl      2026-07-01   -

        contact_person  active_to
        dirk            2026-05-31

        tie  employee_id  partner_id  contact_person_id  from_date   to_date
        t1   anna         harbour     -                  -           2026-06-30
        t2   bas          harbour     -                  -           -
        t3   carl         harbour     -                  -           -
        t4   anna         harbour     dirk               -           -
    """)
    assert facts_on(db, "tie_day", "tie", "2026-03-31") == [("t1",), ("t2",), ("t4",)]
    assert facts_on(db, "tie_day", "tie", "2026-06-30") == [("t1",)]
    assert facts_on(db, "tie_day", "tie", "2026-07-01") == [("t3",)]


def test_an_owner_whose_tie_names_a_contact_person_who_left_owns_no_longer():
    db = warehouse_from("""
        partner
        harbour

        employee
        anna

        contact_person  active_to
        dirk            2026-05-31

        tie  employee_id  partner_id  contact_person_id  kind
        t1   anna         harbour     dirk               account_manager
    """)
    assert facts_on(db, "partner_day", "owner", "2026-05-31") == [("anna",)]
    assert facts_on(db, "partner_day", "owner", "2026-06-01") == [(None,)]


def test_a_colleague_with_two_ties_counts_once_and_brings_the_cluster_of_the_day():
    db = warehouse_from("""
        partner  tier  account_manager
        harbour  A     anna

        employee  cluster
        anna      port
        bas       -

        tie  employee_id  partner_id  stated_strength
        t1   anna         harbour     3
        t2   bas          harbour     -
    """)
    columns = "employee, employee_cluster, ties, stated_strength, colleagues"
    assert facts_on(db, "tied_colleague", columns, "2026-06-30") == [
        ("anna", "port", 2, 3, 2),
        ("bas", None, 1, None, 2),
    ]


def test_a_contact_person_needs_a_function_there_on_the_day_and_to_be_active():
    db = warehouse_from("""
        partner  contact_person
        harbour  dirk

        contact_person  active_to
        eva             2026-03-31

        contact_person_function:contact_person_id  partner_id  to_date
        eva                                        harbour     -
        fred                                       harbour     2026-01-31
    """)
    assert facts_on(db, "function_day", "contact_person", "2026-06-30") == [("dirk",)]


def test_the_newest_policy_holds_until_its_end_and_then_nothing_is_promised():
    db = warehouse_from("""
        tier_policy:tier  from_date   rhythm_days  to_date
        A                 -           60           -
        A                 2026-03-01  30           2026-05-31
    """)
    assert facts_on(db, "policy_day", "rhythm_days", "2026-02-28") == [(60,)]
    assert facts_on(db, "policy_day", "rhythm_days", "2026-05-31") == [(30,)]
    assert facts_on(db, "policy_day", "rhythm_days", "2026-06-01") == []


@pytest.mark.parametrize(
    ("filters", "partners"),
    [
        ({}, ["gone", "harbour", "museum", "water"]),
        ({"sectors": ["maritime"]}, ["harbour"]),
        ({"sectors": ["(none)"]}, ["water"]),
        ({"tiers": ["A", "(none)"]}, ["harbour", "water"]),
        ({"account_managers": ["(none)"], "tiers": ["B"]}, ["museum"]),
        ({"clusters": ["(none)"]}, ["harbour", "museum", "water"]),
    ],
)
def test_filters_choose_by_the_state_on_the_day(filters: dict[str, list[str]], partners: list[str]):
    db = warehouse_from("""
        partner  tier  sector    account_manager  active_to
        harbour  A     maritime  anna             -
        museum   B     culture   -                -
        water    -     -         bas              -
        gone     A     maritime  anna             2025-12-31
    """)
    assert [row[0] for row in facts_on(db, "chosen", "partner", "2026-06-30", **filters)] == partners
