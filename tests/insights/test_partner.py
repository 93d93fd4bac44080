"""Partner: what do I need to know before I go?"""

from __future__ import annotations

from datetime import date

import pytest
from answers import SAY, asked, cells, context, figures, heading, lines, numbers, on, rows, title
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.access.rights import Rights
from relinsight.insights.blocks import Insight, KeyFigure
from relinsight.insights.partner import partner

CITY = """
    cluster
    port

    employee  cluster
    anna      port
    bert      -

    partner  tier  sector    account_manager  about
    harbour  A     maritime  anna             We~move~the~world.
    stand    -     -         -                -

    contact_person  name
    piet            Piet~Kade
    jan             Jan~Boei

    contact_person_function:contact_person_id  partner_id  function
    piet                                       harbour     director
    jan                                        harbour     -

    tie  employee_id  partner_id
    t1   bert         harbour

    contact_moment  day         kind   partner_id  employee_id  initiative  occasion  subject
    m1              2025-11-01  visit  harbour     anna         us          regular   Quay
    m2              2026-01-15  call   harbour     anna;bert    partner     issue     Noise

    contact_moment_person:contact_moment_id  contact_person_id
    m1                                       piet

    question  partner_id  asked_on    due_on      subject  cluster_id
    q1        harbour     2026-06-01  2026-06-15  Lamps    port
    q2        harbour     2026-06-20  2026-07-10  Road     -

    goal  partner_id  horizon    due_on
    g1    harbour     year       2026-12-31
    g2    harbour     strategic  -

    endorsement:goal_id  side     partner_id  answered_on
    g1                   us       harbour     2026-02-01
    g1                   partner  harbour     2026-02-01
    g2                   us       harbour     2026-02-01

    assessment  partner_id  day         side     trust  commitment  employee_id  contact_person_id
    a1          harbour     2026-05-01  partner  3      5           -            piet
    a2          harbour     2026-05-01  us       9      5           anna         -

    dealing  partner_id  role       title  opened_on   granted  closed_on
    d1       harbour     client     Quay   2026-01-01  1000.50  -
    d2       harbour     landowner  Land   2024-01-01  -        2024-12-31
"""
DAY = on("2026-06-30", since="2026-03-31", partner="harbour")


def _figure(found: Insight, measure: str) -> KeyFigure:
    return next(figure for figure in found.figures if figure.measure == measure)


def test_the_answer_tells_the_silence_and_both_views():
    assert heading(asked(partner, CITY, DAY)) == (
        "harbour: silent for 166 days, 106 longer than promised; we rate the relation 38 points higher than they do"
    )


def test_below_the_answer_stand_sector_tier_owner_and_their_world():
    found = asked(partner, CITY, DAY)
    assert found.subtitle
    assert SAY(found.subtitle) == "maritime · tier A · account manager anna, port · We move the world."


def test_the_five_figures_their_n_and_their_change():
    found = asked(partner, CITY, DAY)
    assert figures(found) == {
        "days_since_contact": "166 days",
        "quality_partner@relation-9": "38",
        "tied_employees": "2",
        "goals_endorsed_year": "1 of 2",
        "questions_open": "2",
    }
    assert _figure(found, "questions_open").change.amount == 2
    assert SAY(_figure(found, "questions_open").aside) == "1 is late"
    assert _figure(found, "quality_partner@relation-9").n == 1


def test_without_a_tier_goals_are_not_promised_rather_than_none():
    city = """
        partner  tier
        harbour  A
        stand    -

        goal  partner_id  due_on
        g1    stand       2026-12-31
    """
    assert figures(asked(partner, city, on("2026-06-30", partner="stand")))["goals_endorsed_year"] == "not promised"


def test_a_partner_in_touch_is_said_so():
    assert heading(asked(partner, CITY, on("2026-02-01", partner="harbour"))).startswith("harbour: in touch as promised; ")


def test_both_values_stand_beside_the_gap_in_each_dimension():
    found = asked(partner, CITY, DAY)
    assert cells(found, "both-sides", "dimension_name them us gap_said") == [
        ("trust", 25.0, 100.0, "we say 75 more"),
        ("commitment", 50.0, 50.0, "the same"),
    ]
    assert title(found, "both-sides") == "The two sides are apart on one of two, most on trust"


def test_the_promises_of_the_tier_one_by_one():
    found = asked(partner, CITY, DAY)
    assert title(found, "promises") == "The chain breaks at: contact in time"
    assert cells(found, "promises", "kept promise stands") == [
        (True, "an owner", "anna"),
        (True, "a contact person", "2 active people"),
        (False, "contact every 60 days", "166 days ago"),
        (True, "2 colleagues with a tie", "2"),
        (True, "both sides assessed every 365 days", None),
        (True, "a goal for the year", "1 endorsed by both"),
        (False, "a strategic goal", "0 endorsed by both"),
        (True, "endorsements renewed every 365 days", None),
        (False, "answers within 14 days", "1 question late"),
    ]


def test_the_timeline_counts_contacts_and_days_too_late():
    found = asked(partner, CITY, DAY)
    assert title(found, "timeline") == "Two contacts in this period, and two gaps, the longest 106 days too late"
    assert cells(found, "timeline", "day kind_name name who achieved") == [
        (date(2025, 11, 1), "visit", "Quay", "anna", True),
        (date(2026, 1, 15), "call", "Noise", "anna and bert", True),
    ]


def test_an_attempt_resets_no_clock():
    city = """
        partner  tier
        harbour  A

        contact_moment  day         partner_id  achieved
        m1              2026-01-15  harbour     true
        m2              2026-06-15  harbour     false
    """
    found = asked(partner, city, DAY)
    assert figures(found)["days_since_contact"] == "166 days"
    assert title(found, "timeline") == "One contact in this period, and one gap of 106 days too late"


def test_what_was_said_in_confidence_stays_off_the_timeline():
    city = """
        partner  tier
        harbour  A

        contact_moment  day         partner_id  confidential  subject  impression
        m1              2026-06-15  harbour     true          Secret   Nervous
    """
    found = asked(partner, city, DAY)
    assert cells(found, "timeline", "name") == [("",)]
    assert "Secret" not in str(found)
    assert "Nervous" not in str(found)


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ("5  5  5", "both sides see the relation alike"),
        ("5  7  5", "both sides see the relation alike, except on commitment"),
        ("1  9  5", "both sides see the relation alike on the whole, and differ on two parts of it"),
        ("9  9  9", "we rate the relation 50 points higher than they do"),
    ],
)
def test_the_answer_says_where_two_sides_that_agree_on_the_whole_differ(ours: str, said: str):
    city = f"""
        partner  tier
        harbour  A

        employee
        anna

        contact_person
        piet

        assessment  partner_id  day         side     trust  commitment  satisfaction  employee_id  contact_person_id
        a1          harbour     2026-05-01  partner  5      5           5             -            piet
        a2          harbour     2026-05-01  us       {ours}                           anna         -
    """
    assert heading(asked(partner, city, DAY)).endswith(f"; {said}")


@pytest.mark.parametrize(
    ("n", "people", "goals"),
    [
        (1, "We met their one contact person", "Both sides stand behind the one goal"),
        (2, "We met both of their people", "Both sides stand behind both goals"),
        (3, "We met all three of their people", "Both sides stand behind all three goals"),
    ],
)
def test_all_people_met_and_all_goals_shared_are_said_as_all(n: int, people: str, goals: str):
    def each(line: str) -> str:
        return "\n".join(line.replace("#", str(number)) for number in range(1, n + 1))

    city = f"""
partner
harbour

contact_person  name
{each("p#  Piet#")}

contact_person_function:contact_person_id  partner_id  function
{each("p#  harbour  director")}

contact_moment  day  partner_id
m1  2026-06-15  harbour

contact_moment_person:contact_moment_id  contact_person_id
{each("m1  p#")}

goal  partner_id  horizon  due_on
{each("g#  harbour  year  2026-12-31")}

endorsement:goal_id  side  partner_id  answered_on
{each("g#  us  harbour  2026-02-01")}
{each("g#  partner  harbour  2026-02-01")}
"""
    found = asked(partner, city, DAY)
    assert (title(found, "people"), title(found, "goals")) == (people, goals)


def test_their_people_and_who_of_ours_met_them():
    found = asked(partner, CITY, DAY)
    assert title(found, "people") == "We met one of their two people"
    assert cells(found, "people", "name function colleague last") == [
        ("Piet Kade", "director", "anna", date(2025, 11, 1)),
        ("Jan Boei", "", "nobody", "never"),
    ]


def test_a_person_with_two_functions_is_one_person():
    city = """
        partner  tier
        harbour  A

        contact_person
        piet

        contact_person_function:contact_person_id  partner_id  function   from_date   to_date
        piet                                       harbour     director   2020-01-01  -
        piet                                       harbour     treasurer  2021-01-01  -
        piet                                       harbour     porter     2019-01-01  2019-12-31
    """
    found = asked(partner, city, DAY)
    assert title(found, "people") == "We never met their one contact person"
    assert cells(found, "people", "name function") == [("piet", "director, treasurer")]


def test_a_person_met_by_nobody_we_know_of_was_met():
    city = """
        partner  tier
        harbour  A

        contact_person
        piet

        contact_person_function:contact_person_id  partner_id
        piet                                       harbour

        contact_moment  day         partner_id
        m1              2026-06-15  harbour

        contact_moment_person:contact_moment_id  contact_person_id
        m1                                       piet
    """
    found = asked(partner, city, DAY)
    assert title(found, "people") == "We met their one contact person"
    assert cells(found, "people", "colleague last") == [("unknown", date(2026, 6, 15))]


def test_goals_with_the_answer_of_each_side():
    found = asked(partner, CITY, DAY)
    assert title(found, "goals") == "One of two goals has both sides behind it"
    assert cells(found, "goals", "title horizon us them due_on") == [
        ("g1", "year", "endorsed", "endorsed", date(2026, 12, 31)),
        ("g2", "strategic", "endorsed", "not asked", None),
    ]


def test_one_goal_is_said_as_one():
    city = """
        partner  tier
        harbour  A

        goal  partner_id
        g1    harbour
    """
    assert title(asked(partner, city, DAY), "goals") == "The one goal does not have both sides behind it"


def test_open_questions_with_where_they_are_and_when_they_are_due():
    found = asked(partner, CITY, DAY)
    assert title(found, "questions") == "Two questions wait; one late"
    assert cells(found, "questions", "subject where due_on state") == [
        ("Lamps", "port", date(2026, 6, 15), "15 days late"),
        ("Road", "not yet referred", date(2026, 7, 10), "10 days left"),
    ]


def test_a_question_sent_on_stands_where_it_was_sent():
    city = """
        cluster
        space

        partner  tier
        harbour  A

        question  partner_id  asked_on
        q1        harbour     2026-06-20

        referral:question_id  step  referred_on  to_cluster_id
        q1                    1     2026-06-21   space
    """
    assert cells(asked(partner, city, DAY), "questions", "where state") == [("space", "4 days left")]


def test_a_question_that_went_to_a_colleague_is_with_that_colleague():
    city = """
        employee
        anna

        partner  tier
        harbour  A

        question  partner_id  asked_on
        q1        harbour     2026-06-20

        referral:question_id  step  referred_on  to_employee_id
        q1                    1     2026-06-21   anna
    """
    assert cells(asked(partner, city, DAY), "questions", "where") == [("anna",)]


def test_dealings_open_or_of_the_last_three_years():
    found = asked(partner, CITY, DAY)
    assert title(found, "dealings") == "One open dealing in one role"
    assert cells(found, "dealings", "role title state") == [("client", "Quay", "open"), ("landowner", "Land", "closed")]


def test_interests_and_what_both_share():
    city = """
        partner  tier
        harbour  A

        topic  title
        t1     Noise

        interest  topic_id  partner_id  day         position  underlying
        i1        t1        harbour     2026-01-01  against   Sleep
        i2        t1        -           2026-01-01  for       Work

        interest_theme:interest_id  theme
        i1                          quiet
        i1                          jobs
        i2                          jobs
    """
    assert lines(asked(partner, city, DAY), "interests") == ["Noise: they say 'against'; under it lies 'Sleep'", "Shared with us: jobs."]


def test_open_actions_with_who_and_by_when():
    city = """
        partner  tier
        harbour  A

        employee
        anna

        action  title     partner_id  employee_id  due_on      done_on
        x1      Call      harbour     anna         2026-07-05  -
        x2      Write     harbour     -            -           -
        x3      Invite    harbour     anna         -           2026-06-01
        x4      Long~ago  harbour     anna         -           2024-06-01
    """
    assert lines(asked(partner, city, DAY), "actions") == [
        "Call (anna, by 5 July 2026)",
        "Write (nobody yet)",
        "Done on 1\N{NO-BREAK SPACE}June: Invite (anna)",
    ]


def test_what_we_do_not_know():
    assert lines(asked(partner, CITY, DAY), "unknown") == ["What Jan Boei thinks: never spoken to"]


def test_filters_do_not_hold_and_that_is_said():
    found = asked(partner, CITY, on("2026-06-30", partner="harbour", sectors=("culture",), tiers=("C",)))
    assert heading(found).startswith("harbour: ")
    assert found.scope.sectors == found.scope.tiers == ()
    assert context(found)[-1] == "filters do not hold on this page"


def test_a_partner_without_a_tier_was_promised_nothing():
    found = asked(partner, CITY, on("2026-06-30", since="2026-03-31", partner="stand"))
    assert heading(found) == "stand: never contacted; how they see us is not known"
    assert title(found, "promises") == "Nothing was promised: this partner has no tier"
    assert found.subtitle
    assert SAY(found.subtitle) == "no sector · no tier · no account manager"
    assert figures(found) == {
        "days_since_contact": "never",
        "quality_partner": "unknown",
        "tied_employees": "0",
        "goals_endorsed_year": "no goals",
        "questions_open": "0",
    }
    assert lines(found, "unknown") == [
        "What they think of us: never asked, or too long ago",
        "Their sector",
        "Their world in their own words",
    ]


def test_a_partner_without_a_tier_but_in_touch():
    city = """
        partner  tier  last_contact
        harbour  A     -
        stand    -     2026-06-20
    """
    found = asked(partner, city, on("2026-06-30", partner="stand"))
    assert heading(found).startswith("stand: last contact 10 days ago, no rhythm promised; ")


def test_an_inherited_tier_names_the_parent():
    city = """
        partner   tier  parent_id
        harbour   A     -
        terminal  -     harbour
    """
    found = asked(partner, city, on("2026-06-30", partner="terminal"))
    assert found.subtitle
    assert "tier A, inherited from harbour" in SAY(found.subtitle)


def test_a_partner_that_does_not_exist_gets_a_sentence():
    found = asked(partner, CITY, on("2026-06-30", partner="nobody"))
    assert heading(found) == "This partner is not known"
    assert lines(found, "nobody") == ["There is no partner with the id nobody; choose one from the list."]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-12-31", "harbour is a partner from 1 January 2025; choose a later day, or another partner."),
        ("2026-01-01", "harbour was a partner until 31 December 2025; choose an earlier day, or another partner."),
    ],
)
def test_a_partner_of_other_days_is_told_from_one_that_was_never_there(day: str, said: str):
    city = """
        partner  tier  active_from  active_to
        harbour  A     2025-01-01   2025-12-31
    """
    found = asked(partner, city, on(day, partner="harbour"))
    assert heading(found) == f"This partner is not there on {SAY(date.fromisoformat(day))}"
    assert lines(found, "nobody") == [said]


def test_who_sees_a_part_is_told_the_same_of_a_partner_out_of_view_of_one_of_other_days_and_of_none():
    city = warehouse_from("""
        cluster
        north

        employee  cluster
        anna      north

        partner  tier  account_manager  active_from
        harbour  A     anna             -
        museum   A     -                -
        theatre  A     anna             2030-01-01
    """)
    reader = Reader(city, Rights("someone", ("north",)))
    for one in ("museum", "theatre", "nobody"):
        found = partner(reader, on("2026-06-30", partner=one))
        assert heading(found) == "This partner is not among those that you see"
        assert lines(found, "nobody") == [f"Of the partners that you see on 30 June 2026, none has the id {one}; choose one from the list."]
    assert heading(partner(reader, on("2026-06-30", partner="harbour"))).startswith("harbour")


def test_without_a_partner_the_page_is_a_search():
    found = asked(partner, CITY, on("2026-06-30"))
    assert heading(found) == "Choose one of 2 partners"
    assert cells(found, "choose", "name tier state") == [("harbour", "A", "dormant"), ("stand", None, "no tier")]


def test_one_bare_partner_has_every_exhibit():
    city = """
        partner  tier
        harbour  A
    """
    found = asked(partner, city, DAY)
    titles = {b.name: SAY.heading(b.title) for b in found.blocks if not isinstance(b, KeyFigure) and b.title}
    assert titles == {
        "both-sides": "There are no answers of both sides to compare",
        "promises": "The chain breaks at: an owner",
        "timeline": "No contacts in this period",
        "people": "Their people are not known",
        "goals": "No goal is current",
        "questions": "No question is open",
        "dealings": "No dealings are known",
        "unknown": "What we do not know",
        "interests": "What lies under their position",
        "actions": "Agreed actions",
    }


def test_the_false_consensus_of_the_demo_shows_both_values_and_the_gap(demo, demo_scope, story):
    (name,) = story["false_consensus"].partners
    found = asked(partner, demo, on(demo_scope.as_of.isoformat(), partner=name))
    assert heading(found).endswith("; we rate the relation 16 points higher than they do")
    apart = [row["dimension"] for row in rows(found, "both-sides") if abs(row["us"] - row["them"]) > 12.5]
    assert numbers(found.blocks[5].title)[:2] == [len(apart), 4]
    assert {"trust", "control_mutuality"} <= set(apart)


def test_the_strict_subsidy_and_the_inspection_of_the_demo_stand_among_the_dealings(demo, demo_scope, story):
    (name,) = story["strict_subsidy"].partners
    found = asked(partner, demo, on(demo_scope.as_of.isoformat(), partner=name))
    assert {"subsidy provider", "regulator"} <= {role for (role,) in cells(found, "dealings", "role")}


def test_the_lost_question_of_the_demo_waits_where_it_was_sent_last(demo, demo_scope, story):
    (name,) = story["lost_question"].partners
    found = asked(partner, demo, on(demo_scope.as_of.isoformat(), partner=name))
    (row,) = (row for row in rows(found, "questions") if row["question"] == story["lost_question"].others[0])
    assert row["late"]
    assert SAY(row["where"]) == "Haven en economie"
