"""Zero, one and none: a page without a partner, with one, and with a part of them says no more than it knows."""

from __future__ import annotations

from functools import partial

import pytest
from answers import asked, block, cards, context, figures, heading, lines, on, title
from town import town

from relinsight.access.reader import Reader
from relinsight.export.markdown import as_markdown
from relinsight.insights.blocks import Chart, Insight, KeyFigure, Note, Table
from relinsight.insights.coverage import coverage
from relinsight.insights.data import data
from relinsight.insights.partner import partner as dossier
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors
from relinsight.insights.sectors.one_sector import one_sector
from relinsight.languages.sentence import Speaker

DAY = on("2026-06-30")
ONE = """
    partner  tier  sector  account_manager  last_contact
    harbour  A     care    anna             2026-06-01
"""
LATER_TIERS = """
    partner
    harbour

    partner_tier:partner_id  tier  from_date
    harbour                  A     2026-07-01
"""


def _notes(insight: Insight) -> list[str]:
    return [found.name for found in insight.blocks if isinstance(found, Note)]


@pytest.mark.parametrize("page", [portfolio, coverage, sectors, dossier, data])
def test_an_empty_database_is_said_to_be_empty_and_nothing_else(page):
    found = asked(page, "sector\ncare", DAY)
    assert heading(found) == "There are no partners and no dealings yet"
    assert "unknown" not in _notes(found)
    assert "0 of 0" not in as_markdown(found, "en")


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_filters_that_leave_nobody_say_so_in_each_exhibit(page):
    found = page(Reader(town()), on("2026-09-30", since="2026-06-30", tiers=("nothing",)))
    titles = {b.name: title(found, b.name) for b in found.blocks if not isinstance(b, KeyFigure) and b.title}
    silent = {"to-talk-about", "changes", "sectors"}
    assert {said for name, said in titles.items() if name not in silent} <= {
        "No partner is in view",
        "No partner in view was promised all five links",
    }
    assert "unknown" not in titles
    assert set(figures(found).values()) <= {"none", "unknown", "0"}


@pytest.mark.parametrize("page", [portfolio, coverage, sectors, dossier, data])
def test_a_block_without_rows_says_why_and_has_no_caption(page):
    nobody = page(Reader(town()), on("2026-09-30", since="2026-06-30", tiers=("nothing",)))
    for found in (nobody, asked(page, "sector\ncare", DAY), asked(page, "partner\nharbour", DAY)):
        blocks = [block for block in found.blocks if isinstance(block, Table | Chart)]
        assert blocks
        assert [block.name for block in blocks if not block.rows and (block.caption or not block.none)] == []


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_a_day_on_which_nobody_has_a_tier_names_no_filter(page):
    found = asked(page, LATER_TIERS, DAY)
    assert heading(found) == "No partner belongs to the portfolio on this day"


def test_one_partner_is_spoken_of_as_one():
    found = asked(portfolio, ONE, DAY)
    assert heading(found).startswith("The one relation with a rhythm keeps it")
    assert title(found, "chain") == "The one partner does not get all that we promised"
    assert heading(asked(sectors, ONE, DAY)) == "There is one sector at most in view, so there is nothing to compare"
    inside = asked(partial(one_sector, sector="care"), ONE, DAY)
    assert title(inside, "links") == "There is nothing to compare this sector with"


def test_tier_a_is_not_spoken_of_where_it_is_not_in_view():
    found = portfolio(Reader(town()), on("2026-09-30", tiers=("C",)))
    assert heading(found) == "10 of 15 relations keep their rhythm"
    assert "only tier C" in context(found)
    assert cards(found, "to-talk-about") == []


def test_a_partner_without_a_rhythm_is_not_counted_among_those_who_keep_it():
    city = """
        partner  tier  last_contact
        harbour  A     2026-06-01
        quay     A     2026-05-30
        water    C     2026-06-01

        tier_policy:tier  rhythm_days
        A                 60
        C                 -
    """
    found = asked(portfolio, city, DAY)
    assert heading(found).startswith("2 of 2 relations keep their rhythm")
    assert figures(found)["in_time"] == "2 of 2"


def test_the_lack_of_a_sector_is_said_in_words_where_no_partner_lacks_one():
    assert "only partners without a sector" in context(asked(portfolio, ONE, on("2026-06-30", sectors=("(none)",))))


def test_a_promise_that_stands_alone_is_spoken_of_as_one():
    city = """
        partner  tier  last_contact
        harbour  C     2026-06-01

        tier_policy:tier  rhythm_days
        C                 60
    """
    found = block(asked(dossier, city, on("2026-06-30", partner="harbour")), "promises")
    assert found.caption
    assert Speaker("nl")(found.caption) == (
        "De enige belofte van niveau C komen we na, naast de accountmanager en de contactpersoon die elke partner krijgt."
    )


def test_what_is_missing_is_counted_or_said_to_be_nowhere():
    assert lines(asked(portfolio, ONE, DAY), "unknown") == ["1 partner has not told us what it thinks of us."]
    assert lines(asked(coverage, ONE, DAY), "unknown") == ["No missing data were found."]
