"""Bring files in from the screen: the uploader, and the work that it starts."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from relinsight.access.options import ImportOptions
from relinsight.show import work
from relinsight.show.run import Run
from relinsight.sources.profiles import shipped_profiles
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.scope import FIRST_DAY, LAST_DAY
from relinsight.words.text import text

KINDS = ["csv", "gz", "zip", "tsv", "txt", "xlsx", "xls", "xlsb", "ods", "parquet", "json", "jsonl", "ndjson", "ics", "vcf"]


def uploader(run: Run) -> None:
    """The files, how to read them, and the button that brings them in."""
    bring(run, choose(run))


@dataclass(frozen=True)
class Chosen:
    """The files that a visitor chose, and how they are to be read."""

    files: Sequence[UploadedFile]
    profile: str | None
    as_of: date


def choose(run: Run) -> Chosen:
    """The files, and how to read them."""
    profiles = ("", *shipped_profiles())
    files = st.file_uploader(run.say(text("Files")), KINDS, accept_multiple_files=True, key="start-files")
    profile = st.selectbox(
        run.say(text("Profile")),
        profiles,
        key="start-profile",
        format_func=lambda name: name or run.plain(text("not needed")),
        help=run.say(text("Choose one where the columns carry names that relinsight does not know by itself.")),
    )
    return Chosen(files, profile or None, _holds_from(run))


def bring(run: Run, chosen: Chosen) -> None:
    """The button that brings them in."""
    if st.button(run.say(text("Import")), key="start-import", icon=":material/upload_file:", width="stretch", disabled=not chosen.files):
        folder = Path(tempfile.mkdtemp(prefix="relinsight-"))
        bring_in(run, on_disk(folder, chosen.files), chosen.profile, folder, chosen.as_of)


def _holds_from(run: Run) -> date:
    """The day from which on files without dates change what holds: that of the import, unless another one is chosen."""
    day: date = st.date_input(
        run.say(text("Changes hold from")),
        clock.today(run.reader.holding.time_zone),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key="start-as-of",
        format="DD-MM-YYYY",
    )
    st.caption(
        run.say(
            text(
                "What a file says without a date, such as another tier or account manager, holds from this day on; "
                "what held before ends the day before."
            )
        )
    )
    return day


def on_disk(folder: Path, files: Sequence[UploadedFile]) -> list[Path]:
    """The files as they were chosen, each in a folder of its own: two of one name are two files."""
    return [_kept(folder / str(number), file.name, file.getvalue()) for number, file in enumerate(files, 1)]


def _kept(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir()
    path = folder / Path(name).name
    path.write_bytes(content)
    return path


def bring_in(run: Run, paths: list[Path], profile: str | None, folder: Path | None = None, as_of: date | None = None) -> None:
    """Bring files in beside the pages, and remove the folder in which they lay."""
    owner = run.city.owner
    work.begin(
        run,
        text("Import of {files}", files=Names(tuple(Name(path.name) for path in paths))),
        lambda tell: owner.bring_in(paths, ImportOptions(profile=profile, as_of=as_of), at=clock.now(), progress=tell),
        partial(shutil.rmtree, folder, ignore_errors=True) if folder else lambda: None,
    )
