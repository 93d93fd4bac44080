"""Empty Excel files to fill in, offered wherever files are brought in."""

from __future__ import annotations

import streamlit as st

from relinsight.export.templates.workbook import as_template
from relinsight.records.model import BY_TABLE
from relinsight.records.titles import TITLES
from relinsight.show.run import Run
from relinsight.words.text import text

FIRST = ("cluster", "employee", "partner", "contact_moment")  # with which a city begins


def offer(run: Run) -> None:
    """Choose what a row is, and take an empty file of it along."""
    tables = (*FIRST, *(table for table in BY_TABLE if table not in FIRST))
    table: str = st.selectbox(
        run.say(text("Empty file to fill in")), tables, key="template-record", format_func=lambda table: run.plain(TITLES[table])
    )
    st.download_button(
        run.say(text("Template")),
        lambda: as_template(BY_TABLE[table], run.request.language),
        file_name=f"{table}.xlsx",
        key="template",
        icon=":material/table:",
        on_click="ignore",
        width="stretch",
    )
