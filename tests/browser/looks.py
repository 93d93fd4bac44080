"""How a page is looked at: which cities, places, languages, themes and widths there are, and what is found fault with."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from looking import PAGES, Finding, Visitor

ACCESSIBILITY = Path(__file__).parents[2] / "docs" / "accessibility.md"
ALL = bool(os.environ.get("RELINSIGHT_ALL_LOOKS"))  # every look, and not only each page once in each city, language, theme and width
CITIES = ("demo", "town", "register")
THOROUGH = pytest.mark.skipif(not ALL, reason="runs where all looks are asked for, with RELINSIGHT_ALL_LOOKS=1")
LANGUAGES, THEMES = ("en", "nl"), ("light", "dark")
PLACES = (*PAGES, "dossier", "data")
DAYS = {"town": "&as_of=2026-09-30&since=2026-06-30"}
PARTNERS = {"town": "prt-01", "demo": "p001", "register": "partner-1375735f6462318c"}
FAULTS = (Path(__file__).parent / "faults.js").read_text("utf-8")
Known = tuple[str, str]


def known() -> set[Known]:
    """Streamlit's own findings, each written in the docs as a rule on a selector of its elements."""
    return set(re.findall(r"^- `([\w-]+)` on `([^`]+)`", ACCESSIBILITY.read_text("utf-8"), re.MULTILINE))


def address(city: str, place: str, lang: str) -> str:
    """Where a place of a city stands."""
    page, partner = ("partner", f"&partner={PARTNERS[city]}") if place == "dossier" else (place, "")
    return f"{page}?lang={lang}{DAYS.get(city, '')}{partner}"


def faults(visitor: Visitor, width: int) -> list[str]:
    """What anyone would see to be wrong at one width: nothing answered, words cut off or over each other, a page that moves sideways."""
    visitor.widen(width)
    said = [] if visitor.heading else ["no heading"]
    if found := visitor.page.evaluate(FAULTS):  # a slow machine may still be drawing
        visitor.page.wait_for_timeout(1_000)
        found = visitor.page.evaluate(FAULTS)
    return [*said, *found, *visitor.complaints]


def audited(visitor: Visitor) -> tuple[list[str], set[Known]]:
    """What axe finds that is ours, and which of Streamlit's own findings it met."""
    found = {finding: _known(visitor, finding) for finding in visitor.findings()}
    ours = [f"{finding.rule}: {finding.element}" for finding, names in found.items() if not names]
    return ours, {name for names in found.values() for name in names}


def _known(visitor: Visitor, found: Finding) -> list[Known]:
    return [(rule, selector) for rule, selector in known() if rule == found.rule and visitor.holds(found, selector)]
