"""Portfolio: how healthy are our relations?"""

from __future__ import annotations

from answers import asked, block, cards, cells, changes, context, figures, heading, lines, on, rows, title
from warehouse_from import warehouse_from

from relinsight.insights.portfolio import portfolio

CITY = """
    partner  tier  sector    account_manager  contact_person  last_contact
    harbour  A     maritime  anna             piet            2026-01-15
    museum   A     culture   anna             els             2026-06-20
    school   C     -         -                -               -

    question  partner_id  asked_on    due_on      answered_on
    q1        harbour     2026-06-20  2026-07-10  -
    q2        harbour     2026-03-01  2026-03-10  2026-03-05
"""


def test_the_answer_counts_who_keeps_its_rhythm_and_who_of_tier_a_waits():
    assert heading(asked(portfolio, CITY, on("2026-06-30"))) == ("1 of 3 relations keeps its rhythm; one tier A partner is waiting for us")


def test_without_anybody_waiting_the_answer_says_so():
    city = """
        partner  tier  last_contact
        museum   A     2026-06-20
    """
    assert heading(asked(portfolio, city, on("2026-06-30"))) == (
        "The one relation with a rhythm keeps it; no tier A partner is waiting for us"
    )


def test_a_card_gives_the_promise_that_broke_in_numbers_and_who_is_best_placed():
    assert cards(asked(portfolio, CITY, on("2026-06-30")), "to-talk-about") == [
        ("harbour", "tier A", "166 days, promised every 60; 1 question waits", "anna visits before 14\N{NO-BREAK SPACE}July"),
    ]


def test_a_question_past_its_day_is_said_as_late():
    assert cards(asked(portfolio, CITY, on("2026-07-20")), "to-talk-about")[0][2] == "186 days, promised every 60; 1 question is late"


def test_each_broken_link_is_turned_round_into_its_next_step():
    city = """
        partner    tier  account_manager  contact_person  last_contact
        ownerless  A     -                piet            2026-06-20
        faceless   A     anna             -               2026-06-20
        unknown    A     anna             els             -
        unpraised  A     anna             bas             2026-06-20

        tie  employee_id  partner_id
        t1   bert         ownerless

        employee
        bert
    """
    found = cards(asked(portfolio, city, on("2026-06-30")), "to-talk-about")
    assert [(name, reason, step) for name, _, reason, step in found] == [
        ("unknown", "never contacted, promised every 60 days", "anna visits before 14\N{NO-BREAK SPACE}July"),
        ("faceless", "no active contact person", "anna finds out who our contact person is"),
        ("ownerless", "no account manager", "make an owner; bert knows them best"),
    ]


def test_who_slipped_furthest_stands_first_within_a_tier():
    city = """
        partner  tier  account_manager  contact_person  last_contact
        long     A     anna             p1              2025-10-01
        slid     A     anna             p2              2026-04-10
        tier_b   B     anna             p3              2025-10-01
        tier_c   C     anna             p4              2024-01-01
    """
    found = cards(asked(portfolio, city, on("2026-06-30", since="2026-05-31")), "to-talk-about")
    assert [name for name, *_ in found] == ["slid", "long", "tier_b"]


def test_no_more_than_five_cards():
    city = "partner  tier\n" + "\n".join(f"p{n}  A" for n in range(9))
    assert len(cards(asked(portfolio, city, on("2026-06-30")), "to-talk-about")) == 5


def test_the_rows_hold_every_partner_of_the_portfolio_most_pressing_first():
    found = cells(asked(portfolio, CITY, on("2026-06-30")), "partners", "name tier sector_name owner_name state_said days promised view")
    assert found == [
        ("harbour", "A", "maritime", "anna", "dormant", 166, 60, None),
        ("museum", "A", "culture", "anna", "in time", 10, 60, None),
        ("school", "C", "no sector", None, "never", None, 365, None),
    ]


def test_the_figures_stand_beside_their_n():
    assert figures(asked(portfolio, CITY, on("2026-06-30"))) == {
        "in_time": "1 of 3",
        "both_assessed": "0 of 2",
        "goals_endorsed_both": "none",
        "questions_late": "0 of 1",
    }


def test_what_a_figure_moved_is_counted_from_the_since_day():
    found = changes(asked(portfolio, CITY, on("2026-06-30", since="2026-02-28")))
    assert found["in_time"] == 0  # the harbour went, the museum came
    assert found["questions_late"] == 0


def test_without_a_since_day_no_change_is_said():
    found = asked(portfolio, CITY, on("2026-06-30"))
    assert set(changes(found).values()) == {None}
    assert title(found, "changes") == "What changed cannot be said without an earlier day"


def test_changes_are_named_with_their_reason():
    found = asked(portfolio, CITY, on("2026-06-30", since="2026-02-28"))
    assert title(found, "changes") == "Since 28\N{NO-BREAK SPACE}Feb: one partner became covered, one slipped"
    assert cells(found, "changes", "name change why") == [
        ("harbour", "in time → dormant", "166 days, promised every 60"),
        ("museum", "Covered again", "the owner, the contact person and the rhythm are there"),
    ]


def test_the_loss_of_an_owner_and_of_the_last_tie_weigh_most():
    city = """
        partner  tier  contact_person  last_contact
        harbour  A     piet            2026-06-20
        museum   A     els             2026-06-20

        employee
        anna

        tie  employee_id  partner_id  kind             to_date
        t1   anna         harbour     account_manager  2026-05-31
        t2   anna         museum      informal         2026-05-31
    """
    found = cells(asked(portfolio, city, on("2026-06-30", since="2026-05-01")), "changes", "name change")
    assert sorted(found) == [("harbour", "Account manager lost"), ("museum", "Last tie lost")]


def test_the_chain_is_shown_for_the_tiers_that_promise_all_of_it():
    found = asked(portfolio, CITY, on("2026-06-30"))
    assert title(found, "chain") == "None of two get all that we promised"
    assert cells(found, "chain", "group link kept lost total") == [
        ("tier A", "an owner", 2, 0, 2),
        ("tier A", "a contact person", 2, 0, 2),
        ("tier A", "contact in time", 1, 1, 2),
        ("tier A", "both sides assessed", 0, 1, 2),
        ("tier A", "goals endorsed by both", 0, 0, 2),
    ]


def test_what_is_not_known_is_said():
    assert lines(asked(portfolio, CITY, on("2026-06-30")), "unknown") == [
        "3 partners have not told us what they think of us.",
        "1 partner has no sector.",
        "1 partner has no account manager, and so no cluster.",
    ]


def test_their_view_is_of_the_instrument_that_most_answered():
    city = """
        partner  tier  last_contact
        harbour  A     2026-06-20
        museum   A     2026-06-20
        school   A     2026-06-20

        assessment  partner_id  day         side     trust  instrument_id
        a1          harbour     2026-05-01  partner  5      relation-9
        a2          museum      2026-05-01  partner  2      relation-9
        a3          school      2026-05-01  us       9      relation-9
    """
    found = asked(portfolio, city, on("2026-06-30"))
    assert title(found, "rhythm-and-view") == "One partner rates us below 45; silence explains none of it"
    assert [(row["partner"], row["view"]) for row in rows(found, "rhythm-and-view")] == [
        ("harbour", 50.0),
        ("museum", 12.5),
        ("school", None),
    ]
    assert figures(found)["quality_partner@relation-9"] == "too few (2)"


def test_without_assessments_silence_is_all_that_can_be_shown():
    found = asked(portfolio, CITY, on("2026-06-30"))
    assert "quality_partner@relation-9" not in figures(found)
    assert title(found, "rhythm-and-view") == "No partner gave its view of us yet; silence is all that can be shown"


def test_without_contacts_everybody_is_never_contacted():
    city = """
        partner  tier  account_manager  contact_person
        harbour  A     anna             piet
        museum   B     anna             els
    """
    found = asked(portfolio, city, on("2026-06-30"))
    assert heading(found) == "0 of 2 relations keep their rhythm; one tier A partner is waiting for us"
    assert cells(found, "partners", "name state_said days") == [("harbour", "never", None), ("museum", "never", None)]
    assert rows(found, "rhythm-and-view") == ()
    assert title(found, "rhythm-and-view") == "No partner was contacted yet"


def test_filters_choose_partners_and_are_said_above_the_answer():
    found = asked(portfolio, CITY, on("2026-06-30", sectors=("maritime",)))
    assert heading(found) == "The one relation with a rhythm does not keep it; one tier A partner is waiting for us"
    assert [row["partner"] for row in rows(found, "partners")] == ["harbour"]
    assert context(found)[-1] == "only maritime"


def test_a_filter_of_those_without_a_sector_or_owner():
    for filters in ({"sectors": ("(none)",)}, {"account_managers": ("(none)",)}, {"tiers": ("C",)}):
        found = asked(portfolio, CITY, on("2026-06-30", **filters))
        assert [row["partner"] for row in rows(found, "partners")] == ["school"]


def test_nobody_under_a_filter_is_said_and_no_exhibit_breaks():
    found = asked(portfolio, CITY, on("2026-06-30", since="2026-02-28", tiers=("B",)))
    assert heading(found) == "No partner of the portfolio fits this day and these filters"
    assert rows(found, "partners") == rows(found, "rhythm-and-view") == rows(found, "changes") == rows(found, "chain") == ()
    assert cards(found, "to-talk-about") == []


def test_the_change_of_a_filtered_view_follows_the_filter():
    found = asked(portfolio, CITY, on("2026-06-30", since="2026-02-28", sectors=("culture",)))
    assert changes(found)["in_time"] == 1


def test_a_subsidiary_without_a_tier_of_its_own_shows_that_of_its_parent():
    city = """
        partner   tier  parent_id  last_contact
        harbour   A     -          2026-06-20
        terminal  -     harbour    2026-01-20
    """
    found = asked(portfolio, city, on("2026-06-30"))
    assert [(row["partner"], row["tier"]) for row in rows(found, "partners")] == [("terminal", "A"), ("harbour", "A")]


def test_a_partner_without_a_tier_is_not_of_the_portfolio():
    city = """
        partner  tier  last_contact
        harbour  A     2026-06-20
        stand    -     2026-06-20
    """
    assert [row["partner"] for row in rows(asked(portfolio, city, on("2026-06-30")), "partners")] == ["harbour"]


def test_a_database_of_tiers_of_later_days_says_that_nobody_fits():
    city = """
        partner
        harbour

        partner_tier:partner_id  tier  from_date
        harbour                  A     2027-01-01
    """
    assert heading(asked(portfolio, city, on("2026-06-30"))) == "No partner belongs to the portfolio on this day"


def test_names_of_data_stay_names():
    city = """
        partner  tier  name
        harbour  A     **x**~{n}
    """
    found = asked(portfolio, city, on("2026-06-30"))
    assert cards(found, "to-talk-about")[0][0] == "**x** {n}"


def test_the_silent_partner_of_the_demo_stands_first(demo, demo_scope, story):
    found = asked(portfolio, demo, demo_scope)
    card = block(found, "to-talk-about").cards[0]
    assert (card.partner,) == story["silent"].partners
    assert "promised every 60; 2 questions are late" in cards(found, "to-talk-about")[0][2]


def test_a_page_of_a_warehouse_read_twice_says_the_same():
    city = warehouse_from(CITY)
    assert asked(portfolio, city, on("2026-06-30")) == asked(portfolio, city, on("2026-06-30"))
