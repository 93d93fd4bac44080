"""The address means one thing, Back leads back, and two things of one name can each be chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from opened import Opened
from streamlit.testing.v1 import AppTest

from relinsight.access.city import open_city
from relinsight.insights.blocks import Beside, Switch
from relinsight.insights.page import Page
from relinsight.insights.pages import pages
from relinsight.languages.sentence import Speaker
from relinsight.show import address, caches
from relinsight.show.labels import told_apart
from relinsight.warehouse.connection import open_file
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import text

DAY = "2026-06-30"
PARTNERS = [
    ("p1", "Stichting Welzijn", "all", "=all", "anna"),
    ("p2", "Stichting Welzijn", "=all", "all", "bert"),
    ("p3", "Harbour", "care", "port", "carl"),
]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Two partners, two managers and two clusters of one name each, and ids that read like a word of ours."""
    path = tmp_path / "city.duckdb"
    warehouse = open_file(path)
    with warehouse.transaction() as cursor:
        for partner, name, sector, cluster, employee in PARTNERS:
            for sql, values in (
                ("INSERT INTO partner (id, name, recorded_at) VALUES ($1, $2, now())", [partner, name]),
                ("INSERT OR IGNORE INTO sector (id, name, recorded_at) VALUES ($1, $1, now())", [sector]),
                (
                    "INSERT INTO cluster (id, name, recorded_at) VALUES ($1, $2, now())",
                    [cluster, "Port" if cluster == "port" else "Policy"],
                ),
                (
                    "INSERT INTO employee (id, name, recorded_at) VALUES ($1, $2, now())",
                    [employee, "Carl" if employee == "carl" else "Jan"],
                ),
                ("INSERT INTO cluster_membership (employee_id, cluster_id, recorded_at) VALUES ($1, $2, now())", [employee, cluster]),
                ("INSERT INTO partner_tier (partner_id, tier, recorded_at) VALUES ($1, 'A', now())", [partner]),
                (
                    "INSERT INTO partner_sector (partner_id, sector_id, is_primary, recorded_at) VALUES ($1, $2, true, now())",
                    [partner, sector],
                ),
                (
                    "INSERT INTO tie (id, employee_id, partner_id, kind, recorded_at) VALUES ($1, $2, $1, 'account_manager', now())",
                    [partner, employee],
                ),
            ):
                cursor.execute(sql, values)
    warehouse.close()
    return path


def _chosen(app: AppTest) -> dict[str, tuple[str, ...]]:
    scope = app.session_state["run"].scope
    return {"sector": scope.sectors, "cluster": scope.clusters, "account_manager": scope.account_managers}


@pytest.mark.parametrize("key", ["sector", "cluster"])
@pytest.mark.parametrize("wanted", ["all", "=all"])
def test_an_id_that_reads_like_the_word_for_all_can_be_chosen(open_page: Opened, city: Path, key: str, wanted: str):
    app = open_page(city, as_of=DAY)
    assert _chosen(app)[key] == ()
    app.multiselect(key=f"w_{key}").select(wanted).run()
    assert _chosen(app)[key] == (wanted,)
    again = open_page(city, **{name: app.query_params[name] for name in app.query_params})
    assert _chosen(again)[key] == (wanted,)


@pytest.mark.parametrize("key", ["cluster", "account_manager"])
def test_of_two_things_of_one_name_each_can_be_chosen(open_page: Opened, city: Path, key: str):
    app = open_page(city, as_of=DAY)
    options = app.multiselect(key=f"w_{key}").options
    assert len(options) == len(set(options)) == 4


def test_of_two_partners_of_one_name_each_can_be_chosen(open_page: Opened, city: Path):
    app = open_page(city, "partner", as_of=DAY)
    options = app.selectbox(key="w_partner").options
    assert options == ["Harbour", "Stichting Welzijn (p1)", "Stichting Welzijn (p2)"]
    app.selectbox(key="w_partner").select("p2").run()
    assert app.session_state["run"].scope.partner == "p2"


def test_labels_that_differ_stay_as_they_are():
    names = {"a": Name("Anna"), "b": text("nobody"), "c": Name("anna"), "d": Name("Dirk")}
    assert told_apart(names, Speaker("en")) == {"a": "Anna (a)", "b": "nobody", "c": "anna (c)", "d": "Dirk"}


def test_the_placeholder_counts_what_there_is(open_page: Opened, city: Path):
    app = open_page(city, as_of=DAY)
    assert [app.multiselect(key=f"w_{key}").placeholder for key in ("cluster", "account_manager", "tier")] == ["all 3"] * 3


@pytest.mark.parametrize("day", ["2026-06-01", "2026-03-01", "2026-06-30"])
def test_another_day_to_compare_with_is_an_earlier_one(open_page: Opened, city: Path, day: str):
    app = open_page(city, as_of=day)
    app.selectbox(key="w_since").select("chosen").run()
    assert app.session_state["run"].scope.since < date.fromisoformat(day)
    assert not app.warning


def test_back_leads_to_the_page_before(open_page: Opened, city: Path):
    app = open_page(city, "coverage", as_of=DAY)
    before = {name: app.query_params[name] for name in app.query_params}
    switch = next(group for group in app.segmented_control if str(group.key).startswith("switch-"))
    first, name = switch.value, str(switch.key).removeprefix("switch-")
    other = next(key for key in ("single", "tie", "uncovered", "owner", "any") if key != first)
    app.query_params[name] = other
    app.run()
    changed = next(group for group in app.segmented_control if group.key == switch.key).value
    del app.query_params[name]
    app.run()
    assert {key: app.query_params[key] for key in app.query_params} == before
    assert next(group for group in app.segmented_control if group.key == switch.key).value == first
    assert changed in (first, other)


@pytest.mark.parametrize("page", ["portfolio", "coverage", "sectors", "partner"])
def test_the_address_keeps_what_some_page_declares_and_nothing_else(open_page: Opened, city: Path, page: str):
    declared = {key: "p3" for found in pages() for key in found.keys}
    assert declared
    app = open_page(city, page, as_of=DAY, campaign="spring", **declared)
    assert not app.exception
    kept = {key: app.query_params[key] for key in app.query_params if key in declared}
    assert (kept, "campaign" in app.query_params) == (declared, False)


def test_a_new_page_has_the_keys_that_it_declares(open_page: Opened, city: Path, monkeypatch: pytest.MonkeyPatch):
    new = replace(pages()[0], name="new", keys=("campaign",))
    monkeypatch.setattr(address, "pages", lambda: (*pages(), new))
    assert open_page(city, as_of=DAY, campaign="spring").query_params["campaign"] == "spring"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_what_a_page_switches_is_declared(page: Page, city: Path):
    opened = open_city(city)
    found = page.answer(opened.reader(), Scope(date.fromisoformat(DAY)))
    opened.close()
    shown = [block for row in found.rows for block in ((*row.left, *row.right) if isinstance(row, Beside) else (row,))]
    assert {block.name for block in shown if isinstance(block, Switch)} <= set(page.keys)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_is_asked_with_the_filters_where_it_says_that_they_hold(
    open_page: Opened, city: Path, page: Page, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Scope] = []
    kept = caches.kept
    monkeypatch.setattr(caches, "kept", lambda ask, reader, scope: (asked.append(scope), kept(ask, reader, scope))[1])
    open_page(city, page.name, as_of=DAY, tier="A")
    assert asked
    assert {scope.is_filtered for scope in asked} == {page.filtered}


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://city.example/portfolio", ""),
        ("http://city.example/", ""),
        ("https://city.example/insight/coverage", "/insight"),
        ("https://city.example/insight/", "/insight"),
        ("https://city.example/a/b/partner", "/a/b"),
    ],
)
def test_links_carry_the_path_below_which_the_site_lies(monkeypatch: pytest.MonkeyPatch, url: str, base: str):
    class Context:
        def __init__(self, url: str) -> None:
            self.url = url

    monkeypatch.setattr(address.st, "context", Context(url))
    monkeypatch.setattr(address, "current", lambda: {"as_of": ["2026-01-01"], "partner": ["old"]})
    assert address.link("partner", "p 1") == f"{base}/partner?as_of=2026-01-01&partner=p+1"


@pytest.mark.parametrize("period", ["none", "1899-01-01..1899-12-31"])
def test_a_period_before_all_days_that_can_be_asked_begins_at_the_first_of_these(open_page: Opened, city: Path, period: str):
    assert not open_page(city, as_of="1900-01-01", period=period).exception
