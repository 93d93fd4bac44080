"""A filter set once holds: on every page, after a reload, on the way back, and in a copied link."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from looking import PAGES, Visitor
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
KEYS = {"as_of", "since", "period", "sector", "cluster", "tier", "account_manager", "lang"}
Guest = Callable[[str], Visitor]


def _choose(visitor: Visitor, label: str, value: str) -> None:
    box = visitor.page.get_by_role("combobox", name=label)
    box.click()
    visitor.page.get_by_role("option", name=value, exact=True).click()
    visitor.page.keyboard.press("Escape")
    visitor.settle()


@pytest.fixture
def filtered(guest: Guest) -> Visitor:
    """A visitor of the demo who chose culture and tier B."""
    visitor = guest("demo")
    visitor.go("portfolio")
    assert set(visitor.scope) == KEYS
    whole = visitor.heading
    _choose(visitor, "Sector", "culture")
    _choose(visitor, "Tier", "B")
    visitor.page.wait_for_url("**tier=B**")
    expect(visitor.page.locator("h1")).not_to_have_text(whole)
    visitor.settle()
    assert visitor.scope["sector"] == ["culture"]
    assert visitor.scope["tier"] == ["B"]
    return visitor


def test_it_holds_on_every_page(filtered: Visitor):
    scope = filtered.scope
    for page in (*PAGES[1:3], PAGES[0]):
        filtered.turn_to(page)
        assert filtered.scope == scope
        expect(filtered.page.get_by_text("only culture").first).to_be_visible()
        expect(filtered.page.get_by_text("only B").first).to_be_visible()


def test_it_holds_after_a_reload(filtered: Visitor):
    scope, heading = filtered.scope, filtered.heading
    filtered.page.reload()
    filtered.settle()
    assert (filtered.scope, filtered.heading) == (scope, heading)


def test_back_goes_to_the_page_before_with_the_same_scope(filtered: Visitor):
    scope, heading = filtered.scope, filtered.heading
    filtered.turn_to("coverage")
    filtered.page.go_back()
    filtered.page.wait_for_url("**/portfolio**")
    expect(filtered.page.locator("h1")).to_have_text(heading)
    filtered.settle()
    assert filtered.scope == scope


def test_a_copied_address_shows_a_colleague_the_same(filtered: Visitor, guest: Guest):
    filtered.turn_to("coverage")
    colleague = guest("demo")
    colleague.page.goto(filtered.page.url)
    colleague.settle()
    assert (colleague.scope, colleague.heading) == (filtered.scope, filtered.heading)


def test_the_link_to_copy_is_the_address(filtered: Visitor, guest: Guest):
    filtered.turn_to("sectors")
    filtered.page.get_by_text("Link to this page").click()
    link = filtered.page.locator("[data-testid=stCode]").inner_text().strip().replace("\n", "")
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


def test_a_language_chosen_on_one_page_is_that_of_the_next(guest: Guest):
    visitor = guest("demo")
    visitor.go("portfolio?lang=en")
    visitor.page.get_by_role("radio", name="Nederlands").click()
    visitor.page.wait_for_url("**lang=nl**")
    visitor.settle()
    visitor.turn_to("coverage")
    assert visitor.scope["lang"] == ["nl"]
    assert visitor.heading.startswith("We dekken ")


def test_an_opened_sector_and_a_chosen_partner_survive_a_reload(guest: Guest):
    visitor = guest("demo")
    visitor.go("sectors?lang=en&open=sport")
    expect(visitor.page.get_by_role("heading", name="Sport: ")).to_be_visible()
    visitor.page.reload()
    visitor.settle()
    expect(visitor.page.get_by_role("heading", name="Sport: ")).to_be_visible()
    visitor.go("partner?lang=en&partner=p002")
    heading = visitor.heading
    visitor.page.reload()
    visitor.settle()
    assert visitor.heading == heading
