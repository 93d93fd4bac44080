"""The pages of the program, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from relinsight.languages.sentence import Speaker
from relinsight.show.address import Address
from relinsight.words.text import Text, text


@dataclass(frozen=True)
class Page:
    """One reader's question: its name in the address, its title and its symbol."""

    name: str
    title: Text
    icon: str


PAGES = (
    Page("portfolio", text("Portfolio"), ":material/monitoring:"),
    Page("coverage", text("Coverage"), ":material/radar:"),
    Page("sectors", text("Sectors"), ":material/category:"),
    Page("partner", text("Partner"), ":material/domain:"),
)


def navigation(say: Speaker, asked: Address, *, hidden: bool) -> StreamlitPage:
    """The page that the address names. The bare address leads to the first one, so that each page has one address."""
    pages = [st.Page(f"../../pages/{page.name}.py", title=say(page.title), icon=page.icon, url_path=page.name) for page in PAGES]
    bare = st.Page(_nothing, title="relinsight", url_path="start", default=True, visibility="hidden")
    chosen = st.navigation([bare, *pages], position="hidden" if hidden else "sidebar")
    if chosen == bare and not hidden:
        st.switch_page(pages[0], query_params=asked)
    return chosen


def _nothing() -> None:
    """The bare address has no page of its own."""
