"""Coverage: whom are we not covering?"""

from __future__ import annotations

from datetime import date

from answers import SAY, asked, block, cards, cells, changes, context, figures, heading, lines, on, rows, spot, title

from relinsight.access.reader import Reader
from relinsight.insights.coverage import coverage

CITY = """
    cluster
    port
    space

    employee  cluster
    anna      port
    bert      space

    partner  tier  sector    account_manager  contact_person  last_contact
    harbour  A     maritime  anna             piet            2026-01-15
    wharf    B     maritime  anna             jan             2026-06-01
    museum   A     culture   bert             els             2026-06-20
    school   C     -         -                -               -

    tie  employee_id  partner_id
    t1   bert         wharf
"""


def test_the_answer_counts_the_uncovered():
    assert heading(asked(coverage, CITY, on("2026-06-30"))) == "We do not cover 2 of 4 partners"


def test_the_sector_with_most_gaps_is_named_where_sectors_can_be_compared():
    city = """
        partner  tier  sector    account_manager  contact_person  last_contact
        m1       B     maritime  anna             p1              2026-06-01
        m2       B     maritime  anna             p2              2026-06-01
        m3       B     maritime  anna             p3              2025-01-01
        c1       B     culture   anna             p4              2025-01-01
        c2       B     culture   anna             p5              2025-01-01
        c3       B     culture   anna             p6              2026-06-01
    """
    assert heading(asked(coverage, city, on("2026-06-30"))) == "We do not cover 3 of 6 partners, culture first"


def test_everybody_covered_is_said():
    city = """
        partner  tier  account_manager  contact_person  last_contact
        harbour  A     anna             piet            2026-06-20
        museum   A     anna             els             2026-06-20
    """
    found = asked(coverage, city, on("2026-06-30"))
    assert heading(found) == "All 2 partners are covered"
    assert (title(found, "steps"), cards(found, "steps"), rows(found, "uncovered")) == ("Nothing to close", [], ())
    assert title(found, "chain") == "The chain breaks most often at: both sides assessed"


def test_the_uncovered_stand_as_they_rank_with_reason_day_and_who_is_best_placed():
    found = asked(coverage, CITY, on("2026-06-30"))
    assert title(found, "uncovered") == "2 uncovered partners, most pressing first"
    assert cells(found, "uncovered", "rank name reason broken_since at_stake best best_met") == [
        (1, "harbour", "166 days, promised every 60", date(2026, 3, 17), 0, "anna", None),
        (2, "school", "no account manager", None, 0, "nobody", None),
    ]


def test_who_was_met_is_said_with_the_day():
    city = """
        partner  tier  account_manager  contact_person
        harbour  A     anna             piet

        contact_moment  day         partner_id  employee_id
        m1              2026-01-15  harbour     anna
    """
    assert cells(asked(coverage, city, on("2026-06-30")), "uncovered", "best best_met") == [("anna", date(2026, 1, 15))]


def test_ranks_stay_those_of_the_portfolio_under_a_filter():
    assert cells(asked(coverage, CITY, on("2026-06-30", tiers=("C",))), "uncovered", "rank name") == [(2, "school")]


def test_equals_share_a_rank_and_stand_by_their_id():
    city = """
        partner  tier
        zoo      A
        harbour  A
        museum   B
    """
    assert cells(asked(coverage, city, on("2026-06-30")), "uncovered", "rank name") == [(1, "harbour"), (1, "zoo"), (3, "museum")]


def test_current_goals_and_open_dealings_are_what_is_at_stake():
    city = """
        partner  tier
        quiet    A
        busy     A

        goal  partner_id  horizon
        g1    busy        year

        dealing  partner_id  opened_on
        d1       busy        2026-01-01
    """
    assert cells(asked(coverage, city, on("2026-06-30")), "uncovered", "name at_stake") == [("busy", 2), ("quiet", 0)]


def test_at_most_four_steps_each_the_broken_promise_turned_round():
    city = "partner  tier\n" + "\n".join(f"p{n}  A" for n in range(6))
    found = asked(coverage, city, on("2026-06-30"))
    assert title(found, "steps") == "Four steps close the most pressing gaps"
    assert cards(found, "steps")[0] == ("p0", "tier A", "no account manager", "make an owner; nobody here has a tie with them")


def test_the_map_counts_covered_and_all_by_sector_and_cluster():
    found = asked(coverage, CITY, on("2026-06-30"))
    spots = {spot(row): (row["covered"], row["partners"]) for row in rows(found, "white-spots")}
    assert spots["maritime", "port"] == (1, 2)
    assert spots["culture", "space"] == (1, 1)
    assert spots["culture", "port"] == (0, 0)
    assert spots[None, None] == (0, 1)
    assert spots["all", "all"] == (2, 4)
    assert title(found, "white-spots") == "The white spot: 1 partner without an owner"


def test_two_sectors_and_two_clusters_of_one_name_are_told_apart():
    city = """
        sector  name
        z1      Welfare
        z2      welfare

        cluster  name
        b1       Policy
        b2       Policy

        employee  cluster
        anna      b1
        bert      b2

        partner  tier  sector  account_manager
        harbour  A     z1      anna
        museum   A     z2      bert
    """
    found = asked(coverage, city, on("2026-06-30"))
    for spots in ("white-spots", "white-spots-by-tie"):
        cells = rows(found, spots)
        assert {SAY(row["cluster_name"]) for row in cells} == {"Policy (b1)", "Policy (b2)", "all"}
        assert {SAY(row["sector_name"]) for row in cells} == {"Welfare (z1)", "welfare (z2)", "all"}


def test_who_knows_a_partner_but_stands_in_no_cluster_is_not_called_nobody():
    city = """
        employee  cluster
        anna      -

        partner  tier  account_manager
        harbour  A     anna
        museum   A     -
    """
    found = asked(coverage, city, on("2026-06-30"))
    for spots in ("white-spots", "white-spots-by-tie"):
        assert title(found, spots) == "The white spot: 2 partners without a cluster"
        (named,) = {SAY(row["cluster_name"]) for row in rows(found, spots) if row["cluster"] is None}
        assert named == "no cluster"


def test_the_cluster_that_covers_fewer_than_half_is_named():
    city = """
        cluster
        port

        employee  cluster
        anna      port

        partner  tier  sector    account_manager  contact_person  last_contact
        harbour  A     maritime  anna             piet            2026-01-15
    """
    assert title(asked(coverage, city, on("2026-06-30")), "white-spots") == "The white spot: port"


def test_the_figures_and_their_changes():
    found = asked(coverage, CITY, on("2026-06-30", since="2026-02-28"))
    assert figures(found) == {
        "covered": "2 of 4",
        "never_contacted": "1 of 4",
        "single_points_of_failure": "2 of 4",
        "without_tie": "1 of 4",
        "not_on_list": "0",
    }
    assert changes(found) == {"covered": 1, "never_contacted": -2, "single_points_of_failure": 0, "without_tie": 0, "not_on_list": 0}


def test_the_chain_per_tier_says_what_falls_away_and_what_is_not_promised():
    found = asked(coverage, CITY, on("2026-06-30"))
    assert cells(found, "chain", "group kept lost promised") == [
        ("tier A", 2, 0, True),
        ("tier A", 2, 0, True),
        ("tier A", 1, 1, True),
        ("tier A", 0, 1, True),
        ("tier A", 0, 0, True),
        ("tier B", 1, 0, True),
        ("tier B", 1, 0, True),
        ("tier B", 1, 0, True),
        ("tier B", 0, 1, True),
        ("tier B", 0, 0, True),
        ("tier C", 0, 1, True),
        ("tier C", 0, 0, True),
        ("tier C", 0, 0, True),
        ("tier C", 0, 0, False),
        ("tier C", 0, 0, False),
    ]


def test_silence_counts_each_tier_by_its_state():
    found = asked(coverage, CITY, on("2026-06-30"))
    counted = {(tier, state): n for tier, state, n in cells(found, "silence", "tier state partners") if n}
    assert counted == {("A", "in_time"): 1, ("A", "dormant"): 1, ("B", "in_time"): 1, ("C", "never"): 1}
    assert title(found, "silence") == "Silence is most common in tier C"


def test_organisations_that_are_no_partner_are_counted_apart():
    city = """
        partner  tier
        harbour  A

        dealing  organisation  opened_on
        d1       Bakery        2026-01-01
        d2       BAKERY        2026-02-01
        d3       Old~mill      2020-01-01
    """
    found = asked(coverage, city, on("2026-06-30"))
    assert figures(found)["not_on_list"] == "1"
    assert "1 organisation has dealings with us but no tier; it is in none of the counts above." in lines(found, "unknown")


def test_what_is_not_known_is_said():
    assert lines(asked(coverage, CITY, on("2026-06-30")), "unknown") == [
        "1 partner in view has no sector and stands in a row of its own.",
        "1 uncovered partner has no colleague with an active tie.",
    ]


def test_nobody_under_a_filter_is_said_and_no_exhibit_breaks():
    found = asked(coverage, CITY, on("2026-06-30", since="2026-02-28", clusters=("port",), sectors=("culture",)))
    assert heading(found) == "No partner of the portfolio fits this day and these filters"
    assert rows(found, "white-spots") == rows(found, "chain") == rows(found, "silence") == rows(found, "uncovered") == ()
    assert context(found)[-2:] == ["only culture", "only port"]


def test_without_contacts_the_chain_breaks_at_contact():
    city = """
        partner  tier  account_manager  contact_person
        harbour  A     anna             piet
    """
    found = asked(coverage, city, on("2026-06-30"))
    assert heading(found) == "We do not cover the one partner in view"
    assert cards(found, "steps") == [
        ("harbour", "tier A", "never contacted, promised every 60 days", "anna visits before 14\N{NO-BREAK SPACE}July"),
    ]


def test_one_inherited_tier_is_covered_only_by_an_owner_of_its_own():
    city = """
        partner   tier  parent_id  account_manager  contact_person  last_contact
        harbour   A     -          anna             piet            2026-06-20
        terminal  -     harbour    -                jan             2026-06-20
    """
    assert cells(asked(coverage, city, on("2026-06-30")), "uncovered", "name tier reason") == [("terminal", "A", "no account manager")]


def test_the_demo_shows_the_partner_with_one_tie_that_is_about_to_leave(demo, demo_scope, story):
    (partner,), (leaving,) = story["leaving_tie"].partners, story["leaving_tie"].others
    assert "single_points_of_failure" in {figure.measure for figure in asked(coverage, demo, demo_scope).figures}
    behind = Reader(demo).rows_behind(demo_scope, "single_points_of_failure", "portfolio", "portfolio")
    (row,) = (row for row in behind if row["partner"] == partner)
    assert row["tied_employees"] == 1
    assert leaving == row["owner"]


def test_the_demo_shows_the_silent_partner_first(demo, demo_scope, story):
    assert block(asked(coverage, demo, demo_scope), "steps").cards[0].partner == story["silent"].partners[0]
