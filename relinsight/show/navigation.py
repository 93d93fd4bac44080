"""The pages of the program, in the order in which they are read."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from relinsight.insights.pages import Page, pages
from relinsight.languages.sentence import Speaker
from relinsight.shipped import lying
from relinsight.show import address
from relinsight.show.address import Address
from relinsight.show.run import Run
from relinsight.words.text import Text

DOSSIER, DATA = "partner", "data"


def navigation(say: Speaker, asked: Address, *, to_dossier: str | None, hidden: bool) -> StreamlitPage:
    """The page that the address names, or the dossier that was clicked; the bare address leads to the first page."""
    offered = [_offered(page, say) for page in pages()]
    start = st.Page(_nothing, title="relinsight", url_path="start", default=True, visibility="hidden")
    chosen = st.navigation([start, *offered], position="hidden" if hidden else "sidebar")
    if to_dossier is not None:
        st.switch_page(next(page for page in offered if page.url_path == DOSSIER), query_params=asked | {"partner": [to_dossier]})
    if chosen == start and not hidden:
        st.switch_page(offered[0], query_params=asked)
    return chosen


def to_data(run: Run, label: Text, view: str) -> None:
    """A link to a view of the page about the data, which keeps the day and the filters."""
    st.page_link(door(DATA), label=run.say(label), icon=":material/arrow_forward:", query_params=address.current() | {"view": [view]})


def door(page: str) -> Path:
    """The file that opens a page."""
    return lying("pages") / f"{page}.py"


def _offered(page: Page, say: Speaker) -> StreamlitPage:
    return st.Page(door(page.name), title=say(page.title), icon=f":material/{page.symbol}:", url_path=page.name)


def _nothing() -> None:
    """The bare address has no page of its own."""
