"""The default city looks the way that the pages are drawn for: most relations in order, some worth a talk."""

from datetime import date
from pathlib import Path

import pytest

from relinsight.sources import demo

STANDING = (Path(__file__).parent / "standing.sql").read_text(encoding="utf-8")
SINCE = date(2026, 9, 28)


@pytest.fixture
def count(default):
    def counted(what: str, as_of: date = demo.END) -> int:
        ((number,),) = default(f"WITH standing AS ({STANDING}) SELECT count(*) FROM standing WHERE {what}", as_of=as_of)
        return number

    return counted


@pytest.mark.parametrize(
    ("what", "least", "most"),
    [
        ("true", 140, 140),
        ("tier = 'A'", 22, 22),
        ("tier = 'B'", 44, 44),
        ("ratio <= 1", 96, 106),
        ("ratio <= 1 AND owned AND staffed", 91, 99),
        ("tier = 'A' AND ratio <= 1 AND owned AND staffed", 14, 18),
        ("sector = 'residents' AND ratio <= 1 AND owned AND staffed", 3, 13),
        ("days IS NULL", 5, 5),
        ("colleagues = 1", 29, 33),
        ("colleagues = 0", 4, 8),
        ("NOT owned", 10, 14),
        ("rated", 80, 88),
        ("rated AND sector = 'sport'", 1, 2),
        ("mutual AND tier <> 'C'", 43, 47),
    ],
)
def test_the_portfolio_stands_as_it_should(count, what, least, most):
    assert least <= count(what) <= most


def test_some_slipped_and_some_came_back_since_the_last_review(default):
    (slipped, returned), = default(
        f"""WITH before AS ({STANDING.replace("$as_of", "$since")}), standing AS ({STANDING})
        SELECT count(*) FILTER (WHERE before.ratio <= 1 AND standing.ratio > 1),
            count(*) FILTER (WHERE before.ratio > 1 AND standing.ratio <= 1)
        FROM standing JOIN before USING (id)""",
        since=SINCE,
    )  # fmt: skip
    assert 5 <= slipped <= 16
    assert 4 <= returned <= 10


def test_residents_rate_us_lowest_and_culture_highest(default):
    rows = default(
        """WITH scored AS (
            SELECT a.partner_id, avg((s.score - 1) / 8 * 100) AS score FROM assessment AS a
            JOIN assessment_score AS s ON s.assessment_id = a.id
            WHERE a.side = 'partner' AND a.perspective = 'own' AND a.instrument_id = 'relation-9' GROUP BY a.partner_id
        )
        SELECT p.sector_id, avg(score), min(score), max(score) FROM scored
        JOIN partner_sector AS p ON p.partner_id = scored.partner_id AND p.is_primary
        GROUP BY p.sector_id HAVING count(*) >= 3 ORDER BY avg(score)"""
    )
    assert (rows[0][0], rows[-1][0]) == ("residents", "culture")
    assert min(row[2] for row in rows) > 25
    assert max(row[3] for row in rows) < 90


def test_some_organisations_with_dealings_are_not_on_the_list(default):
    ((strangers, untiered),) = default(
        """SELECT count(DISTINCT upper(organisation)) FILTER (WHERE partner_id IS NULL),
            count(DISTINCT partner_id) FILTER (WHERE partner_id NOT IN
                (SELECT partner_id FROM partner_tier WHERE to_date IS NULL)
                AND partner_id NOT IN (SELECT id FROM partner WHERE parent_id IS NOT NULL))
        FROM dealing WHERE opened_on BETWEEN DATE '2023-11-23' AND $as_of
            AND upper(organisation) NOT IN (SELECT upper(alias) FROM partner_alias WHERE partner_id IS NULL)"""
    )
    assert (strangers, untiered) == (7, 2)


def test_two_of_three_goals_have_both_sides_behind_them(default):
    ((both, pairs),) = default(
        """WITH valid AS (
            SELECT e.* FROM endorsement AS e LEFT JOIN contact_person AS c ON c.id = e.contact_person_id
            WHERE answer = 'endorsed' AND $as_of - answered_on <= 365 AND coalesce(c.active_to, $as_of) >= $as_of
        )
        SELECT count(*) FILTER (WHERE
            EXISTS (SELECT 1 FROM valid AS v WHERE v.goal_id = g.id AND v.side = 'us' AND v.partner_id = p.partner_id)
            AND EXISTS (SELECT 1 FROM valid AS v
                WHERE v.goal_id = g.id AND v.side = 'partner' AND v.partner_id = p.partner_id)), count(*)
        FROM goal AS g JOIN goal_partner AS p ON p.goal_id = g.id WHERE $as_of BETWEEN g.starts_on AND g.due_on"""
    )
    assert 80 <= pairs <= 98
    assert 0.62 <= both / pairs <= 0.78


def test_some_questions_wait_too_long(default):
    ((unanswered, late),) = default(
        """SELECT count(*), count(*) FILTER (WHERE asked_on < $as_of - 28) FROM question WHERE answered_on IS NULL"""
    )
    assert 5 <= unanswered <= 30
    assert 2 <= late <= 14


def test_contacts_follow_the_tier(default):
    rows = dict(
        default(
            """SELECT tier, count(*) / 3e0 / count(DISTINCT t.partner_id) FROM contact_moment_partner AS b
            JOIN partner_tier AS t ON t.partner_id = b.partner_id AND t.to_date IS NULL GROUP BY tier"""
        )
    )
    assert 10 < rows["A"] < 17
    assert 4 < rows["B"] < 9
    assert 1 < rows["C"] < 4


def test_some_have_left_and_some_stopped(default):
    for name in ("employee", "contact_person", "partner"):
        ((left,),) = default(f"SELECT count(*) FROM {name} WHERE active_to < $as_of")
        assert left


def test_a_subsidiary_has_the_tier_of_its_parent(default):
    rows = default(
        """SELECT p.id FROM partner AS p JOIN partner_tier AS t ON t.partner_id = p.parent_id
        WHERE p.id NOT IN (SELECT partner_id FROM partner_tier)"""
    )
    assert rows


def test_the_last_review_was_in_september(default):
    assert default("SELECT max(day) FROM review") == [(SINCE,)]
