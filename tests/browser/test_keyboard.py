"""By keyboard alone a visitor reaches everything, sees where they are, and is never held."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looking import WIDTHS, Visitor
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser
Visitors = Callable[[str, str], Visitor]
MOST = 200  # stops on one page
PLACE = "coverage?lang=en"
WHOLE_PAGE = '<main id="stMain"'  # Streamlit makes the page itself a stop, to which its skip link leads
# How what has the focus looks, and what stands around it; a table on a canvas draws its focus itself.
STOP = """() => {
    const looks = (element) => {
        const { outline, boxShadow, borderColor, backgroundColor, color, textDecorationLine } = getComputedStyle(element);
        return [outline, boxShadow, borderColor, backgroundColor, color, textDecorationLine].join();
    };
    window.looksOf ??= (element) => {
        const found = [...element.querySelectorAll(":scope > *")];
        for (let around = element, up = 0; around && up < 5; around = around.parentElement, up += 1) found.push(around);
        return found.map(looks).join(";");
    };
    const here = document.activeElement;
    if (!here || here === document.body) return "";
    window.stops ??= new Map();
    if (window.stops.has(here)) return "again";
    window.stops.set(here, here.closest("[data-testid=stDataFrame]") ? null : window.looksOf(here));
    return here.outerHTML.slice(0, 120);
}"""
UNSEEN = """() => {
    document.activeElement.blur();
    return [...window.stops].filter(([element, focused]) => element.isConnected && focused !== null && window.looksOf(element) === focused)
        .map(([element]) => element.outerHTML.slice(0, 160));
}"""


def _reach(visitor: Visitor, sought: Locator, key: str = "Tab") -> None:
    """Press one key until what is sought, or something in it, has the focus."""
    for _ in range(MOST):
        if sought.evaluate("element => element.contains(document.activeElement)"):
            return
        visitor.page.keyboard.press(key)
    raise AssertionError(f"No stop at {sought}.")


def _press(visitor: Visitor, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)
        visitor.page.wait_for_timeout(60)


def _stops(visitor: Visitor, key: str) -> list[str]:
    """Every stop from one end of the page until one comes again or the other end is passed."""
    found: list[str] = []
    for _ in range(MOST):
        visitor.page.keyboard.press(key)
        stop = visitor.page.evaluate(STOP)
        if stop.startswith("<canvas"):  # a long table, in which Tab goes from cell to cell
            visitor.page.keyboard.press("Escape")
        if found and stop in ("", "again"):
            return found
        found += [stop] if stop else []
    raise AssertionError(f"Held after {found[-3:]}.")


def _choose(visitor: Visitor, group: str, option: str) -> None:
    """Choose one of a few options that stand side by side."""
    radios = visitor.page.get_by_role("radiogroup", name=group)
    _reach(visitor, radios)
    for _ in radios.get_by_role("radio").all():
        if radios.get_by_role("radio", name=option).evaluate("element => element === document.activeElement"):
            break
        _press(visitor, "ArrowRight")
    _press(visitor, "Space")


@pytest.fixture
def reader(visitors: Visitors) -> Visitor:
    """A visitor at the first link of a page, who was there before."""
    visitor = visitors("demo", "light")
    visitor.widen(WIDTHS[0])
    visitor.look_at(PLACE)
    visitor.page.evaluate("window.stops = undefined")
    visitor.page.get_by_test_id("stSidebarNavLink").first.focus()
    return visitor


@pytest.mark.parametrize("place", ["partner?lang=en&partner=p001", PLACE])
def test_every_stop_is_seen_and_can_be_left(visitors: Visitors, place: str):
    visitor = visitors("demo", "light")
    visitor.widen(WIDTHS[0])
    visitor.go(place)
    forward = _stops(visitor, "Tab")
    assert len(forward) > 20
    unseen = [element for element in visitor.page.evaluate(UNSEEN) if not element.startswith(WHOLE_PAGE)]
    assert unseen == []
    visitor.page.evaluate("window.stops = undefined")
    assert len(_stops(visitor, "Shift+Tab")) >= len(forward) - 2


def test_the_meaning_of_the_figures(reader: Visitor):
    for _ in _stops(reader, "Tab"):  # past the long table
        pass
    _reach(reader, reader.page.get_by_test_id("stMain").locator("summary"), "Shift+Tab")
    _press(reader, "Enter")
    expect(reader.page.get_by_role("combobox", name="Figure")).to_be_visible()


def test_a_dossier_from_a_link(reader: Visitor):
    link = reader.page.get_by_test_id("stMain").get_by_role("link").first
    name = link.inner_text()
    _reach(reader, link)
    with reader.context.expect_page() as opened:
        _press(reader, "Enter")
    dossier = Visitor(reader.address, reader.context, opened.value)
    dossier.settle()
    assert dossier.heading.startswith(f"{name}: ")
    dossier.close()


def test_a_file_to_take_along(reader: Visitor):
    _reach(reader, reader.page.get_by_role("button", name="CSV").first)
    with reader.page.expect_download() as taken:
        _press(reader, "Enter")
    assert taken.value.suggested_filename.endswith(".csv")


def test_a_chart_as_a_table_closes_with_escape_and_leaves_the_focus(reader: Visitor):
    button, opened = reader.page.get_by_role("button", name="As a table").first, reader.page.get_by_test_id("stPopoverBody")
    _reach(reader, button)
    _press(reader, "Enter")
    expect(opened.get_by_test_id("stDataFrame")).to_be_visible()
    _press(reader, "Escape")
    expect(opened).to_have_count(0)
    assert button.evaluate("element => element.contains(document.activeElement)")


@pytest.mark.parametrize(("name", "inside"), [("Data", "stDownloadButton"), ("Link to this page", "stCode")])
def test_what_the_sidebar_hides_opens_and_closes(reader: Visitor, name: str, inside: str):
    sidebar = reader.page.get_by_test_id("stSidebar")
    summary = sidebar.locator("summary", has_text=name)
    _reach(reader, summary)
    _press(reader, "Enter")
    expect(sidebar.get_by_test_id(inside)).to_be_visible()
    _press(reader, "Enter")
    expect(sidebar.get_by_test_id(inside)).not_to_be_visible()
    assert summary.evaluate("element => element === document.activeElement")


def test_the_other_map(reader: Visitor):
    _choose(reader, "By cluster of", "anybody with a tie")
    reader.page.wait_for_url("**map=**")


def test_a_filter_is_set_and_cleared(reader: Visitor):
    for label, typed, key, value in (("Sector", "cult", "sector", "culture"), ("Tier", "B", "tier", "B")):
        _reach(reader, reader.page.get_by_role("combobox", name=label))
        reader.page.keyboard.type(typed)
        _press(reader, "Enter", "Escape")
        reader.page.wait_for_url(f"**{key}={value}**")
        reader.settle()
    _reach(reader, reader.page.get_by_role("combobox", name="Sector"), "Shift+Tab")
    _press(reader, "Backspace", "Escape")
    reader.page.wait_for_url("**sector=all**")
    reader.settle()
    assert reader.scope["tier"] == ["B"]


def test_another_day(reader: Visitor):
    _reach(reader, reader.page.get_by_test_id("stDateInput").first)
    _press(reader, "ArrowDown", "Enter", "Tab", "Tab", "Tab", "Tab")
    reader.page.wait_for_url("**as_of=2026-11-22**")
    reader.settle()


def test_the_other_language(reader: Visitor):
    _choose(reader, "Language", "Nederlands")
    reader.page.wait_for_url("**lang=nl**")
    expect(reader.page.locator("h1")).to_contain_text("We dekken")
    _choose(reader, "Taal", "English")
    reader.page.wait_for_url("**lang=en**")
    expect(reader.page.locator("h1")).not_to_contain_text("We dekken")


def test_another_page_and_a_partner_is_searched(reader: Visitor):
    _reach(reader, reader.page.get_by_role("link", name="Partner", exact=True))
    _press(reader, "Enter")
    reader.page.wait_for_url("**/partner?**")
    reader.settle()
    _reach(reader, reader.page.get_by_role("combobox", name="Search a partner"))
    reader.page.keyboard.type("Droogdok")
    _press(reader, "Enter")
    reader.page.wait_for_url("**partner=p**")
    expect(reader.page.locator("h1")).to_contain_text("Festival Het Droogdok")
