"""Bring files in from the screen: the uploader, the progress, and what became of the rows."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from relinsight.show import address
from relinsight.show.run import Run
from relinsight.sources.profiles import shipped_profiles
from relinsight.warehouse.imports import ImportReport, import_files
from relinsight.warehouse.quarantine import rejects
from relinsight.words import clock
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, counted, text

KINDS = ["csv", "gz", "tsv", "txt", "xlsx", "xls", "xlsb", "ods", "parquet", "json", "jsonl", "ndjson"]
OUTCOME = "outcome"
Tell = Callable[[Text, float], None]


def uploader(run: Run) -> None:
    """The files, how to read them, and the button that brings them in."""
    profiles = ("", *shipped_profiles())
    files = st.file_uploader(run.say(text("Files")), KINDS, accept_multiple_files=True, key="start-files")
    profile = st.selectbox(
        run.say(text("Profile")),
        profiles,
        key="start-profile",
        format_func=lambda name: name or run.plain(text("not needed")),
        help=run.say(text("Choose one where the columns carry names that relinsight does not know by itself.")),
    )
    if st.button(run.say(text("Import")), key="start-import", icon=":material/upload_file:", width="stretch", disabled=not files):
        with tempfile.TemporaryDirectory() as folder:
            paths = [_kept(Path(folder), file.name, file.getvalue()) for file in files]
            work(run, lambda tell: read(run, paths, profile or None, tell))


def _kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / Path(name).name
    path.write_bytes(content)
    return path


def read(run: Run, paths: list[Path], profile: str | None, tell: Tell) -> None:
    """Bring files in, and keep what became of them."""
    st.session_state[OUTCOME] = import_files(run.reader.warehouse, paths, at=clock.now(), profile=profile, progress=tell)


def work(run: Run, job: Callable[[Tell], None]) -> None:
    """Do a job with its progress shown; say in one sentence why it could not be done."""
    bar = st.progress(0.0, run.say(text("Starting …")))

    def tell(doing: Text, part: float) -> None:
        bar.progress(min(max(part, 0.0), 1.0), run.say(doing))

    try:
        job(tell)
    except Refusal as refused:
        bar.empty()
        st.error(run.say(refused.reason))
        return
    if run.reader.holding.is_empty:
        address.forget()
    st.rerun()


def outcome(run: Run) -> None:
    """What became of the last import of this visitor, until it is closed."""
    report: ImportReport | None = st.session_state.get(OUTCOME)
    if report is None:
        return
    with st.container(border=True):
        st.markdown(run.say(_counts(report)))
        lines = [f"- {run.say(line)}" for line in (*report.choices, *report.warnings)]
        if lines:
            st.expander(run.say(text("How the files were read"))).markdown("\n".join(lines))
        if report.rejected:
            st.dataframe(rejects(run.reader.warehouse, report.run_id), key="start-rejects", hide_index=True)
        if st.button(run.say(text("Close")), key="outcome-close"):
            del st.session_state[OUTCOME]
            st.rerun()


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
