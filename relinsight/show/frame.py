"""The frame around every page: navigation, filters, language, and the mark of invented data."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import streamlit as st

from relinsight.access.city import City, OutdatedError
from relinsight.access.reader import Reader
from relinsight.languages.sentence import Speaker
from relinsight.show import address, caches, data, start
from relinsight.show.markdown import for_markdown
from relinsight.show.navigation import DATA, navigation
from relinsight.show.run import TO_DOSSIER, Run, begin
from relinsight.show.sidebar import copied_link, language, sidebar
from relinsight.words.refusal import Refusal
from relinsight.words.text import text

ICON = Path(__file__).with_name("icon.svg")
TURNS, MOST_TURNS = "turns", 3


def frame() -> None:
    """One run of the script, whichever page the address names."""
    st.set_page_config("relinsight", str(ICON), layout="wide", initial_sidebar_state=256)
    try:
        _from_one_state(caches.city())
    except Refusal as error:
        st.error(Speaker(address.spoken(), for_markdown)(error.reason))


def _from_one_state(city: City) -> None:
    """A page shows one state of the data: where a write comes in between it begins anew, and in the end no write may."""
    turns = st.session_state.get(TURNS, 0)
    try:
        with city.undisturbed() if turns >= MOST_TURNS else nullcontext():
            _framed(city, caches.reader(city))
    except OutdatedError:
        st.session_state[TURNS] = turns + 1
        st.rerun()
    st.session_state[TURNS] = 0


def _framed(city: City, reader: Reader) -> None:
    empty = reader.holding.is_empty
    other_data = address.follow(reader.holding)
    asked = address.request(reader, st.query_params.get("partner"))
    say = Speaker(asked.language, for_markdown)
    page = navigation(say, address.current(), to_dossier=st.session_state.pop(TO_DOSSIER, None), hidden=empty)
    run = Run(city, reader, asked, page.url_path or "portfolio")
    begin(run)
    with st.sidebar:
        if empty:
            language(say)
        else:
            sidebar(reader, asked.scope, say)
            data.panel(run)
            copied_link(say)
    if empty and run.page != DATA:
        start.show(run)
        return
    data.mark(run)
    if other_data:
        st.info(say(text("Other data were brought in since your last look, so the day and the filters begin anew.")))
    for problem in asked.problems:
        st.warning(say(problem))
    page.run()
    caches.settled()


frame()
