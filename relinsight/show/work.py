"""What is being done to the data, and how it ended: the same for every visitor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from relinsight.access.place import database
from relinsight.access.report import ImportReport, Undone
from relinsight.show.jobs import Job, Jobs, Tell
from relinsight.show.labels import column_called
from relinsight.show.navigation import to_data
from relinsight.show.run import Run
from relinsight.words.text import Text, counted, text

CLOSED, OWN = "closed-jobs", "own-jobs"
AT_ONCE = 0.5  # seconds within which short work is simply awaited
EVERY = 1.0  # seconds between two looks at long work


def jobs() -> Jobs:
    """The work on the database of this process."""
    return _jobs(str(database()))


@st.cache_resource(show_spinner=False)
def _jobs(path: str) -> Jobs:
    return Jobs()


def begin(run: Run, label: Text, work: Callable[[Tell], object], after: Callable[[], None] = lambda: None) -> None:
    """Start a piece of work and show the page anew: with its outcome where it was short, else with how far it is."""
    start(run, label, work, after)
    st.rerun()


def start(run: Run, label: Text, work: Callable[[Tell], object], after: Callable[[], None] = lambda: None, *, private: bool = False) -> Job:
    """Start a piece of work and wait for it a moment; how private work ended is for who asked for it alone."""
    with st.spinner(run.say(label)):
        job = jobs().start(label, work, after, private=private)
        st.session_state[OWN] = (*st.session_state.get(OWN, ()), job.number)
        job.finished.wait(AT_ONCE)
    return job


def shown(run: Run) -> None:
    """The work that goes on, and the work that ended while this visitor looked or a short while ago."""
    if _of_this_visitor():
        _live(run)
    for job in jobs().ended:
        if job.number not in st.session_state.get(CLOSED, ()):
            _outcome(job, run)


@st.fragment(run_every=EVERY)
def _live(run: Run) -> None:
    live = _of_this_visitor()
    if not live:
        st.rerun()
    for job in live:
        st.progress(job.part, f"{run.say(job.label)}: {run.say(job.doing)} · {run.say(_seconds(job))}")


def _of_this_visitor() -> list[Job]:
    """The work that goes on, without what somebody else does in private."""
    return [job for job in jobs().live if not job.private or job.number in st.session_state.get(OWN, ())]


def _seconds(job: Job) -> Text:
    return counted("{n} second", "{n} seconds", job.seconds)


def _outcome(job: Job, run: Run) -> None:
    if job.private or (job.state == "done" and not _is_told(job.result)):
        return
    with st.container(border=True, key=f"outcome-{job.number}"):
        if job.reason is not None:
            st.error(run.say(job.reason))
        if isinstance(job.result, ImportReport):
            _report(job.result, run)
        if isinstance(job.result, Undone):
            st.success(run.say(job.result.said))
        st.button(run.say(text("Close")), key=f"outcome-close-{job.number}", on_click=_close, args=(job,))


def _is_told(result: object) -> bool:
    """Whether there is something to tell every visitor."""
    return isinstance(result, Undone | ImportReport)


def _close(job: Job) -> None:
    st.session_state[CLOSED] = (*st.session_state.get(CLOSED, ()), job.number)


def _report(report: ImportReport, run: Run) -> None:
    st.markdown(run.say(_counts(report)))
    _list(text("How the files were read"), report.choices, run)
    _list(text("What came in, and what to look at"), (*report.outcome, *report.warnings), run, opened=True)
    if report.rejected and report.run_id is not None:
        st.dataframe(_rejected(report.run_id, run), key=f"rejects-{report.run_id}", hide_index=True, placeholder="–")
        to_data(run, text("Mend these rows"), "mend")


def _list(title: Text, sentences: Sequence[Text], run: Run, *, opened: bool = False) -> None:
    if sentences:
        lines = [f"- {run.say(sentence)}" for sentence in sentences]
        st.expander(run.say(title), expanded=opened).markdown("\n".join(lines))


def _rejected(run_id: str, run: Run) -> pd.DataFrame:
    """What was rejected, in the language of the visitor."""
    heads = [run.plain(head) for head in (text("File"), text("Row"), text("Column"), text("Value"), text("Reason"))]
    cells = run.city.owner.rejected_cells(run_id)
    rows = [(cell.file, cell.row_number, _column(cell.field, run), cell.value, run.plain(cell.reason)) for cell in cells]
    return pd.DataFrame(rows, columns=heads)


def _column(field: str | None, run: Run) -> str | None:
    return column_called(field, run.plain) if field else field


def _counts(report: ImportReport) -> Text:
    return counted(
        "{n} row was read: {inserted} new, {updated} changed, {unchanged} the same and {rejected} rejected.",
        "{n} rows were read: {inserted} new, {updated} changed, {unchanged} the same and {rejected} rejected.",
        report.rows_read,
        inserted=report.inserted,
        updated=report.updated,
        unchanged=report.unchanged,
        rejected=report.rejected,
    )
