"""Every page, over every city, in both languages, both themes and two widths: nothing breaks and everybody can read it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from looking import PAGES

pytestmark = pytest.mark.browser
ACCESSIBILITY = Path(__file__).parents[2] / "docs" / "accessibility.md"
DAYS = {"town": "&as_of=2026-09-30&since=2026-06-30"}
PARTNERS = {"town": "prt-01", "demo": "p001", "register": "partner-1375735f6462318c"}
WIDTHS = (1440, 1280)
AUDITED = {("en", "light"), ("nl", "dark")}  # each language, theme and width once over each city: axe takes most of the time
WHOLE = {(lang, theme) for lang in ("en", "nl") for theme in ("light", "dark")}
LOOKS = sorted(WHOLE if os.environ.get("RELINSIGHT_ALL_LOOKS") else AUDITED)


def known() -> list[re.Pattern[str]]:
    """Streamlit's own findings, each written in the docs as `rule: beginning of the element`."""
    return [re.compile(re.escape(said)) for said in re.findall(r"^- `([\w-]+: .+?)`", ACCESSIBILITY.read_text("utf-8"), re.MULTILINE)]


@pytest.mark.parametrize("city", ["demo", "town", "register"])
@pytest.mark.parametrize(("lang", "theme"), LOOKS)
def test_every_page(visitors, city: str, theme: str, lang: str):
    visitor = visitors(city, theme)
    first, second = WIDTHS if lang == "en" else WIDTHS[::-1]
    visitor.go(f"portfolio?lang={lang}{DAYS.get(city, '')}")
    audit, findings = (lang, theme) in AUDITED, {}
    for page in PAGES:
        if page != "portfolio":
            visitor.turn_to(page)
        _looked_at(visitor, second)
        findings[page] = _looked_at(visitor, first, audit=audit)
    visitor.go(f"partner?lang={lang}&partner={PARTNERS[city]}{DAYS.get(city, '')}")
    findings["dossier"] = _looked_at(visitor, first, audit=audit)
    assert {page: found for page, found in findings.items() if found} == {}
    assert visitor.complaints == []


def _looked_at(visitor, width: int, *, audit: bool = False) -> list[str]:
    visitor.widen(width)
    assert visitor.heading
    assert visitor.page.locator("[data-testid=stException]").count() == 0
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if not audit:
        return []
    return [finding for finding in visitor.findings() if not any(pattern.match(finding) for pattern in known())]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_is_that_of_the_reader(visitors, theme: str):
    visitor = visitors("demo", theme)
    visitor.go("portfolio?lang=en")
    background = visitor.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 21, 24)"}[theme]
    drawn = visitor.page.locator("[data-testid=stPlotlyChart] .main-svg").first.inner_html()
    assert not re.search(r"#0000[0-3]\d|rgb\(0, 0, (?:[1-9]|[1-5]\d)\)", drawn)
