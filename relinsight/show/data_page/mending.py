"""Rows that an import rejected: type over what is wrong and try again, take them along, or set them aside for good."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from relinsight.access.owner import Owner
from relinsight.access.report import Broken, Place
from relinsight.show import work
from relinsight.show.jobs import Tell
from relinsight.show.labels import column_called
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

MOST = 500  # cells of one run that are shown
VALUE = "value"


def show(run: Run) -> None:
    """The rows of each run that wait, the newest run first."""
    cells = run.city.owner.broken_cells()
    if not cells:
        st.header(run.say.heading(text("No row waits to be mended")), anchor=False)
        st.caption(run.say(text("Rows that an import rejects stand here, until somebody mends them or sets them aside.")))
    for of, found in groupby(cells, key=lambda cell: cell.run):
        _run(of, list(found), run)


def _run(of: str, cells: list[Broken], run: Run) -> None:
    files = Names(tuple(dict.fromkeys(cell.file for cell in cells)))
    title = _title(len({cell.place[:3] for cell in cells}), files)
    st.header(run.say.heading(title), anchor=False)
    mended = _edited(of, cells[:MOST], title, run)
    if len(cells) > MOST:
        st.caption(run.say(text("The first {n} cells are shown; take all of them along as CSV.", n=MOST)))
    with st.container(horizontal=True):
        if st.button(run.say(text("Try these again")), key=f"mend-{of}", icon=":material/replay:"):
            work.begin(run, text("Mended rows of {files}", files=files), partial(_again, run.city.owner, of, mended))
        _take_along(of, cells, run)
        if st.button(run.say(text("Set aside for good")), key=f"aside-{of}", type="tertiary"):
            work.begin(run, text("Setting rows aside"), partial(_aside, run.city.owner, of))
    st.caption(
        run.say(
            text(
                "Tried again, rows that are right come in, and those that are still wrong wait here. "
                "Both can be taken back under Runs; so can setting rows aside."
            )
        )
    )


def _title(rows: int, files: Names) -> Text:
    return counted(
        "{n} row to mend of {files}: type over the value that is wrong",
        "{n} rows to mend of {files}: type over what is wrong",
        rows,
        files=files,
    )


def _edited(of: str, cells: Sequence[Broken], title: Text, run: Run) -> Mapping[Place, str]:
    """The cells that were typed over."""
    heads = {
        "file": text("File"),
        "row": text("Row"),
        "begins": text("What it says"),
        "reason": text("What is wrong"),
        "field": text("Field"),
        VALUE: text("Value, to mend"),
    }
    frame = pd.DataFrame([_line(cell, run) for cell in cells], columns=list(heads))
    edited = st.data_editor(
        frame,
        hide_index=True,
        disabled=[name for name in heads if name != VALUE],
        column_config={name: _config(name, run.plain(head)) for name, head in heads.items()},
        key=f"editor-{of}",
        alt=run.plain(title),
    )
    typed = zip(cells, frame[VALUE], edited[VALUE], strict=True)
    return {cell.place: after or "" for cell, before, after in typed if cell.is_in_row and (after or "") != (before or "")}


def _config(name: str, label: str) -> Any:
    if name == "row":
        return st.column_config.NumberColumn(label, format="%d", width="small")
    return st.column_config.TextColumn(label, width="large" if name == "reason" else None)


def _line(cell: Broken, run: Run) -> tuple[object, ...]:
    return str(cell.file), cell.row_number, str(cell.begins), run.plain(cell.reason), _field(cell, run), str(cell.value or "")


def _field(cell: Broken, run: Run) -> str:
    """The column; of a whole row, that it is the row."""
    if cell.field is None or not cell.is_in_row:
        return run.plain(text("the row as a whole; mend it in the file"))
    return column_called(str(cell.field), run.plain)


def _take_along(of: str, cells: Sequence[Broken], run: Run) -> None:
    several = len({cell.place[:2] for cell in cells}) > 1
    st.download_button(
        run.say(text("Take along as CSV")),
        lambda: _written(run.city.owner, of),
        file_name="rejected.zip" if several else "rejected.csv",
        key=f"rejected-{of}",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def _written(owner: Owner, of: str) -> bytes:
    """The rejected rows as their file, or as a folder of files where they came from several."""
    with tempfile.TemporaryDirectory(prefix="relinsight-") as folder:
        files = owner.write_rejects(of, Path(folder) / "rejected.csv", Path)
        return files[0].read_bytes() if len(files) == 1 else _zipped(files)


def _zipped(files: Sequence[Path]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, file.name)
    return packed.getvalue()


def _again(owner: Owner, of: str, mended: Mapping[Place, str], tell: Tell) -> object:
    return owner.try_again(of, mended, at=clock.now(), progress=tell)


def _aside(owner: Owner, of: str, _tell: Tell) -> None:
    owner.set_aside(of, at=clock.now())
