"""A register alone: no partner has a tier, so nothing was promised and the pages speak of dealings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from answers import SAY, asked, block, cells, context, exhibit, figures, heading, lines, on, rows, title

from relinsight.insights.coverage import coverage
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors

REGISTER = """
    sector
    culture
    care

    partner  sector
    museum   culture
    theatre  culture
    clinic   care
    nobody   -

    dealing  partner_id  organisation     role              year  granted     requested
    d1       museum      Museum           subsidy_provider  2026  1500000.00  2000000.00
    d2       museum      Museum           subsidy_provider  2024  10.00       10.00
    d3       clinic      Clinic           subsidy_provider  2026  400.50      -
    d4       theatre     Theatre          subsidy_provider  2026  -           100.00
    d5       -           Bakery           subsidy_provider  2026  5.00        5.00
    d6       -           various~persons  subsidy_provider  2026  7.00        7.00
    d7       -           -                subsidy_provider  2026  9.00        9.00

    partner_alias:partner_id  alias
    -                         Various~Persons
"""
DAY = on("2026-06-30")


def test_the_portfolio_counts_partners_with_open_dealings_and_says_that_nothing_was_promised():
    found = asked(portfolio, REGISTER, DAY)
    assert heading(found) == "3 of 4 partners have open dealings; nothing was promised to them yet"
    assert figures(found) == {
        "partners_known": "4",
        "dealings_open": "3",
        "granted_open": "€\N{NO-BREAK SPACE}1.5 million",
        "not_on_list": "4",
    }


def test_partners_stand_by_open_dealings_and_then_by_what_was_granted_in_them():
    found = asked(portfolio, REGISTER, DAY)
    assert cells(found, "partners", "name sector_name open dealings granted") == [
        ("museum", "culture", 1, 2, Decimal("1500000.00")),
        ("clinic", "care", 1, 1, Decimal("400.50")),
        ("theatre", "culture", 1, 1, None),
        ("nobody", "no sector", 0, 0, None),
    ]


def test_the_list_to_fill_in_has_the_columns_of_an_import_and_an_empty_tier():
    found = asked(portfolio, REGISTER, DAY)
    table = block(found, "tiers")
    assert [column.name for column in table.columns] == ["id", "name", "tier"]
    assert table.file_name == "partner.csv"
    assert cells(found, "tiers", "id name tier") == [(name, name, None) for name in ("museum", "clinic", "theatre", "nobody")]


def test_the_sectors_are_compared_by_amount():
    found = asked(sectors, REGISTER, DAY)
    assert heading(found) == "Culture has the largest amount in open dealings: €\N{NO-BREAK SPACE}1.5 million"
    assert cells(found, "sectors", "sector_name partners open granted") == [
        ("culture", 2, 2, Decimal("1500000.00")),
        ("care", 1, 1, Decimal("400.50")),
        ("no sector", 1, 0, None),
    ]
    assert title(found, "amounts") == "The largest amount in open dealings went to culture"


def test_an_amount_that_nobody_knows_is_not_a_granted_nothing():
    register = """
        partner  sector
        clinic   care
        museum   culture

        dealing  partner_id  year  granted
        d1       clinic      2026  -
        d2       museum      2026  0
    """
    care = on("2026-06-30", sectors=("care",))
    assert title(asked(portfolio, register, care), "amounts") == "No granted amount is known of the dealings that are open"
    assert title(asked(portfolio, register, DAY), "amounts") == "Nothing was granted yet in the dealings that are open"
    assert cells(asked(sectors, register, DAY), "sectors", "sector_name granted") == [("culture", Decimal("0.00")), ("care", None)]
    assert [SAY(row.said) for row in exhibit(asked(sectors, register, DAY), "amounts").rows] == ["€\N{NO-BREAK SPACE}0", "unknown"]


def test_the_open_dealings_are_those_of_the_partners_in_the_list():
    register = """
        partner  active_to
        museum   -
        mill     2025-12-31

        dealing  partner_id  opened_on   granted
        d1       museum      2026-01-01  10.00
        d2       mill        2025-01-01  20.00
    """
    found = asked(portfolio, register, DAY)
    assert figures(found)["dealings_open"] == "1"
    assert figures(found)["granted_open"] == "€\N{NO-BREAK SPACE}10"
    assert cells(found, "partners", "name open granted") == [("museum", 1, Decimal("10.00"))]


def test_nobody_is_uncovered_where_nothing_was_promised():
    found = asked(coverage, REGISTER, DAY)
    assert heading(found) == "Nothing was promised yet, so nobody is uncovered; 4 organisations deal with us without a tier"
    assert [name for (name,) in cells(found, "largest", "name")][:2] == ["museum", "clinic"]


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_every_page_says_what_is_unknown_and_what_to_do(page):
    found = asked(page, REGISTER, DAY)
    assert lines(found, "unknown") == [
        "1 dealing stands under a collective name, such as private persons; it belongs to no organisation.",
        "1 dealing names no organisation at all.",
        "1 dealing is of an organisation that is no partner here.",
        "The granted amount of 1 dealing is not known.",
    ]
    assert lines(found, "what-to-do")[0] == "No partner has a tier, so nothing was promised yet and silence cannot be judged."
    assert "No contact moments are known: import them to see with whom we are in touch." in lines(found, "what-to-do")
    assert rows(found, "tiers")


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_a_filter_chooses_partners(page):
    found = asked(page, REGISTER, on("2026-06-30", sectors=("care",)))
    assert [row["id"] for row in rows(found, "tiers")] == ["clinic"]
    assert context(found)[-1] == "only care"


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_nobody_under_a_filter_breaks_nothing(page):
    assert rows(asked(page, REGISTER, on("2026-06-30", tiers=("A",))), "tiers") == ()


def test_nobody_under_a_filter_is_said():
    assert heading(asked(sectors, REGISTER, on("2026-06-30", tiers=("A",)))) == "No partner fits this day and these filters"
    assert heading(asked(portfolio, REGISTER, on("2026-06-30", tiers=("A",)))) == "No partner fits this day and these filters"


def test_a_day_before_every_dealing_has_none_open():
    found = asked(portfolio, REGISTER, on("2020-01-01"))
    assert heading(found) == "4 partners are known; nothing was promised to them yet"


def test_one_open_dealing_is_said_as_one():
    city = """
        partner
        museum

        dealing  partner_id  year
        d1       museum      2026
    """
    assert heading(asked(portfolio, city, DAY)) == "1 of 1 partner has open dealings; nothing was promised to it yet"


def test_one_organisation_is_said_as_one():
    city = """
        partner
        museum

        dealing  partner_id  year
        d1       museum      2026
    """
    assert heading(asked(coverage, city, DAY)).endswith("1 organisation deals with us without a tier")


def test_the_dossier_of_a_partner_in_a_register_shows_its_dealings():
    found = asked(partner, REGISTER, on("2026-06-30", partner="museum"))
    assert heading(found) == "museum: never contacted; how they see us is not known"
    assert title(found, "dealings") == "One open dealing in one role"
    assert cells(found, "dealings", "role year state") == [
        ("subsidy provider", "2026", "open"),
        ("subsidy provider", "2024", "closed"),
    ]
