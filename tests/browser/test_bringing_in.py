"""A file of a stranger is dropped, looked at and brought in, and nothing of it needs a mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from looking import WIDTHS, Visitor, visitor
from looks import audited, faults
from playwright.sync_api import BrowserContext, Locator, expect
from starting import dashboard

from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import ImportOptions, import_files

pytestmark = pytest.mark.browser
HEAD = "Zaaknummer;Aanvrager;Omschrijving;Ontvangen;Aangevraagd bedrag;Verleend bedrag\n"
ROWS = [f"Z{n};Stichting Kade & Haven {n % 7};Plan {n};{n % 27 + 1:02}-10-2025;{n + 1}00,00;1.000,50" for n in range(60)]
BROKEN = ["Z90;Bewonersgroep <b>Noord</b>;Feest;31-11-2025;12,00;", "Z91;Koor;Zang;01-11-2025;veel;"]


@pytest.fixture
def desk(contexts: Callable[[str], BrowserContext], tmp_path: Path) -> Iterator[Callable[[str], Visitor]]:
    """A data steward whose city holds the register of last month."""
    last, city = tmp_path / "subsidies 2025-10.csv", tmp_path / "city.duckdb"
    last.write_text(HEAD + "\n".join(ROWS), encoding="utf-8")
    warehouse = open_file(city)
    assert not import_files(warehouse, [last], ImportOptions(recognise=True), at=datetime(2025, 11, 1, tzinfo=UTC)).rejected
    warehouse.close()
    changed = [row.replace("1.000,50", "2.000,00") if n < 3 else row for n, row in enumerate(ROWS)]
    (tmp_path / "subsidies 2025-11.csv").write_text(HEAD + "\n".join([*changed, *BROKEN]), encoding="utf-8")
    with dashboard(city) as server:
        yield lambda theme: visitor(contexts(theme), server.address)


def _drop(found: Visitor, folder: Path, lang: str) -> None:
    found.go(f"data?lang={lang}&view=bring")
    found.page.locator("input[type=file]").set_input_files(folder / "subsidies 2025-11.csv")
    expect(found.page.locator("h1")).to_contain_text("62", timeout=60_000)
    found.settle()


@pytest.mark.parametrize(("theme", "lang"), [("light", "en"), ("dark", "nl")])
def test_what_a_dropped_file_would_do_can_be_read_by_everybody(desk: Callable[[str], Visitor], tmp_path: Path, theme: str, lang: str):
    found = desk(theme)
    _drop(found, tmp_path, lang)
    assert [(width, faults(found, width), audited(found)[0]) for width in WIDTHS] == [(width, [], []) for width in WIDTHS]


def test_a_file_is_looked_at_and_comes_in_by_keyboard_alone(desk: Callable[[str], Visitor], tmp_path: Path):
    found = desk("light")
    _drop(found, tmp_path, "en")
    page = found.page
    expect(page.locator("h1")).to_have_text("62 rows read: 57 as before, 3 changed and 2 to mend")
    name = page.get_by_role("textbox", name="Keep this reading under a name")
    _reach(found, name)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Our subsidies")
    page.keyboard.press("Tab")
    found.settle()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("62 rows were read: 0 new, 3 changed, 57 the same and 2 rejected.")).to_be_visible(timeout=60_000)
    found.settle()
    _drop(found, tmp_path, "en")
    expect(page.get_by_text("is read by the kept profile Our subsidies")).to_be_visible()


def _reach(found: Visitor, sought: Locator) -> None:
    """Press Tab until what is sought has the focus."""
    for _ in range(80):
        if sought.evaluate("element => element === document.activeElement"):
            return
        found.page.keyboard.press("Tab")
    raise AssertionError(f"No stop at {sought}.")
