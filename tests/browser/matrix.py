"""Look at every page in every setting and write down what was found: `make looks`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cities import demo_file, register_file, town_file
from looking import WIDTHS, Visitor, context, visitor
from looks import CITIES, LANGUAGES, PLACES, THEMES, address, audited, faults
from playwright.sync_api import Browser, sync_playwright
from starting import chromium, dashboard

from relinsight.words import clock

TARGET = Path(__file__).parents[2] / "docs" / "browser-matrix.md"
MAKE = {"demo": demo_file, "town": town_file, "register": register_file}
SETTINGS = [(lang, theme, width) for lang in LANGUAGES for theme in THEMES for width in WIDTHS]
Found = dict[tuple[str, str, str, str, int], list[str]]


def main() -> None:
    """Start the dashboard over each city and look; with a folder behind the command, leave a picture of each look there."""
    pictures = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        found: Found = {}
        for city in CITIES:
            found |= _city(browser, city, Path(folder) / f"{city}.duckdb", pictures)
        TARGET.write_text(_page(found, browser.version), encoding="utf-8")


def _city(browser: Browser, city: str, database: Path, pictures: Path | None) -> Found:
    with dashboard(MAKE[city](database)) as server:
        return {
            (city, place, lang, theme, width): found
            for theme in THEMES
            for guest in [visitor(context(browser, theme), server.address)]
            for lang in LANGUAGES
            for place in PLACES
            for width, found in _place(guest, city, place, lang, pictures and pictures / f"{city}-{place}-{lang}-{theme}")
        }


def _place(guest: Visitor, city: str, place: str, lang: str, picture: Path | None) -> Iterator[tuple[int, list[str]]]:
    guest.go(address(city, place, lang))
    for width in WIDTHS:
        found = faults(guest, width)
        guest.complaints.clear()
        ours, streamlits = audited(guest)
        if picture:
            guest.photograph(picture.with_name(f"{picture.name}-{width}.png"))
        yield width, [*found, *ours, *(f"{rule} (Streamlit's own)" for rule, _ in streamlits)]


def _page(found: Found, browser: str) -> str:
    names = [f"{lang} {theme} {width}" for lang, theme, width in SETTINGS]
    lines = [
        "# Every page in every setting",
        "",
        f"Looked at on {clock.today():%d-%m-%Y} in Chromium {browser} by `make looks`: {len(found)} looks, each for exceptions, errors in",
        "the console, words cut off or over each other, a page that moves sideways, and all that axe finds. 'none' is nothing of ours and",
        "nothing of Streamlit's; what is Streamlit's own stands in [accessibility](accessibility.md).",
        "",
        f"| city | page | {' | '.join(names)} |",
        "|" + " --- |" * (2 + len(names)),
    ]
    rows = [
        f"| {city} | {place} | {' | '.join(_cell(found[city, place, *setting]) for setting in SETTINGS)} |"
        for city in CITIES
        for place in PLACES
    ]
    return "\n".join([*lines, *rows]) + "\n"


def _cell(found: list[str]) -> str:
    said = "; ".join(f"{found.count(one)} x {one}" for one in dict.fromkeys(found))
    return said.replace("|", "\\|").replace("<", "&lt;") or "none"


if __name__ == "__main__":
    main()
