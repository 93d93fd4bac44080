"""No partner has a tier: nothing was promised, and the pages speak of contacts and dealings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from answers import SAY, asked, block, cells, context, exhibit, figures, heading, lines, on, rows, title

from relinsight.insights.blocks import Table
from relinsight.insights.coverage import coverage
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors
from relinsight.words.text import Text

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
    assert [column.name for column in table.columns] == ["id", "name", "tier", "sector", "account_manager"]
    assert table.file_name == "partner.csv"
    assert cells(found, "tiers", "id name tier sector") == [
        ("museum", "museum", None, "culture"),
        ("clinic", "clinic", None, "care"),
        ("theatre", "theatre", None, "culture"),
        ("nobody", "nobody", None, None),
    ]


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


DIARY = """
    sector
    culture
    care

    partner  sector
    museum   culture
    theatre  culture
    clinic   care
    nobody   -

    employee
    anna
    bas

    contact_person
    per1
    per2

    contact_person_function:contact_person_id  partner_id
    per1                                       museum
    per2                                       clinic

    contact_moment  day         achieved
    m1              2024-01-01  true
    m2              2026-05-01  true
    m3              2026-04-01  true
    m4              2026-06-01  false
    m5              2026-12-01  true

    contact_moment_partner:contact_moment_id  partner_id
    m1                                        museum
    m2                                        museum
    m2                                        clinic
    m3                                        theatre
    m4                                        nobody
    m5                                        nobody

    contact_moment_person:contact_moment_id  contact_person_id
    m1                                       per1
    m2                                       per1
    m2                                       per2

    contact_moment_employee:contact_moment_id  employee_id
    m1                                         anna
    m2                                         anna
    m2                                         bas
    m3                                         bas
"""


def test_contacts_are_told_before_there_are_tiers():
    found = asked(portfolio, DIARY, DAY)
    assert heading(found) == "We spoke with 3 of 4 partners; nothing was promised to them yet"
    assert figures(found) == {"partners_known": "4", "partners_met": "3 of 4"}
    assert [tuple(map(_said, row)) for row in cells(found, "most-met", "name contacts last_contact met met_by")] == [
        ("museum", 2, date(2026, 5, 1), "per1", "anna and 1 other"),
        ("clinic", 1, date(2026, 5, 1), "per2", "anna and 1 other"),
        ("theatre", 1, date(2026, 4, 1), None, "bas"),
    ]
    assert [name for (name,) in cells(found, "partners", "name")] == ["museum", "clinic", "theatre", "nobody"]
    assert [name for (name,) in cells(found, "tiers", "name")] == ["museum", "clinic", "theatre", "nobody"]


def _said(value):
    return SAY(value) if isinstance(value, Text) else value


def test_who_was_never_met_or_met_longest_ago_comes_first_where_gaps_are_asked():
    found = asked(coverage, DIARY, DAY)
    assert heading(found) == "Nothing was promised yet, so nobody is uncovered; with 1 partner we never spoke"
    assert cells(found, "longest-ago", "name last_contact") == [
        ("nobody", None),
        ("theatre", date(2026, 4, 1)),
        ("clinic", date(2026, 5, 1)),
        ("museum", date(2026, 5, 1)),
    ]


def test_sectors_are_compared_by_whom_we_met():
    found = asked(sectors, DIARY, DAY)
    assert heading(found) == "We spoke with most partners in the sector culture: 2 of 2"
    assert cells(found, "sectors", "sector_name partners met last_contact") == [
        ("culture", 2, 2, date(2026, 5, 1)),
        ("care", 1, 1, date(2026, 5, 1)),
        ("no sector", 1, 0, None),
    ]


def test_contacts_and_dealings_stand_beside_each_other():
    found = asked(portfolio, DIARY + "\n    dealing  partner_id  year  granted\n    d1       nobody      2026  5.00\n", DAY)
    assert figures(found)["dealings_open"] == "1"
    assert cells(found, "partners", "name contacts open")[-1] == ("nobody", 0, 1)
    assert title(found, "amounts") == "The largest amount in open dealings went to no sector"


TIERS = """
    sector
    culture

    partner  tier  sector
    museum   A     culture
    theatre  -     culture
    clinic   -     -
"""


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_partners_without_a_tier_are_counted_and_listed_beside_those_with_one(page):
    found = asked(page, TIERS, DAY)
    assert lines(found, "unknown")[0] == ("2 partners have no tier and stand outside these figures; the list to fill in below names them.")
    assert cells(found, "tiers", "id sector") == [("clinic", None), ("theatre", "culture")]
    assert lines(asked(page, TIERS, on("2026-06-30", sectors=("culture",))), "unknown")[0].startswith("1 partner has no tier and stands")


@pytest.mark.parametrize("page", [portfolio, coverage, sectors])
def test_no_list_is_offered_where_every_partner_has_a_tier(page):
    found = asked(page, TIERS, on("2026-06-30", tiers=("A",)))
    assert "tiers" not in [one.name for one in found.blocks if isinstance(one, Table)]
