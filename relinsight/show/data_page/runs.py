"""The runs, and for their owner the way to take one back: a question first, then the work, or the sentence that says why not."""

from __future__ import annotations

from functools import partial

import streamlit as st

from relinsight.access.owner import Owner
from relinsight.insights.blocks import Table
from relinsight.insights.data.runs import RunLine
from relinsight.show import tables, work
from relinsight.show.jobs import Tell
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.text import Text, counted, text

ASKED, CLICKED = "undo-asked", "undo-clicked"


def show(table: Table, run: Run) -> None:
    """The runs so far, the newest first."""
    if not run.city.rights.is_owner:
        tables.show(table, run)
        return
    st.header(run.say.heading(table.title), anchor=False)
    lines = [line for line in table.rows if isinstance(line, RunLine)]
    if not lines:
        st.caption(run.say(table.none))
        return
    standing = [not line.is_undone for line in lines]
    tables.with_button(table, run, run.plain(text("Undo")), standing, CLICKED, lambda row: _asked(lines[row].run))
    st.caption(run.say(table.caption))
    asked = st.session_state.pop(ASKED, None)
    if line := next((line for line in lines if line.run == asked), None):
        st.dialog(run.plain(text("Take this run back?")))(partial(_ask, line, run))()


def _asked(run: str) -> None:
    st.session_state[ASKED] = run


def _ask(line: RunLine, run: Run) -> None:
    """What the run did and what goes with it, before anything is taken back."""
    st.markdown(f"**{run.say(line.what)}** · {run.say(line.day)}")
    for said in _takes_back(line):
        st.markdown(f"- {run.say(said)}")
    st.caption(run.say(text("All of it goes back or nothing does: where a later run was built on it, this is said and nothing changes.")))
    with st.container(horizontal=True):
        if st.button(run.say(text("Take it back")), key="undo-sure", icon=":material/undo:"):
            work.begin(run, text("Taking a run back"), partial(_undo, run.city.owner, line.run))
        if st.button(run.say(text("Leave it")), key="undo-leave", type="tertiary"):
            st.rerun()


def _takes_back(line: RunLine) -> list[Text]:
    said = [
        counted("{n} new row goes.", "{n} new rows go.", line.inserted),
        counted("{n} changed row is as before.", "{n} changed rows are as before.", line.updated),
        counted("{n} row to mend waits no more.", "{n} rows to mend wait no more.", line.waiting),
    ]
    return [one for one in said if one.count] or [text("It changed no row.")]


def _undo(owner: Owner, run: str, _tell: Tell) -> object:
    return owner.undo(run, at=clock.now())
