"""A filter set once holds: on every page, after a reload, on the way back, and in a copied link."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from looking import PAGES, WIDTHS, Visitor
from looks import THOROUGH
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
KEYS = {"as_of", "since", "period", "sector", "cluster", "tier", "account_manager", "lang"}
Guest = Callable[[str], Visitor]
Visitors = Callable[[str, str], Visitor]


def _parts(link: str) -> tuple[str, dict[str, list[str]]]:
    """The page of an address and what it asks there."""
    return urlsplit(link).path, parse_qs(urlsplit(link).query)


def _choose(visitor: Visitor, label: str, value: str) -> None:
    box = visitor.page.get_by_role("combobox", name=label)
    box.click()
    visitor.page.get_by_role("option", name=value, exact=True).click()
    visitor.page.keyboard.press("Escape")
    visitor.settle()


@pytest.fixture(scope="module")
def chooser(visitors: Visitors) -> Visitor:
    """A visitor of the demo who chose culture and tier B, and who stays."""
    found = visitors("demo", "dark")
    found.widen(WIDTHS[0])
    found.go("portfolio")
    assert set(found.scope) == KEYS
    whole = found.heading
    _choose(found, "Sector", "culture")
    _choose(found, "Tier", "B")
    found.page.wait_for_url("**tier=B**")
    expect(found.page.locator("h1")).not_to_have_text(whole)
    found.settle()
    assert found.scope["sector"] == ["culture"]
    assert found.scope["tier"] == ["B"]
    return found


@pytest.fixture
def filtered(chooser: Visitor) -> Visitor:
    """The same visitor, back on the first page by the navigation."""
    if urlsplit(chooser.page.url).path != "/portfolio":
        chooser.turn_to("portfolio")
    return chooser


def test_it_holds_on_every_page_and_each_is_one_step_back(filtered: Visitor):
    scope, steps = filtered.scope, filtered.page.evaluate("history.length")
    for page in (*PAGES[1:3], PAGES[0]):
        filtered.turn_to(page)
        assert filtered.scope == scope
        expect(filtered.page.get_by_text("only culture").first).to_be_visible()
        expect(filtered.page.get_by_text("only tier B").first).to_be_visible()
    filtered.turn_to(PAGES[3])
    assert filtered.scope == scope
    assert filtered.page.evaluate("history.length") == steps + len(PAGES)


def test_back_goes_to_the_page_before_with_the_same_scope(filtered: Visitor):
    scope, heading = filtered.scope, filtered.heading
    filtered.turn_to("coverage")
    filtered.page.go_back()
    filtered.page.wait_for_url("**/portfolio**")
    expect(filtered.page.locator("h1")).to_have_text(heading)
    filtered.settle()
    assert filtered.scope == scope


def test_it_holds_after_a_reload(filtered: Visitor):
    scope, heading = filtered.scope, filtered.heading
    filtered.page.reload()
    filtered.settle()
    assert (filtered.scope, filtered.heading) == (scope, heading)


@pytest.fixture
def stayer(visitors: Visitors) -> Visitor:
    """A visitor of the demo whose tab others used before."""
    found = visitors("demo", "light")
    found.widen(WIDTHS[0])
    return found


EVERYTHING = {
    "as_of": ["2026-10-01"],
    "since": ["quarter"],
    "period": ["2026-02-01..2026-09-30"],
    "sector": ["culture", "residents"],
    "cluster": ["culture", "upkeep"],
    "tier": ["A", "B"],
    "account_manager": ["e008", "e011"],
    "lang": ["nl"],
    "map": ["tie"],
    "rows": ["single"],
    "open": ["residents"],
}


@THOROUGH
def test_every_filter_and_choice_together_holds_everywhere(guest: Guest):
    visitor = guest("demo")
    visitor.go(f"portfolio?{urlencode(EVERYTHING, doseq=True)}")
    headings = {"portfolio": visitor.heading}
    for page in PAGES[1:]:
        visitor.turn_to(page)
        headings[page] = visitor.heading
        assert visitor.scope == EVERYTHING, page
    visitor.page.reload()
    visitor.settle()
    assert visitor.scope == EVERYTHING
    for way, page in ((visitor.page.go_back, "sectors"), (visitor.page.go_back, "coverage"), (visitor.page.go_forward, "sectors")):
        way()
        visitor.page.wait_for_url(f"**/{page}**")
        expect(visitor.page.locator("h1")).to_have_text(headings[page])
        visitor.settle()
        assert visitor.scope == EVERYTHING, page
    colleague = guest("demo")
    colleague.page.goto(visitor.page.url)
    colleague.settle()
    assert (colleague.scope, colleague.heading) == (EVERYTHING, headings["sectors"])
    assert visitor.complaints + colleague.complaints == []


def test_a_chosen_partner_survives_a_reload_and_comes_back_behind_the_search(stayer: Visitor):
    stayer.go("partner?lang=en&partner=p002")
    heading = stayer.heading
    stayer.page.reload()
    stayer.settle()
    assert stayer.heading == heading
    stayer.turn_to("portfolio")
    for _ in ("the search", "the dossier"):
        stayer.page.go_back()
        stayer.page.wait_for_url("**/partner?**")
        stayer.settle()
    expect(stayer.page.locator("h1")).to_have_text(heading)


def test_the_link_to_copy_is_the_address_and_shows_a_colleague_the_same(filtered: Visitor, guest: Guest):
    filtered.turn_to("sectors")
    filtered.page.get_by_text("Link to this page").click()
    link = filtered.page.locator("[data-testid=stCode]").inner_text().strip().replace("\n", "")
    assert _parts(link) == _parts(filtered.page.url)
    colleague = guest("demo")
    colleague.page.goto(link)
    colleague.settle()
    assert (colleague.scope, colleague.heading) == (filtered.scope, filtered.heading)


def test_a_link_of_a_table_opens_the_dossier_with_the_same_scope(filtered: Visitor):
    link = filtered.page.locator("[data-testid=stTable] a").first
    name = link.inner_text()
    with filtered.context.expect_page() as opened:
        link.click()
    dossier = Visitor(filtered.address, filtered.context, opened.value)
    dossier.settle()
    assert urlsplit(dossier.page.url).path == "/partner"
    assert parse_qs(urlsplit(dossier.page.url).query)["partner"]
    assert dossier.heading.startswith(f"{name}: ")
    assert dossier.scope == filtered.scope


@pytest.mark.parametrize("clicks", [0, 1, 2])
def test_a_name_in_a_long_table_is_read_and_sorted_as_a_name_and_leads_to_its_dossier(filtered: Visitor, clicks: int):
    scope = filtered.scope
    table = filtered.page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place
    for _ in range(clicks):
        filtered.page.mouse.click(place["x"] + 60, place["y"] + 17)
        filtered.page.wait_for_timeout(400)
    names = [cell.inner_text() for cell in table.locator("tbody tr td:first-child").all()]
    assert names == (sorted(names, key=str.casefold, reverse=clicks == 2) if clicks else names)
    filtered.page.mouse.click(place["x"] + 60, place["y"] + 35 + 17)
    filtered.page.wait_for_url("**/partner?**")
    filtered.settle()
    assert filtered.heading.startswith(f"{names[0]}: ")
    assert filtered.scope == scope
    filtered.page.go_back()
    filtered.page.wait_for_url("**/portfolio?**")


@THOROUGH
def test_a_language_chosen_on_one_page_is_that_of_the_next(stayer: Visitor):
    stayer.go("portfolio?lang=en")
    stayer.page.get_by_role("radio", name="Nederlands").click()
    stayer.page.wait_for_url("**lang=nl**")
    stayer.settle()
    stayer.turn_to("coverage")
    assert stayer.scope["lang"] == ["nl"]
    assert stayer.heading.startswith("We dekken ")


@THOROUGH
def test_an_opened_sector_survives_a_reload(stayer: Visitor):
    stayer.go("sectors?lang=en&open=sport")
    for _ in range(2):
        expect(stayer.page.get_by_role("heading", name="Sport: ")).to_be_visible()
        stayer.page.reload()
        stayer.settle()
