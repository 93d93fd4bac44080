"""The first start: three ways in, so that nobody meets an empty page."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from relinsight.show import address
from relinsight.show.run import Run
from relinsight.sources.profiles import shipped_profiles
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.demo import fill_with_demo
from relinsight.warehouse.imports import ImportRefused, ImportReport, import_files
from relinsight.warehouse.quarantine import rejects
from relinsight.words import clock
from relinsight.words.text import Text, text

KINDS = ["csv", "gz", "tsv", "txt", "xlsx", "xls", "xlsb", "ods", "parquet", "json", "jsonl", "ndjson"]
OUTCOME = "outcome"
Tell = Callable[[Text, float], None]


def show(run: Run) -> None:
    """The three ways in."""
    say = run.say
    with st.container(gap="xxsmall"):
        st.caption(say(text("Strategic relationship insight")))
        st.title(say(text("Which partners does your city work with?")), anchor=False)
    st.markdown(say(text("There are no data yet. Choose one of three ways to begin; nothing leaves this machine.")))
    demo, register, own = st.columns(3, gap="medium")
    with demo, st.container(border=True, height="stretch"):
        _demo(run)
    with register, st.container(border=True, height="stretch"):
        _register(run)
    with own, st.container(border=True, height="stretch"):
        _own(run)


def _demo(run: Run) -> None:
    st.subheader(run.say(text("Look around in an invented city")), anchor=False)
    st.markdown(
        run.say(
            text(
                "A port city with 140 partners and three years of history, made up from the first word to the last. "
                "One action removes it again."
            )
        )
    )
    if st.button(run.say(text("Make the demo city")), key="start-demo", icon=":material/science:", width="stretch"):
        _work(run, lambda tell: _fill(run.reader.warehouse, tell))


def _fill(warehouse: Warehouse, tell: Tell) -> None:
    fill_with_demo(warehouse, at=clock.now(), progress=tell)


def _register(run: Run) -> None:
    st.subheader(run.say(text("See real open data")), anchor=False)
    st.markdown(
        run.say(text("The subsidy register of Amsterdam: 18,235 dossiers of 2016 to 2020, as the city published it on 9 March 2020."))
    )
    if st.button(run.say(text("Read the register")), key="start-register", icon=":material/account_balance:", width="stretch"):
        _work(run, lambda tell: _read(run, [REGISTER], "amsterdam-subsidies", tell))


REGISTER = Path(__file__).parents[2] / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"


def _own(run: Run) -> None:
    st.subheader(run.say(text("Bring your own files")), anchor=False)
    st.markdown(
        run.say(
            text(
                "CSV, Excel, Parquet or JSON: partners, contacts, goals and more. Name each file after what it holds, such as partner.csv."
            )
        )
    )
    profiles = ("", *shipped_profiles())
    files = st.file_uploader(run.say(text("Files")), KINDS, accept_multiple_files=True, key="start-files")
    profile = st.selectbox(
        run.say(text("Profile")),
        profiles,
        key="start-profile",
        format_func=lambda name: name or run.plain(text("none: the columns carry known names")),
    )
    if st.button(run.say(text("Import")), key="start-import", icon=":material/upload_file:", width="stretch", disabled=not files):
        with tempfile.TemporaryDirectory() as folder:
            paths = [_kept(Path(folder), file.name, file.getvalue()) for file in files]
            _work(run, lambda tell: _read(run, paths, profile or None, tell))


def _kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / Path(name).name
    path.write_bytes(content)
    return path


def _read(run: Run, paths: list[Path], profile: str | None, tell: Tell) -> None:
    st.session_state[OUTCOME] = import_files(run.reader.warehouse, paths, at=clock.now(), profile=profile, progress=tell)


def _work(run: Run, job: Callable[[Tell], None]) -> None:
    """Do a job with its progress shown; say in one sentence why it could not be done."""
    bar = st.progress(0.0, run.say(text("Starting …")))

    def tell(doing: Text, part: float) -> None:
        bar.progress(min(max(part, 0.0), 1.0), run.say(doing))

    try:
        job(tell)
    except ImportRefused as refused:
        bar.empty()
        st.error(run.say(refused.reason))
        return
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
    return text(
        "{read} rows were read: {inserted} are new, {updated} changed, {unchanged} the same and {rejected} rejected.",
        read=report.rows_read,
        inserted=report.inserted,
        updated=report.updated,
        unchanged=report.unchanged,
        rejected=report.rejected,
    )
