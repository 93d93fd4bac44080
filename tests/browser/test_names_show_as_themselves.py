"""Names full of markup, on every page, in a browser: each is read as it is, and nothing is made of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from looking import WIDTHS, Visitor
from looks import THOROUGH, faults
from playwright.sync_api import Locator, expect
from wild import LONG, NAMES, ODD, OWN

from relinsight.export.tables import RISKY

pytestmark = [pytest.mark.browser, THOROUGH]
Visitors = Callable[[str, str], Visitor]
SCOPE = "as_of=2026-09-30&since=2026-06-30"
INVISIBLE = str.maketrans("", "", "\N{WORD JOINER}\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}")
MADE = (
    "b, img:not([alt='']), em, del, i, script, .katex, [href^=javascript], [href^=mailto], [href*='veerwaard.nl'], [aria-label='home icon']"
)
READ = [" ".join(name.split()) for name in NAMES]
PLACES = {
    "coverage": f"coverage?lang=nl&{SCOPE}",
    "sectors": f"sectors?lang=en&{SCOPE}&open=culture",
    "odd-sector": f"sectors?lang=nl&{SCOPE}&{urlencode({'open': ODD})}",
    **{f"dossier-{number}": f"partner?lang=en&{SCOPE}&partner=prt-{number:02}" for number in (1, 2, 3, 4, 5, 7, 15)},
    "portfolio": f"portfolio?lang=en&{SCOPE}",
}


@pytest.fixture
def visitor(visitors: Visitors) -> Visitor:
    found = visitors("wild", "light")
    found.widen(WIDTHS[0])
    return found


def _said(element: Locator) -> str:
    return " ".join(element.inner_text().translate(INVISIBLE).split())


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_made_of_a_name_and_none_breaks_the_page(visitor: Visitor, place: str):
    visitor.go(PLACES[place])
    main = visitor.page.get_by_test_id("stMain")
    assert [element.evaluate("element => element.outerHTML") for element in main.locator(MADE).all()] == []
    assert any(name in _said(main) for name in READ)
    if place.startswith("dossier"):
        assert _said(visitor.page.locator("h1")).startswith(f"{READ[int(place.split('-')[1]) - 1]}: ")
    for width in WIDTHS:
        assert [fault for fault in faults(visitor, width) if "chart" not in fault or "cut off" in fault] == []


@pytest.mark.parametrize(("label", "count"), [("Sector", 7), ("Cluster", 5), ("Account manager", 4)])
def test_a_filter_offers_names_as_they_are(visitor: Visitor, label: str, count: int):
    visitor.go(PLACES["portfolio"])
    visitor.page.get_by_role("combobox", name=label).click()
    offered = {_said(option) for option in visitor.page.get_by_role("option").all()}
    assert len(offered & set(READ)) >= count
    visitor.page.keyboard.press("Escape")


def test_a_mark_that_is_pointed_at_says_the_whole_name(visitor: Visitor):
    visitor.look_at(PLACES["portfolio"])
    chart = visitor.page.get_by_test_id("stPlotlyChart").first
    said: set[str] = set()
    for point in chart.locator(".scatterlayer .point").all():
        box = point.bounding_box()
        visitor.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        visitor.page.wait_for_timeout(60)
        for tip in chart.locator(".hoverlayer .hovertext").all():
            assert tip.locator("a, [style*='bold'], [style*='italic']").count() == 0
            said.add("".join(tip.text_content().translate(INVISIBLE).split()))
    shown = [name for name in READ if any(tip.startswith("".join(f"{name}, tier".split())) for tip in said)]
    assert len(shown) >= 4
    assert any(set(name) & set("<*{") for name in shown)


def test_a_file_has_the_names_as_they_are_and_nothing_that_a_spreadsheet_runs(visitor: Visitor):
    visitor.look_at(PLACES["portfolio"])
    with visitor.page.expect_download() as taken:
        visitor.page.get_by_role("button", name="CSV").last.click()
    with open(taken.value.path(), encoding="utf-8-sig", newline="") as file:  # noqa: PTH123
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if RISKY.match(cell) and not cell.startswith("'")] == []
    assert {NAMES[0], NAMES[1], LONG, f"'{NAMES[5]}"} <= set(cells)


def test_a_long_table_tells_a_screen_reader_the_names_and_where_they_lead(visitor: Visitor):
    visitor.look_at(PLACES["portfolio"])
    rows = visitor.page.get_by_test_id("stDataFrame").first.locator("table")
    expect(rows.first).to_be_attached()
    told = rows.first.text_content()
    assert "<b>bold</b>" in told
    assert "#000001" in told or "%23000001" in told


def test_a_label_in_a_chart_is_the_name_or_its_beginning(visitor: Visitor):
    visitor.look_at(PLACES["sectors"])
    labels = [label.text_content().translate(INVISIBLE) for label in visitor.page.locator(".yaxislayer-above text, .ytick text").all()]
    assert [name for name in labels if name.startswith("<b>bold</b>") and name.endswith("…")]
    assert [name for name in labels if name.startswith("{0} {name} %s %(a)s %{x} #0000")]
    assert [name for name in labels if name.startswith(LONG[:20]) and name.endswith("…")]


def test_an_odd_id_in_the_address_opens_its_partner_and_its_sector(visitor: Visitor):
    visitor.go(f"partner?lang=en&{SCOPE}&{urlencode({'partner': ODD})}")
    assert visitor.heading.startswith(f"{OWN}: ")
    visitor.page.reload()
    visitor.settle()
    assert visitor.heading.startswith(f"{OWN}: ")
    visitor.go(PLACES["odd-sector"])
    assert any(_said(title).startswith(f"{ODD}: ") for title in visitor.page.locator("h2").all())
