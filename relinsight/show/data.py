"""Whose data these are, and what can be done with them: keep a copy, remove the demo, bring in more."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import streamlit as st

from relinsight.access.owner import Owner, Tell
from relinsight.show import work
from relinsight.show.navigation import to_data
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.text import counted, text


def mark(run: Run) -> None:
    """On every page: that a city is invented, or where real data come from."""
    holding = run.reader.holding
    if holding.is_demo:
        invented = text("Demo: an invented city. Nobody and nothing on these pages exists.")
        st.caption(f":material/science: {run.say(invented)}")
    elif holding.attribution:
        st.caption(f":material/info: {run.say(Name(holding.attribution))}")
    work.shown(run)


def panel(run: Run) -> None:
    """The data and what can be done with them."""
    holding = run.reader.holding
    opened = st.expander(run.say(text("Data")), icon=":material/database:", on_change="rerun", key="data-panel")
    if not opened.open:
        return
    with opened:
        st.download_button(
            run.say(text("Backup")),
            lambda: _copy(run),
            file_name=f"relinsight-{clock.today()}.duckdb",
            key="backup",
            icon=":material/save:",
            on_click="ignore",
            width="stretch",
        )
        if holding.is_demo:
            _remove(run)
        to_data(run, text("Bring in files, mend rows, take runs back"), "quality" if holding.is_demo else "bring")


def _copy(run: Run) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "backup.duckdb"
        run.city.owner.backup(target)
        return target.read_bytes()


def _remove(run: Run) -> None:
    if by_hand := run.city.owner.changes_in_demo():
        st.caption(run.say(counted("{n} change made by hand goes with it.", "{n} changes made by hand go with it.", by_hand)))
    sure = st.checkbox(run.say(text("Remove the demo city and begin with your own data")), key="remove-sure")
    if st.button(
        run.say(text("Remove the demo")),
        key="remove-demo",
        icon=":material/delete:",
        disabled=not sure,
        width="stretch",
    ):
        work.begin(run, text("Removal of the demo city"), partial(_take_out, run.city.owner))


def _take_out(owner: Owner, _tell: Tell) -> None:
    owner.remove_demo()
