"""New files: what they would do is shown as soon as they are dropped, and then they come in or are left."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from relinsight.access.report import ImportReport
from relinsight.insights.data.rehearsal import coming_in, would
from relinsight.show import templates
from relinsight.show.bringing_in import Chosen, Kept, bring, rehearse
from relinsight.show.data_page import choosing, rehearsal
from relinsight.show.insight import NARROW, WIDE
from relinsight.show.jobs import Job
from relinsight.show.run import Run
from relinsight.words.text import Text, counted, text

REHEARSED = "rehearsed"


def show(run: Run) -> Text | None:
    """The files, what they would do, and the button that brings them in; beside the demo city nothing can come in."""
    if run.reader.holding.is_demo:
        st.header(run.say.heading(text("Bring in files")), anchor=False)
        st.markdown(run.say(text("The invented city is still here. Remove it under Data in the sidebar, then bring in files of your own.")))
        return None
    kept = run.city.owner.kept_profiles()
    left, right = st.columns([WIDE, NARROW], gap="large")
    with left:
        st.header(run.say.heading(text("Bring in files")), anchor=False)
        dropped = choosing.files(run)
    with right:
        st.header(run.say.heading(text("Asked of you")), anchor=False)
        chosen = choosing.chosen(run, dropped, kept)
    if dropped:
        return _looked_at(chosen, kept, left, right, run)
    with left:
        st.caption(run.say(text("You see what files would do before anything changes.")))
    with st.expander(run.say(text("Begin with an empty file")), icon=":material/table:"):
        templates.offer(run)
    return None


def _looked_at(chosen: Chosen, kept: Collection[str], left: DeltaGenerator, right: DeltaGenerator, run: Run) -> Text | None:
    """What the files would do, as far as it is known yet."""
    job = _rehearsed(run, chosen)
    report = job.result if isinstance(job.result, ImportReport) else None
    if report is None:
        with left:
            _said_instead(job, run)
    if job.is_live:
        return None
    with right:
        keeping = choosing.ask(run, chosen, report.previews if report else (), kept)
    if report is None:
        return None
    rehearsal.show(report, left, right, run)
    _decide(run, chosen, report, keeping)
    return would(report)


def _said_instead(job: Job, run: Run) -> None:
    if job.reason is not None:
        st.error(run.say(job.reason))
    else:
        st.caption(run.say(text("The files are being read; how far it is stands above.")))


def _rehearsed(run: Run, chosen: Chosen) -> Job:
    """The rehearsal of these files, read in this way, into the data as they are now."""
    of, job = st.session_state.get(REHEARSED, (None, None))
    asked = (chosen.signature, run.reader.mark)
    if not isinstance(job, Job) or of != asked:
        job = rehearse(run, chosen)
        st.session_state[REHEARSED] = (asked, job)
        if job.is_live:
            st.rerun()
    return job


def _decide(run: Run, chosen: Chosen, report: ImportReport, keeping: Kept | None) -> None:
    rows = counted("Import {n} row", "Import {n} rows", coming_in(report))
    with st.container(horizontal=True):
        if st.button(run.say(rows), key="start-import", icon=":material/check:", shortcut="Ctrl+Enter"):
            choosing.leave()
            bring(run, chosen, keeping)
        st.button(run.say(text("Leave it")), key="leave", type="tertiary", on_click=choosing.leave)
    st.caption(run.say(text("Rows to mend wait under Mend; all that comes in can be taken back under Runs.")))
