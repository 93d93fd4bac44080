"""The pages of the program, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from relinsight.languages.sentence import Speaker
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


def navigation(say: Speaker, *, hidden: bool) -> StreamlitPage:
    """The page that the address names; the first one where it names none."""
    pages = [
        st.Page(f"../../pages/{page.name}.py", title=say(page.title), icon=page.icon, url_path=page.name, default=page is PAGES[0])
        for page in PAGES
    ]
    return st.navigation(pages, position="hidden" if hidden else "sidebar")
