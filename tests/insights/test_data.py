"""The page about the data: what is known, what would complete it, how fresh it is, and what was brought in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from answers import asked, cells, exhibit, figures, heading, on, title

from relinsight.access.reader import Reader
from relinsight.access.rights import Rights
from relinsight.insights.data import data
from relinsight.insights.data.mends import known
from relinsight.insights.exhibits.heartbeat import Heartbeat
from relinsight.warehouse.mending import set_aside
from relinsight.warehouse.undoing import undo
from tests.arriving import City

DAY = on("2026-06-30")
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def _said(city: City, rights: Rights | None = None):
    return data(Reader(city.warehouse, rights) if rights else Reader(city.warehouse), DAY)


def test_the_demo_says_how_much_is_known_and_what_would_complete_most(demo, demo_scope):
    found = asked(data, demo, demo_scope)
    assert heading(found) == "93\N{NO-BREAK SPACE}% of the figures are known; 36 forms of ours would complete 216 more"
    assert title(found, "gains") == "36 forms of ours would complete 216 figures"
    assert figures(found)["organisations_loose"] == "7"


def test_every_figure_of_a_partner_is_known_or_unknown_but_the_rank_of_who_is_covered(demo, demo_scope):
    reader = Reader(demo)
    every = reader.figures(demo_scope, "partner")
    ranks = [figure for figure in every if figure.measure == "uncovered_rank" and figure.value is None]
    found = known(reader, demo_scope)
    assert ranks
    assert found.total == len(every) - len(ranks)
    assert 0 < len(found.unknown) < found.total


def test_a_form_completes_the_quality_its_dimensions_and_the_gap_of_each_partner(demo, demo_scope):
    found = asked(data, demo, demo_scope)
    gains = cells(found, "gains", "lacking where rows figures")
    assert gains[0] == ("our own view, where they gave theirs", "Relation, four dimensions", 36, 36 * 6)
    assert gains[1] == ("their view, where we gave ours", "Relation, four dimensions", 15, 15 * 6)
    assert [gain[3] for gain in gains] == sorted((gain[3] for gain in gains), reverse=True)


def test_a_contact_without_initiative_completes_both_shares_of_its_partner_and_one_without_occasion_one():
    city = """
        partner  tier
        harbour  A
        museum   A

        contact_moment  partner_id  day         initiative  occasion
        c1              harbour     2026-05-01  -           regular
        c2              harbour     2026-05-02  -           -
        c3              museum      2026-05-03  us          -
        c4              museum      2026-05-04  us          regular
    """
    assert ("initiative or occasion", "contacts", 3, 3) in cells(asked(data, city, DAY), "gains", "lacking where rows figures")


def test_whom_a_colleague_with_a_tie_met_lacks_no_contact():
    city = """
        partner  tier  account_manager
        harbour  A     anna
        museum   A     anna

        contact_moment  partner_id  day         initiative  occasion  employee_id
        c1              harbour     2026-05-01  us          regular   anna
    """
    assert cells(asked(data, city, DAY), "gains", "lacking rows figures") == [
        ("a contact by a colleague with a tie", 1, 1),
        ("a contact that took place", 1, 1),
    ]


def test_without_partners_nothing_is_asked_for():
    assert heading(asked(data, "sector\ncare", DAY)) == "There are no partners and no dealings yet"


def test_the_heartbeat_marks_what_is_older_than_45_days_and_puts_it_first():
    city = """
        partner
        harbour

        question  partner_id  asked_on
        q1        harbour     2026-05-16
        q2        harbour     2026-03-01

        contact_moment  partner_id  day
        c1              harbour     2026-05-15

        dealing  partner_id  opened_on
        d1       harbour     2026-07-01
    """
    found = asked(data, city, DAY)
    lines = {kind: (last, newest, old) for kind, last, newest, old in cells(found, "heartbeat", "kind last newest is_old")}
    assert lines["questions"] == (2, date(2026, 5, 16), False)
    assert lines["contacts"] == (1, date(2026, 5, 15), True)
    assert lines["dealings"] == (0, None, True)
    assert [kind for kind, *_ in cells(found, "heartbeat", "kind")][-2:] == ["contacts", "questions"]
    assert title(found, "heartbeat") == "Eight kinds of records stand still"


def test_the_heartbeat_is_drawn_month_by_month_each_kind_to_its_own_most(demo, demo_scope):
    shown = exhibit(asked(data, demo, demo_scope), "heartbeat")
    assert isinstance(shown, Heartbeat)
    assert (len(shown.kinds), len(shown.months)) == (9, 24)
    assert shown.months[-1] == date(2026, 11, 1)
    for kind in shown.kinds:
        assert max(row.share for row in shown.rows if row.kind == kind.kind) == 1.0


def test_rows_wait_until_they_are_set_aside_or_their_run_is_taken_back(city: City):
    first = city.bring_text("partner.csv", "id,name\np1,Harbour\np2,\np3,\n").run_id
    second = city.bring_text("partner.csv", "id,name\np4,Museum\np5,\n").run_id
    assert figures(_said(city))["rows_to_mend"] == "3"
    set_aside(city.warehouse, str(first), at=AT)
    assert figures(_said(city))["rows_to_mend"] == "1"
    undo(city.warehouse, str(second), at=AT)
    said = _said(city)
    assert (figures(said)["rows_to_mend"], figures(said)["runs"]) == ("0", "3")
    assert title(said, "runs") == "2 runs stand, 1 taken back"


def test_each_run_says_what_it_brought(city: City):
    city.bring_text("partner.csv", "id,name\np1,Harbour\np2,\n")
    assert cells(_said(city), "runs", "what inserted updated unchanged waiting is_undone") == [("partner.csv", 1, 0, 0, 1, False)]


def test_who_is_not_the_owner_is_told_of_no_names(city: City):
    city.bring_text("partner.csv", "id,name\np1,Harbour\np2,Harbours\n")
    found = figures(_said(city, Rights(clusters=None)))
    assert (found["names_to_confirm"], found["organisations_loose"]) == ("for the owner", "for the owner")
    assert figures(_said(city))["names_to_confirm"] == "1"
