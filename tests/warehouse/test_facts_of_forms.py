"""Forms: which count on a day, and how answers become scores."""

from __future__ import annotations

import pytest
from oracles import oracle
from warehouse_from import facts_on, warehouse_from


def test_of_each_respondent_the_newest_form_counts_within_the_days_of_the_tier():
    db = warehouse_from("""
        partner  tier
        harbour  A
        museum   C

        assessment  partner_id  day         side     employee_id  contact_person_id  trust
        f1          harbour     2026-01-15  us       anna         -                  5
        f2          harbour     2026-03-15  us       anna         -                  6
        f3          harbour     2025-06-30  us       bas          -                  7
        f4          harbour     2025-06-29  partner  -            dirk               7
        f5          museum      2015-01-01  partner  -            dirk               7
        f6          harbour     2026-07-01  us       anna         -                  9
    """)
    assert facts_on(db, "form", "form", "2026-06-30") == [("f2",), ("f3",), ("f5",)]


def test_a_form_without_a_score_is_none_and_of_one_day_the_highest_id_counts():
    db = warehouse_from("""
        partner  tier
        harbour  A

        assessment  partner_id  day         side  employee_id  trust  commitment
        f1          harbour     2026-01-15  us    anna         5      -
        f2          harbour     2026-01-15  us    anna         -      6
        f3          harbour     2026-03-15  us    anna         -      -
    """)
    assert facts_on(db, "form", "form", "2026-06-30") == [("f2",)]
    assert facts_on(db, "form_part", "dimension", "2026-06-30") == [("commitment",), (None,)]


def test_unnamed_forms_count_within_60_days_of_the_newest_of_the_same_side_and_perspective():
    db = warehouse_from("""
        partner  tier
        harbour  A

        assessment  partner_id  day         side     perspective  trust
        f1          harbour     2026-06-01  partner  own          5
        f2          harbour     2026-04-02  partner  own          6
        f3          harbour     2026-04-01  partner  own          7
        f4          harbour     2026-01-01  partner  guess        8
    """)
    assert facts_on(db, "form", "form", "2026-06-30") == [("f1",), ("f2",), ("f4",)]


def test_a_form_on_the_side_of_the_partner_has_its_contact_person_as_respondent():
    db = warehouse_from("""
        partner  tier
        harbour  A

        assessment  partner_id  day         side     employee_id  contact_person_id  trust
        f1          harbour     2026-06-01  partner  anna         dirk               5
        f2          harbour     2026-06-02  partner  bas          dirk               6
    """)
    assert facts_on(db, "form", "form, respondent", "2026-06-30") == [("f2", "dirk")]


def test_items_are_turned_where_the_instrument_says_so():
    example = oracle("scale")
    items = "\n".join(f"own  trust  t{n}  1  9  false" for n, _ in enumerate(example["trust_items"]))
    turned = example["cm_reversed_index"]
    more = "\n".join(f"own  influence  i{n}  1  9  {'true' if n == turned else 'false'}" for n, _ in enumerate(example["cm_items_raw"]))
    heads = [f"trust.t{n}" for n, _ in enumerate(example["trust_items"])]
    heads += [f"influence.i{n}" for n, _ in enumerate(example["cm_items_raw"])]
    scores = [*map(str, example["trust_items"]), *map(str, example["cm_items_raw"])]
    db = warehouse_from(
        "partner  tier\nharbour  A\n\n"
        f"instrument_item:instrument_id  dimension  item  scale_min  scale_max  reversed\n{items}\n{more}\n\n"
        f"assessment  partner_id  day  side  employee_id  instrument_id  {'  '.join(heads)}\n"
        f"f1  harbour  2026-06-01  us  anna  own  {'  '.join(scores)}"
    )
    assert facts_on(db, "form_part", "dimension, score", "2026-06-30") == [
        ("influence", pytest.approx(example["cm_0_100"])),
        ("trust", pytest.approx(example["trust_0_100"])),
        (None, pytest.approx((example["cm_0_100"] + example["trust_0_100"]) / 2)),
    ]


def test_a_side_score_is_the_equal_mean_over_dimensions_of_the_mean_over_respondents():
    db = warehouse_from("""
        partner  tier
        harbour  A

        assessment  partner_id  day         side  employee_id  trust  commitment
        f1          harbour     2026-06-01  us    anna         9      -
        f2          harbour     2026-06-01  us    bas          5      5
    """)
    assert facts_on(db, "part_score", "part, score, respondents", "2026-06-30") == [
        ("commitment", 50.0, 1),
        ("trust", 75.0, 2),
        (None, 62.5, 2),
    ]


def test_a_family_is_the_mean_of_its_dimensions():
    example = oracle("partner")
    lines = "\n".join(
        f"f{n}  harbour  2026-06-01  partner  p{n}  partner-4  {a}  {b}  {c}" for n, (a, b, c) in enumerate(example["ratings_1_4"])
    )
    db = warehouse_from(
        "partner  tier\nharbour  A\n\n"
        "assessment  partner_id  day  side  contact_person_id  instrument_id  reliability  shared_mission  openness\n" + lines
    )
    rows = dict(facts_on(db, "part_score", "part, score", "2026-06-30"))
    assert rows["trust"] == pytest.approx(example["pct_rescaled"])
    assert "value" not in rows


BOTH = """
    partner  tier  account_manager  contact_person
    harbour  A     anna             dirk
    museum   A     -                -
    water    -     -                -

    assessment  partner_id  day         side     perspective  employee_id  contact_person_id  trust
    f1          harbour     2026-06-01  us       own          anna         -                  7
    f2          harbour     2026-06-01  partner  own          -            dirk               5
    f3          museum      2026-06-01  us       guess        anna         -                  5
    f4          water       2026-06-01  us       own          anna         -                  5
"""


def test_a_partner_of_the_portfolio_has_a_row_an_instrument_side_and_part_known_or_not():
    db = warehouse_from(BOTH)
    rows = facts_on(db, "partner_score", "partner, side, score, respondents, people", "2026-06-30")
    whole = facts_on(
        db,
        "(SELECT * FROM partner_score WHERE part IS NULL)",
        "partner, side, score, respondents, people",
        "2026-06-30",
    )
    assert len(rows) == 2 * 2 * 5
    assert whole == [
        ("harbour", "partner", 50.0, 1, 1),
        ("harbour", "us", 75.0, 1, 1),
        ("museum", "partner", None, 0, 0),
        ("museum", "us", None, 0, 0),
    ]


def test_a_gap_needs_both_sides():
    assert facts_on(warehouse_from(BOTH), "both_views", "partner, us, them, gap", "2026-06-30") == [
        ("harbour", 75.0, 50.0, 25.0),
        ("museum", None, None, None),
    ]


def test_a_group_counts_those_without_a_score():
    assert facts_on(warehouse_from(BOTH), "portfolio_score", "partner, side, score", "2026-06-30") == [
        ("harbour", "partner", 50.0),
        ("harbour", "us", 75.0),
        ("museum", "partner", None),
        ("museum", "us", None),
    ]


def test_assessed_by_both_needs_two_own_views_on_any_instrument():
    db = warehouse_from("""
        partner  tier
        harbour  A
        museum   A

        assessment  partner_id  day         side     perspective  instrument_id  trust  openness
        f1          harbour     2026-06-01  us       own          relation-9     7      -
        f2          harbour     2026-06-01  partner  own          partner-4      -      3
        f3          museum      2026-06-01  us       own          relation-9     7      -
        f4          museum      2026-06-01  partner  guess        relation-9     7      -
    """)
    assert facts_on(db, "assessed", "partner, by_us, by_them, by_both", "2026-06-30") == [
        ("harbour", True, True, True),
        ("museum", True, False, False),
    ]
