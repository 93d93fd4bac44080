"""The runs so far: what each brought, and what of it waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.data.rows import Run
from relinsight.words.clock import day_of
from relinsight.words.name import Name
from relinsight.words.quantities import Names, Spelled
from relinsight.words.text import Text, counted, text

FILES = 2  # that are named, the others are counted
JOINED = ", "  # between the files of a run


class RunLine(NamedTuple):
    """A run as it is shown."""

    run: str
    day: date
    what: Text
    inserted: int
    updated: int
    unchanged: int
    waiting: int
    is_undone: bool


def runs_table(runs: Sequence[Run], time_zone: str) -> Table:
    """Every run, the newest first."""
    return Table(
        "runs",
        _title(runs),
        COLUMNS,
        tuple(run_line(run, time_zone) for run in runs),
        text("To mend: rows that were rejected and wait still. A run that was taken back stays in the list."),
        text("Nothing was brought in yet."),
        short=len(runs) <= SHORT,
    )


SHORT = 10
COLUMNS = (
    TableColumn("day", text("Day"), "day"),
    TableColumn("what", text("What"), "sentence"),
    TableColumn("inserted", text("New"), "number"),
    TableColumn("updated", text("Changed"), "number"),
    TableColumn("unchanged", text("As before"), "number"),
    TableColumn("waiting", text("To mend"), "number"),
    TableColumn("is_undone", text("Taken back"), "tick"),
)


def run_line(run: Run, time_zone: str) -> RunLine:
    """What is shown of a run."""
    day = day_of(run.made_at, time_zone)
    return RunLine(run.run, day, _what(run), run.inserted, run.updated, run.unchanged, run.waiting, run.is_undone)


def _what(run: Run) -> Text:
    if run.is_mending and run.file is None:
        return text("rejected rows set aside")
    if run.file is None:
        return text("change by hand")
    files = run.file.split(JOINED)
    if len(files) <= FILES:
        return text("{names}", names=Names(tuple(map(Name, files))))
    return text("{first} and {n} more files", first=Name(files[0]), n=len(files) - 1)


def _title(runs: Sequence[Run]) -> Text:
    standing = sum(not run.is_undone for run in runs)
    if not runs:
        return text("Nothing was brought in yet")
    if not standing:
        return text("Every run so far was taken back")
    if len(runs) == 1:
        return text("One run so far, and it can be taken back")
    if standing == len(runs):
        return text("{n} runs so far, each of them stands", n=Spelled(len(runs)))
    return counted("{n} run stands, {undone} taken back", "{n} runs stand, {undone} taken back", standing, undone=len(runs) - standing)
