"""New files: rehearse first, see what they would do, then bring them in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from relinsight.access.options import ImportOptions
from relinsight.access.owner import Owner
from relinsight.access.report import FileReport, ImportReport, RejectedFor
from relinsight.show import templates, work
from relinsight.show.bringing_in import Chosen, bring, choose, on_disk
from relinsight.show.jobs import Job, Tell
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

REHEARSED = "rehearsed"


def show(run: Run) -> None:
    """The files, what they would do, and the button that brings them in; beside the demo city nothing can come in."""
    st.header(run.say.heading(text("Bring in files")), anchor=False)
    if run.reader.holding.is_demo:
        st.markdown(run.say(text("The invented city is still here. Remove it under Data in the sidebar, then bring in files of your own.")))
        return
    st.caption(
        run.say(text("Rows with a key that is there are updated, others are added. A rehearsal reads the files and changes nothing."))
    )
    chosen = choose(run)
    with st.container(horizontal=True):
        if st.button(
            run.say(text("See what would happen")), key="rehearse", icon=":material/preview:", width="stretch", disabled=not chosen.files
        ):
            _rehearse(run, chosen)
        bring(run, chosen)
    _rehearsal(chosen, run)
    with st.expander(run.say(text("Begin with an empty file")), icon=":material/table:"):
        templates.offer(run)


def _rehearse(run: Run, chosen: Chosen) -> None:
    folder = Path(tempfile.mkdtemp(prefix="relinsight-"))
    options = ImportOptions(profile=chosen.profile, as_of=chosen.as_of, dry_run=True)
    tried = partial(_tried, run.city.owner, on_disk(folder, chosen.files), options)
    job = work.start(run, text("Rehearsal"), tried, partial(shutil.rmtree, folder, ignore_errors=True))
    st.session_state[REHEARSED] = (_signature(chosen), job)
    st.rerun()


def _tried(owner: Owner, paths: Sequence[Path], options: ImportOptions, tell: Tell) -> ImportReport:
    return owner.bring_in(paths, options, at=clock.now(), progress=tell)


def _signature(chosen: Chosen) -> tuple[object, ...]:
    """What was rehearsed: with other files or another way to read them it says nothing any more."""
    return (*(file.file_id for file in chosen.files), chosen.profile, chosen.as_of)


def _rehearsal(chosen: Chosen, run: Run) -> None:
    of, job = st.session_state.get(REHEARSED, (None, None))
    if isinstance(job, Job) and of == _signature(chosen) and isinstance(job.result, ImportReport):
        _report(job.result, run)


def _report(report: ImportReport, run: Run) -> None:
    st.header(run.say.heading(would(report)), anchor=False)
    st.table(_files(report.files, run), border="horizontal", hide_index=True)
    _sentences(text("How the files are read"), report.choices, run)
    _sentences(text("Doubts"), report.warnings, run)
    _sentences(text("What comes in beside the rows"), [each.said for each in (*report.days, *report.made)], run)
    if report.near:
        _sentences(text("New partners that look like another one"), [near.said for near in report.near], run)
    if report.reasons:
        st.subheader(run.say.heading(_to_mend(report.rejected)), anchor=False)
        st.table(_reasons(report.reasons, run), border="horizontal", hide_index=True)


def would(report: ImportReport) -> Text:
    """What an import of these files would do, in one sentence."""
    return counted(
        "{n} row read: {unchanged} as before, {updated} changed, {inserted} new, {rejected} to mend",
        "{n} rows read: {unchanged} as before, {updated} changed, {inserted} new, {rejected} to mend",
        report.rows_read,
        unchanged=report.unchanged,
        updated=report.updated,
        inserted=report.inserted,
        rejected=report.rejected,
    )


def _to_mend(rows: int) -> Text:
    return counted("{n} row would have to be mended", "{n} rows would have to be mended", rows)


def _files(files: Sequence[FileReport], run: Run) -> pd.DataFrame:
    heads = (text("File"), text("Rows"), text("New"), text("Changed"), text("As before"), text("To mend"))
    rows = [(_called(file, run), file.rows_read, file.inserted, file.updated, file.unchanged, file.rejected) for file in files]
    return pd.DataFrame([list(map(str, row)) for row in rows], columns=[run.say(head) for head in heads])


def _called(file: FileReport, run: Run) -> str:
    return run.say(Name(f"{file.file} ({file.sheet})" if file.sheet else file.file))


def _reasons(reasons: Sequence[RejectedFor], run: Run) -> pd.DataFrame:
    heads = (text("File"), text("Column"), text("Rows"), text("Such as row"), text("What is wrong"))
    rows = [
        (run.say(each.file), run.say(each.column) if each.column else "–", str(each.rows), str(each.row), run.say(each.reason))
        for each in reasons
    ]
    return pd.DataFrame(rows, columns=[run.say(head) for head in heads])


def _sentences(title: Text, sentences: Sequence[Text], run: Run) -> None:
    if sentences:
        st.subheader(run.say.heading(title), anchor=False)
        st.markdown("\n".join(f"- {run.say(sentence)}" for sentence in sentences))
