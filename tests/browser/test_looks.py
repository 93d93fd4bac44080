"""Every page, over every city, in both languages, both themes and three widths: nothing breaks and everybody can read it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest
from looking import WIDTHS, Visitor
from looks import CITIES, LANGUAGES, PLACES, THEMES, Known, address, audited, faults, known
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
ALL = bool(os.environ.get("RELINSIGHT_ALL_LOOKS"))
WHOLE = [(lang, theme) for lang in LANGUAGES for theme in THEMES]
SPREAD = [("en", "light"), ("nl", "dark")]
Visitors = Callable[[str, str], Visitor]
met: set[Known] = set()


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize(("lang", "theme"), WHOLE if ALL else SPREAD)
def test_every_page(visitors: Visitors, city: str, theme: str, lang: str):
    visitor = visitors(city, theme)
    found: dict[tuple[str, int], list[str]] = {}
    for turn, place in enumerate(PLACES, start=CITIES.index(city) + LANGUAGES.index(lang)):
        visitor.go(address(city, place, lang))
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


def test_on_a_phone_the_sidebar_opens_and_closes(visitors: Visitors):
    visitor = visitors("demo", "light")
    visitor.widen(400)
    visitor.go("coverage?lang=en")
    page, sidebar = visitor.page, visitor.page.locator("[data-testid=stSidebar]")
    expect(sidebar).to_have_attribute("data-collapsed", "true")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    expect(sidebar.get_by_role("combobox", name="Sector")).to_be_visible()
    assert faults(visitor, 400) == []
    sidebar.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(sidebar).to_have_attribute("data-collapsed", "true")


def test_on_a_phone_figures_stand_below_each_other_and_charts_scroll_in_their_own_box(visitors: Visitors):
    visitor = visitors("demo", "light")
    visitor.widen(400)
    visitor.go("coverage?lang=en")
    lefts = {round(metric.bounding_box()["x"]) for metric in visitor.page.get_by_test_id("stMetric").all()}
    assert len(lefts) == 1
    map_of_gaps = visitor.page.get_by_test_id("stGrid").first
    assert map_of_gaps.evaluate("box => box.scrollWidth > box.clientWidth + 50")
    map_of_gaps.get_by_role("button", name="As a table").focus()
    visitor.page.keyboard.press("ArrowRight")
    visitor.page.wait_for_function("box => box.scrollLeft > 0", arg=map_of_gaps.element_handle())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_is_that_of_the_reader(visitors: Visitors, theme: str):
    visitor = visitors("demo", theme)
    visitor.widen(1440)
    visitor.go("portfolio?lang=en")
    background = visitor.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 21, 24)"}[theme]
    drawn = visitor.page.locator("[data-testid=stPlotlyChart] .main-svg").first.inner_html()
    assert not re.search(r"#0000[0-3]\d|rgb\(0, 0, (?:[1-9]|[1-5]\d)\)", drawn)
