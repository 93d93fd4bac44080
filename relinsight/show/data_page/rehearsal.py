"""What the files would do: how each is read, what becomes of its rows, what changes, and what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from relinsight.access.report import FileReport, ImportReport, Preview, RejectedFor
from relinsight.insights.blocks import Note
from relinsight.insights.data.rehearsal import changes, columns_read, read_by, ribbon
from relinsight.show.insight import show_row
from relinsight.show.run import Run
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

IN_DOUBTS = 5  # pairs of names that are named among the doubts


def show(report: ImportReport, left: DeltaGenerator, right: DeltaGenerator, run: Run) -> None:
    """The whole of it; of several files one at a time."""
    with left:
        if len(report.files) > 1:
            st.table(_files(report.files, run), border="horizontal", hide_index=True)
        preview = _which(report.previews, run)
        show_row(columns_read(preview), run)
        if said := read_by(preview):
            st.caption(run.say(said))
        if report.choices:
            st.expander(run.say(text("How the files are read"))).markdown("\n".join(f"- {run.say(choice)}" for choice in report.choices))
    with right:
        show_row(Note("doubts", text("Doubts"), report.warnings or (text("There is nothing to doubt."),)), run)
    show_row(ribbon(preview), run)
    for table in changes(preview):
        show_row(table, run)
    _note(text("What comes in beside the rows"), [each.said for each in (*report.days, *report.made)], run)
    if len(report.near) > IN_DOUBTS:
        _note(text("New partners that look like another one"), [near.said for near in report.near], run)
    if report.reasons:
        st.header(run.say.heading(_to_mend(report.rejected)), anchor=False)
        st.table(_reasons(report.reasons, run), border="horizontal", hide_index=True)


def _which(previews: Sequence[Preview], run: Run) -> Preview:
    if len(previews) == 1:
        return previews[0]
    at = st.selectbox(
        run.say(text("Look at")), range(len(previews)), key="which-file", format_func=lambda at: run.plain(_called(previews[at]))
    )
    return previews[at]


def _called(file: FileReport | Preview) -> Name:
    return Name(f"{file.file} ({file.sheet})" if file.sheet else file.file)


def _to_mend(rows: int) -> Text:
    return counted("{n} row would have to be mended", "{n} rows would have to be mended", rows)


def _files(files: Sequence[FileReport], run: Run) -> pd.DataFrame:
    heads = (text("File"), text("Rows"), text("New"), text("Changed"), text("As before"), text("To mend"))
    rows = [(run.say(_called(file)), file.rows_read, file.inserted, file.updated, file.unchanged, file.rejected) for file in files]
    return pd.DataFrame([list(map(str, row)) for row in rows], columns=[run.say(head) for head in heads])


def _reasons(reasons: Sequence[RejectedFor], run: Run) -> pd.DataFrame:
    heads = (text("File"), text("Column"), text("Rows"), text("Such as row"), text("What is wrong"))
    rows = [
        (run.say(each.file), run.say(each.column) if each.column else "–", str(each.rows), str(each.row), run.say(each.reason))
        for each in reasons
    ]
    return pd.DataFrame(rows, columns=[run.say(head) for head in heads])


def _note(title: Text, sentences: Sequence[Text], run: Run) -> None:
    if sentences:
        show_row(Note("", title, tuple(sentences)), run)
