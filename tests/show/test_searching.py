"""A partner is searched by name on the page, however somebody writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened import Opened

DAY = "2026-09-30"


def _typed(open_page: Opened, file: Path, words: str):
    app = open_page(file, "partner", as_of=DAY, lang="en")
    search = app.selectbox(key="w_partner")
    search.options.append(words)  # what somebody types is no option of the page
    search.set_value(words).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("words", ["Schouwburg De Veerpont", "schouwburg  de véérpont", " VEERPONT "])
def test_what_fits_one_partner_opens_it(open_page: Opened, town_file: Path, words: str):
    app = _typed(open_page, town_file, words)
    assert app.query_params["partner"] in ("prt-01", ["prt-01"])


def test_what_fits_several_offers_these(open_page: Opened, town_file: Path):
    app = _typed(open_page, town_file, "DE")
    offered = app.selectbox(key="w_partner").options
    assert 1 < len(offered) < 35
    assert all("de" in name.lower() for name in offered)
    assert f"{len(offered)} partners fit DE" in [caption.value for caption in app.caption]
    app.selectbox(key="w_partner").set_value("prt-01").run()
    assert app.query_params["partner"] in ("prt-01", ["prt-01"])
    assert not [caption.value for caption in app.caption if " fit DE" in caption.value]


def test_what_fits_none_says_so_and_offers_all(open_page: Opened, town_file: Path):
    app = _typed(open_page, town_file, "Nowhere")
    assert "partner" not in app.query_params
    assert "0 partners fit Nowhere" in [caption.value for caption in app.caption]
    assert len(app.selectbox(key="w_partner").options) > 30
