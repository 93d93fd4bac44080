"""Each story is there at any size, and plain queries find it."""

import pytest

from relinsight.sources import demo


@pytest.fixture
def story(tables):
    return {found.name: found for found in demo.stories(tables)}


def test_there_are_six_stories(story):
    assert list(story) == [
        "silent", "false_consensus", "leaving_tie", "strict_subsidy", "lost_question", "unvisited_sector",
    ]  # fmt: skip


def test_a_tier_a_partner_has_gone_silent(ask, story):
    (partner,) = story["silent"].partners
    assert ask("SELECT tier FROM partner_tier WHERE partner_id = $p", p=partner) == [("A",)]
    ((silent, tried),) = ask(
        """SELECT $as_of - max(m.day) FILTER (WHERE m.achieved), $as_of - max(m.day) FROM contact_moment AS m
        JOIN contact_moment_partner AS b ON b.contact_moment_id = m.id WHERE b.partner_id = $p""",
        p=partner,
    )
    assert (silent, tried) == (131, 24)
    ((waiting,),) = ask("SELECT count(*) FROM question WHERE partner_id = $p AND answered_on IS NULL", p=partner)
    assert waiting >= 2


def test_a_consensus_is_false(ask, story):
    (partner,) = story["false_consensus"].partners
    rows = ask(
        """SELECT a.side, a.perspective, round(avg((s.score - 1) / 8 * 100)) FROM assessment AS a
        JOIN assessment_score AS s ON s.assessment_id = a.id
        WHERE a.partner_id = $p AND s.dimension = 'trust' GROUP BY ALL""",
        p=partner,
    )
    assert set(rows) == {("us", "own", 62), ("us", "guess", 60), ("partner", "own", 34), ("partner", "guess", 50)}


def test_the_only_tie_of_a_tier_a_partner_is_about_to_leave(ask, story):
    (partner,), (employee,) = story["leaving_tie"].partners, story["leaving_tie"].others
    assert ask("SELECT tier FROM partner_tier WHERE partner_id = $p", p=partner) == [("A",)]
    rows = ask(
        """SELECT t.employee_id, t.kind, e.active_to - $as_of FROM tie AS t JOIN employee AS e ON e.id = t.employee_id
        WHERE t.partner_id = $p AND coalesce(t.to_date, $as_of) >= $as_of""",
        p=partner,
    )
    assert rows == [(employee, "account_manager", 38)]


def test_a_strict_subsidy_stands_beside_a_goal_that_deepens(ask, story):
    (partner,), (dealing,) = story["strict_subsidy"].partners, story["strict_subsidy"].others
    ((verdict, day),) = ask("SELECT accounted, strftime(accounted_on, '%d-%m-%Y') FROM dealing WHERE id = $d", d=dealing)
    assert (verdict, day) == ("insufficient", "02-11-2026")
    assert ask(
        """SELECT 1 FROM goal AS g JOIN goal_partner AS p ON p.goal_id = g.id
        WHERE p.partner_id = $p AND g.kind = 'deepen' AND g.horizon = 'year'
            AND $as_of BETWEEN g.starts_on AND g.due_on""",
        p=partner,
    )
    roles = ask("SELECT role FROM dealing WHERE partner_id = $p AND closed_on IS NULL", p=partner)
    assert {("subsidy_provider",), ("regulator",)} <= set(roles)


def test_a_question_got_lost_between_clusters(ask, story):
    (partner,), (question,) = story["lost_question"].partners, story["lost_question"].others
    assert ask("SELECT partner_id, answered_on FROM question WHERE id = $q", q=question) == [(partner, None)]
    steps = ask("""SELECT accepted_on, returned_on IS NOT NULL FROM referral WHERE question_id = $q ORDER BY step""", q=question)
    assert steps == [(None, True), (None, True), (None, False)]


def test_a_sector_is_written_to_but_not_visited(ask, story):
    (sector,) = story["unvisited_sector"].others
    kinds = ask(
        """SELECT DISTINCT m.kind FROM contact_moment AS m
        JOIN contact_moment_partner AS b ON b.contact_moment_id = m.id
        JOIN partner_sector AS s ON s.partner_id = b.partner_id AND s.is_primary
        WHERE s.sector_id = $sector AND m.day > $as_of - 365 AND m.achieved""",
        sector=sector,
    )
    assert kinds
    assert set(kinds) <= {("email",), ("letter",)}
