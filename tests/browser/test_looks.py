"""Every page, over every city, in both languages, both themes and three widths: nothing breaks and everybody can read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from looking import WIDTHS, Visitor
from looks import ALL, CITIES, LANGUAGES, PLACES, THEMES, Known, address, audited, faults, known
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
EVERY_LOOK = [(city, lang, theme) for city in CITIES for lang in LANGUAGES for theme in THEMES]
SPREAD = [("demo", "en", "light"), ("town", "nl", "dark"), ("register", "nl", "light")]  # each language, each theme, each city
BACKGROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 21, 24)"}
Visitors = Callable[[str, str], Visitor]
met: set[Known] = set()


@pytest.mark.parametrize(("city", "lang", "theme"), EVERY_LOOK if ALL else SPREAD)
def test_every_page(visitors: Visitors, city: str, theme: str, lang: str):
    visitor = visitors(city, theme)
    found: dict[tuple[str, int], list[str]] = {}
    for turn, place in enumerate(PLACES, start=CITIES.index(city)):
        visitor.go(address(city, place, lang))
        assert visitor.background == BACKGROUND[theme]
        for at, width in enumerate(WIDTHS):
            found[place, width] = faults(visitor, width)
            if ALL or at == turn % len(WIDTHS):  # axe takes most of the time: in a spread run once a page
                ours, streamlits = audited(visitor)
                found[place, width] += ours
                met.update(streamlits)
    assert {look: faulty for look, faulty in found.items() if faulty} == {}


@pytest.mark.skipif(not ALL, reason="only all looks together can tell what is met nowhere")
def test_each_finding_that_the_docs_allow_is_met_somewhere():
    assert met == known()


def test_the_docs_allow_only_single_elements_of_streamlit():
    for _, selector in known():
        assert re.search(r"\[data-testid=\"?st\w+\"?\]", selector), selector
        assert "*" not in selector


@pytest.fixture
def phone(visitors: Visitors) -> Iterator[Visitor]:
    """A visitor with a telephone."""
    visitor = visitors("demo", "light")
    visitor.widen(400)
    visitor.look_at("coverage?lang=en")
    yield visitor
    visitor.page.evaluate("localStorage.clear()")  # where a browser keeps that the sidebar was closed


def test_on_a_phone_the_sidebar_opens_and_closes(phone: Visitor):
    page, sidebar = phone.page, phone.page.locator("[data-testid=stSidebar]")
    expect(sidebar).to_have_attribute("data-collapsed", "true")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    expect(sidebar.get_by_role("combobox", name="Sector")).to_be_visible()
    assert faults(phone, 400) == []
    sidebar.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(sidebar).to_have_attribute("data-collapsed", "true")


def test_on_a_phone_figures_stand_below_each_other_and_charts_scroll_in_their_own_box(phone: Visitor):
    lefts = {round(metric.bounding_box()["x"]) for metric in phone.page.get_by_test_id("stMetric").all()}
    assert len(lefts) == 1
    map_of_gaps = phone.page.get_by_test_id("stGrid").first
    assert map_of_gaps.evaluate("box => box.scrollWidth > box.clientWidth + 50")
    map_of_gaps.get_by_role("button", name="As a table").focus()
    phone.page.keyboard.press("ArrowRight")
    phone.page.wait_for_function("box => box.scrollLeft > 0", arg=map_of_gaps.element_handle())
