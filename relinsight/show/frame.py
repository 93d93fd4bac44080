"""The frame around every page: navigation, filters, language, and the mark of invented data."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from relinsight.access.reader import Reader
from relinsight.languages.sentence import Speaker
from relinsight.show import address, caches, data, start
from relinsight.show.markdown import for_markdown
from relinsight.show.navigation import navigation
from relinsight.show.run import Run, begin
from relinsight.show.sidebar import copied_link, language, sidebar
from relinsight.warehouse.refusal import WarehouseError

ICON = Path(__file__).with_name("icon.svg")


def frame() -> None:
    """One run of the script, whichever page the address names."""
    st.set_page_config("relinsight", str(ICON), layout="wide", initial_sidebar_state=256)
    try:
        _framed(caches.reader())
    except WarehouseError as error:
        st.error(Speaker(address.spoken(), for_markdown)(error.reason))


def _framed(reader: Reader) -> None:
    empty = reader.holding.is_empty
    asked = address.request(reader, st.query_params.get("partner"))
    say = Speaker(asked.language, for_markdown)
    page = navigation(say, address.current(), hidden=empty)
    run = Run(reader, asked, page.url_path or "portfolio")
    begin(run)
    with st.sidebar:
        if empty:
            language(say)
        else:
            sidebar(reader, asked.scope, say)
            data.panel(run)
            copied_link(say)
    if empty:
        start.show(run)
        return
    data.mark(run)
    for problem in asked.problems:
        st.warning(say(problem))
    page.run()


frame()
