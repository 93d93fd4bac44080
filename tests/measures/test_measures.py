"""Measures against worked examples, and what a scope does to them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from oracles import oracle
from warehouse_from import warehouse_from

from relinsight.measures.compute import figures, stand
from relinsight.measures.figure import Figure
from relinsight.measures.intervals import half_width
from relinsight.warehouse.connection import Warehouse
from relinsight.words.scope import Period, Scope

DAY = date(2026, 6, 30)


def _one(db: Warehouse, measure: str, by: str, subject: str, **scope: Any) -> Figure:
    (found,) = [f for f in figures(db, Scope(DAY, **scope), by, [measure]) if f.subject == subject]
    return found


def test_an_interval_is_narrowed_where_the_group_is_small():
    example = oracle("fpc")
    half = half_width(example["n"], example["s"], example["N"])
    assert half == pytest.approx(example["half_width_fpc"], abs=1e-6)


@pytest.mark.parametrize(("n", "people"), [(1, 10), (8, 8), (8, 7)])
def test_a_census_or_a_single_answer_has_no_interval(n: int, people: int):
    assert half_width(n, 1.2, people) is None


def test_the_interval_of_a_group_has_its_partners_as_people():
    db = warehouse_from("""
        partner  tier
        p1       A
        p2       A
        p3       A
        p4       A

        assessment  partner_id  day         side     contact_person_id  trust
        f1          p1          2026-06-01  partner  dirk               3
        f2          p2          2026-06-01  partner  dirk               5
        f3          p3          2026-06-01  partner  dirk               7
    """)
    found = _one(db, "quality_partner@relation-9", "portfolio", "portfolio")
    assert (found.value, found.n, found.unknown, found.state) == (50.0, 3, 1, None)
    assert found.high == pytest.approx(50 + (half_width(3, 25.0, 4) or 0))
    assert found.low == pytest.approx(100 - found.high)


def test_two_partners_are_too_few_for_a_group_score():
    db = warehouse_from("""
        partner  tier
        p1       A
        p2       A

        assessment  partner_id  day         side     contact_person_id  trust
        f1          p1          2026-06-01  partner  dirk               3
        f2          p2          2026-06-01  partner  dirk               5
    """)
    found = _one(db, "quality_partner@relation-9", "portfolio", "portfolio")
    assert (found.value, found.n, found.low, found.state) == (37.5, 2, None, "too_few")


def test_the_strength_of_a_tie_is_that_of_the_worked_example():
    db = warehouse_from("""
        partner  account_manager
        harbour  anna

        contact_moment  day         kind   partner_id  employee_id
        m1              2026-06-20  visit  harbour     anna
        m2              2026-03-22  call   harbour     anna
        m3              2025-05-26  visit  harbour     anna
    """)
    assert _one(db, "tie_strength", "tie", "anna>harbour").value == pytest.approx(oracle("decay")["score"], abs=1e-6)
    assert _one(db, "tie_strength", "partner", "harbour").value == pytest.approx(oracle("decay")["score"], abs=1e-6)


def test_coverage_is_that_of_the_worked_example():
    example = oracle("coverage")
    lines = [
        f"{tier}{n}  {tier}  anna  {'dirk' if n < covered else '-'}  2026-06-30"
        for tier, (covered, all_) in example["tiers"].items()
        for n in range(all_)
    ]
    db = warehouse_from("partner  tier  account_manager  contact_person  last_contact\n" + "\n".join(lines))
    plain, weighted = stand(db, Scope(DAY), "coverage_share", "coverage_weighted")
    assert plain.value == pytest.approx(example["plain"], abs=1e-6)
    assert weighted.value == pytest.approx(example["weighted"], abs=1e-6)


def test_what_is_lost_when_somebody_leaves_is_that_of_the_worked_example():
    example = oracle("bus")
    partners = "\n".join(f"{partner}  A" for partner in example["cover"])
    ties = [(partner, name) for partner, names in example["cover"].items() for name in names]
    lines = "\n".join(f"t{n}  {name}  {partner}" for n, (partner, name) in enumerate(ties))
    people = "\n".join(example["lost_if_leaves"])
    db = warehouse_from(f"partner  tier\n{partners}\n\nemployee\n{people}\n\ntie  employee_id  partner_id\n{lines}")
    lost = {f.subject: f.value for f in figures(db, Scope(DAY), "employee", ["loses_last_tie"])}
    assert lost == example["lost_if_leaves"]
    single, without = stand(db, Scope(DAY), "single_points_of_failure", "without_tie")
    assert (single.value, without.value) == (len(example["single_threaded"]), example["uncovered_now"])


def test_the_effective_number_of_ties_is_that_of_the_worked_example():
    names = ("anna", "bas", "carl")
    contacts = [name for name, times in zip(names, oracle("bus")["contacts"], strict=True) for _ in range(times)]
    lines = "\n".join(f"m{n}  2026-06-01  harbour  {name}" for n, name in enumerate(contacts))
    ties = "\n".join(f"t{name}  {name}  harbour" for name in names)
    people = "\n".join(names)
    db = warehouse_from(
        f"partner\nharbour\n\nemployee\n{people}\n\ntie  employee_id  partner_id\n{ties}\n\n"
        f"contact_moment  day  partner_id  employee_id\n{lines}"
    )
    found = _one(db, "effective_ties", "partner", "harbour")
    assert found.value == pytest.approx(oracle("bus")["effective_number"], abs=1e-6)


PLACES = """
    partner  tier  sector    account_manager  contact_person  last_contact
    harbour  A     maritime  anna             dirk            2026-06-01
    museum   B     culture   bas              -               2026-06-01
    water    -     maritime  -                -               2026-06-01

    contact_moment  day         kind   initiative  occasion  partner_id
    m1              2026-03-01  visit  us          regular   harbour;museum
    m2              2025-03-01  visit  us          regular   harbour

    dealing  organisation  opened_on   partner_id
    d1       Mill          2026-01-01  -
    d2       Water         2026-01-01  water
"""


@pytest.mark.parametrize(
    ("measure", "scope", "value"),
    [
        ("partners", {}, 2),
        ("partners", {"sectors": ("maritime",)}, 1),
        ("uncovered", {}, 1),
        ("uncovered", {"account_managers": ("anna",)}, 0),
        ("contacts", {}, 3),
        ("contacts", {"sectors": ("maritime",)}, 2),
        ("contacts", {"period": Period(date(2026, 3, 1), date(2026, 3, 1))}, 1),
        ("contacts", {"period": Period(date(2025, 1, 1), date(2026, 12, 31))}, 4),
        ("not_on_list", {}, 2),
        ("not_on_list", {"sectors": ("maritime",)}, 1),
        ("not_on_list", {"sectors": ("(none)",)}, 1),
        ("not_on_list", {"tiers": ("A",)}, 0),
        ("covered", {}, 1),
        ("in_time", {}, 2),
        ("never_contacted", {}, 0),
        ("both_assessed", {}, 0),
        ("partners_known", {}, 3),
        ("dealings_open", {}, 1),
    ],
)
def test_filters_and_period_choose_what_is_counted(measure: str, scope: dict[str, Any], value: float):
    (found,) = stand(warehouse_from(PLACES), Scope(DAY, **scope), measure)
    assert found.value == value


def test_a_rank_stays_that_of_the_portfolio():
    db = warehouse_from("""
        partner  tier  sector
        harbour  A     maritime
        museum   B     culture
    """)
    found = _one(db, "uncovered_rank", "partner", "museum", sectors=("culture",))
    assert (found.value, found.n) == (2, 2)
    assert {f.subject for f in figures(db, Scope(DAY, sectors=("culture",)), "partner")} == {"museum"}


def test_a_partner_without_a_tier_has_only_what_needs_no_promise():
    names = {f.measure for f in figures(warehouse_from(PLACES), Scope(DAY), "partner") if f.subject == "water"}
    assert names == {
        "contacts", "days_since_contact", "effective_ties", "goals_current", "goals_late", "proactive_share",
        "questions_open", "reciprocity", "tie_strength", "tied_clusters", "tied_employees",
    }  # fmt: skip


def test_below_the_floor_a_figure_keeps_its_value_and_says_so():
    found = _one(warehouse_from(PLACES), "proactive_share", "partner", "museum")
    assert (found.value, found.n, found.state) == (0.5, 2, "too_few")


def test_without_any_contact_a_share_is_unknown():
    db = warehouse_from("""
        partner  tier
        harbour  A
    """)
    found = _one(db, "proactive_share", "partner", "harbour")
    assert (found.value, found.n, found.state) == (None, 0, "too_few")


def test_where_there_is_no_portfolio_counts_are_0_and_shares_unknown():
    found = {f.measure: (f.value, f.n) for f in stand(warehouse_from("partner\nharbour"), Scope(DAY))}
    assert found["partners"] == (0, None)
    assert found["coverage_share"] == (None, 0)
    assert found["contacts"] == (0, None)


def test_each_day_is_held_against_its_own_promise():
    db = warehouse_from("""
        tier_policy:tier  from_date   rhythm_days
        A                 -           10
        A                 2026-06-01  90

        partner  tier  account_manager  contact_person  last_contact
        harbour  A     anna             dirk            2026-05-01
    """)
    scope = Scope(DAY, since=date(2026, 5, 31))
    assert [f.value for day in (DAY, date(2026, 5, 31)) for f in stand(db, scope.on(day), "uncovered")] == [0, 1]


def test_a_name_is_counted_once_whichever_blanks_and_unseen_signs_its_spellings_hold():
    db = warehouse_from("""
        partner_alias:partner_id  alias
        -                         Various~residents

        dealing  organisation              opened_on
        d1       Ship~Yard                 2026-01-01
        d2       SHIP\u00a0yard            2026-01-01
        d3       Ship\u202fY\u200bard      2026-01-01
        d4       various\u00a0Residents    2026-01-01
    """)
    assert _one(db, "not_on_list", "portfolio", "portfolio").value == 1
