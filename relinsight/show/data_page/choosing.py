"""Which files come in and how they are read: what the files do not tell is asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from relinsight.access.options import ImportOptions
from relinsight.access.report import Preview
from relinsight.insights.naming import ROLES
from relinsight.records.titles import TITLES
from relinsight.show.bringing_in import Chosen, Kept
from relinsight.show.run import Run
from relinsight.sources.profiles import LONGEST_NAME, shipped_profiles
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.scope import FIRST_DAY, LAST_DAY
from relinsight.words.text import Text, text

KINDS = ["csv", "gz", "zip", "tsv", "txt", "xlsx", "xls", "xlsb", "ods", "parquet", "json", "jsonl", "ndjson", "ics", "vcf"]
LEFT = "files-left"  # how often files were left: each time the uploader begins anew


def files(run: Run) -> Sequence[UploadedFile]:
    """The files that were dropped."""
    return st.file_uploader(
        run.say(text("Files or a zip of them")), KINDS, accept_multiple_files=True, key=f"files-{st.session_state.get(LEFT, 0)}"
    )


def leave() -> None:
    """Leave the files; nothing was changed."""
    st.session_state[LEFT] = st.session_state.get(LEFT, 0) + 1


def chosen(run: Run, dropped: Sequence[UploadedFile], kept: Collection[str]) -> Chosen:
    """The files, with what a person said of them so far."""
    profile = _profile(run, kept)
    options = ImportOptions(
        profile=profile,
        as_of=_holds_from(run),
        recognise=profile is None,
        record=_said("record", dropped) if profile is None else None,
        role=_said("role", dropped) if profile is None else None,
    )
    return Chosen(dropped, options)


def _said(what: str, dropped: Sequence[UploadedFile]) -> str | None:
    """What a person said of these files; what merely stands there was not said."""
    return st.session_state.get(f"said-{_key(what, dropped)}")


def _key(what: str, dropped: Sequence[UploadedFile]) -> str:
    return "-".join([what, *(file.file_id for file in dropped)])


def _say(key: str) -> None:
    st.session_state[f"said-{key}"] = st.session_state[key]


def _profile(run: Run, kept: Collection[str]) -> str | None:
    names = ("", *kept, *shipped_profiles())
    chosen = st.selectbox(
        run.say(text("Read as")),
        names,
        key="start-profile",
        format_func=lambda name: run.plain(Name(name)) if name else run.plain(text("the file tells, or as is recognised")),
        help=run.say(text("Choose a profile where the columns are recognised wrongly.")),
    )
    return chosen or None


def _holds_from(run: Run) -> date:
    """The day from which on files without dates change what holds: that of the import, unless another one is chosen."""
    return st.date_input(
        run.say(text("Changes hold from")),
        clock.today(run.reader.holding.time_zone),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key="start-as-of",
        format="DD-MM-YYYY",
        help=run.say(
            text(
                "What a file says without a date, such as another tier or account manager, holds from this day on; "
                "what held before ends the day before."
            )
        ),
    )


def ask(run: Run, chosen: Chosen, previews: Sequence[Preview], kept: Collection[str]) -> Kept | None:
    """Ask what the files do not tell; the name under which a person wants to keep how they are read."""
    if chosen.options.profile is not None:
        return None
    suggested = [preview for preview in previews if preview.written is not None and preview.profile is None]
    tables = {preview.tables[0] for preview in suggested} if previews else {chosen.options.record or ""}
    if len(tables) != 1:
        return None
    (table,) = tables
    _ask("record", text("Each row is"), TITLES, table, chosen, run)
    if table == "dealing":
        _ask("role", text("Our role in these dealings"), ROLES, _role(suggested), chosen, run)
    return _name(run, chosen, suggested[0], kept) if len(suggested) == 1 else None


def _ask(what: str, label: Text, words: Mapping[str, Text], now: str | None, chosen: Chosen, run: Run) -> None:
    key = _key(what, chosen.files)
    st.selectbox(
        run.say(label),
        tuple(words),
        index=tuple(words).index(now) if now in words else None,
        key=key,
        on_change=_say,
        args=(key,),
        format_func=lambda word: run.plain(words[word]),
        placeholder=run.plain(text("choose")),
    )


def _role(previews: Sequence[Preview]) -> str | None:
    return previews[0].role if previews else None


def _name(run: Run, chosen: Chosen, preview: Preview, kept: Collection[str]) -> Kept | None:
    """The name under which the reading is kept: that of the file, unless a person chooses another one or none."""
    name = st.text_input(
        run.say(text("Keep this reading under a name")),
        _after_file(preview, kept),
        max_chars=LONGEST_NAME,
        key=_key("keep-as", chosen.files),
        placeholder=run.plain(text("no name: it is not kept")),
        help=run.say(text("The next file with these columns is read the same way, and nothing is asked.")),
    )
    return Kept(name.strip(), preview.written or "") if name.strip() else None


def _after_file(preview: Preview, kept: Collection[str]) -> str:
    """The words in the name of a file, without its day and number; nothing where they name another profile."""
    words = " ".join(re.findall(r"[^\W\d_]{2,}", Path(preview.file).name.split(".")[0]))[:LONGEST_NAME].strip()
    taken = {name.casefold() for name in (*kept, *shipped_profiles())}
    return "" if words.casefold() in taken else words
