"""Rejected rows that wait to be mended: they are brought in again, or set aside for good; both are a run that can be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from relinsight.records.reasons import message_of
from relinsight.sources.profiles import shipped_profiles
from relinsight.warehouse.answers import AnswerRow
from relinsight.warehouse.changes import COUNTS, new_run
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.importing.options import ImportOptions
from relinsight.warehouse.importing.progress import Tell
from relinsight.warehouse.importing.report import ImportReport
from relinsight.warehouse.imports import import_files
from relinsight.warehouse.kept_profiles import kept_profiles
from relinsight.warehouse.quarantine import Place, cells_of, write_mended
from relinsight.warehouse.refusal import WarehouseError
from relinsight.warehouse.runs import run_meant
from relinsight.words.name import Name
from relinsight.words.text import Text, text

WAITING = """
    FROM import_run AS r WHERE r.rejected > 0 AND r.undone_at IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM mending JOIN import_run AS later ON later.id = mending.run_id WHERE mending.mends = r.id AND later.undone_at IS NULL
    )
"""
NO_LONGER = text("Nothing of run {run} waits any more: somebody mended it, set it aside or took it back; look at the page again.")
OWN_PROFILE = text(
    "These rows were read with the profile {profile}, which does not come with relinsight; take them along as CSV, mend them there, and "
    "import them with that profile."
)


@dataclass(frozen=True)
class Broken:
    """A cell for which a row waits: the run that rejected it, where it stands, why, and the first words of its row."""

    run: str
    file: Name
    sheet: Name | None
    row_number: int
    begins: Name
    field: Name | None
    value: Name | None
    reason: Text
    is_in_row: bool

    @property
    def place(self) -> Place:
        """By what the cell is found again."""
        return str(self.file), self.sheet and str(self.sheet), self.row_number, str(self.field)


def broken_cells(warehouse: Warehouse) -> list[Broken]:
    """Every cell that is to be mended, those of the newest run first."""
    found = warehouse.rows(
        "SELECT j.run_id AS run, j.file, j.sheet, j.row_number, j.field, j.value, j.reason, j.raw FROM import_reject AS j "
        f"JOIN (SELECT id, rowid AS place {WAITING}) AS waiting ON waiting.id = j.run_id "
        "WHERE j.waits IS NULL ORDER BY waiting.place DESC, j.file, j.sheet, j.row_number, j.field, j.raw"
    )
    return [_broken(row) for row in found]


def _broken(row: AnswerRow) -> Broken:
    cells = cells_of(row)
    field, value, sheet = (None if row[name] is None else Name(str(row[name])) for name in ("field", "value", "sheet"))
    begins = " · ".join([cell for cell in cells.values() if cell][:2])
    reason = message_of(str(row["reason"]))
    number = int(str(row["row_number"]))
    return Broken(str(row["run"]), Name(str(row["file"])), sheet, number, Name(begins), field, value, reason, str(field) in cells)


def try_again(warehouse: Warehouse, run: str, mended: Mapping[Place, str], *, at: datetime, progress: Tell | None = None) -> ImportReport:
    """Bring the rejected rows of a run in again with the cells that were mended; those that are still wrong wait under the new run."""
    with tempfile.TemporaryDirectory(prefix="relinsight-") as folder:
        files = write_mended(warehouse, run, Path(folder), mended)
        return import_files(warehouse, files, _as_before(warehouse, run), at=at, progress=progress)


def _as_before(warehouse: Warehouse, run: str) -> ImportOptions:
    with warehouse.cursor() as cursor:
        meant = waiting_run(cursor, run)
        ((profile,),) = cursor.execute("SELECT profile FROM import_run WHERE id = $run", {"run": meant}).fetchall()
    if profile is not None and profile not in (*shipped_profiles(), *kept_profiles(warehouse)):
        raise WarehouseError(OWN_PROFILE.with_values(profile=Name(profile)))
    return ImportOptions(profile=profile, mends=meant)


def set_aside(warehouse: Warehouse, run: str, *, at: datetime) -> None:
    """Let the rejected rows of a run wait no more: a run without rows says so, and can be taken back."""
    with warehouse.transaction() as cursor:
        meant = waiting_run(cursor, run)
        change = new_run(cursor, at, None)
        change.keep_run(dict.fromkeys(COUNTS, 0), mends=meant)


def waiting_run(cursor: duckdb.DuckDBPyConnection, run: str) -> str:
    """The run that is meant, whose rejected rows wait still."""
    meant = run_meant(cursor, run)
    waiting: Sequence[object] = cursor.execute(f"SELECT r.id {WAITING} AND r.id = $run", {"run": meant}).fetchall()
    if not waiting:
        raise WarehouseError(NO_LONGER.with_values(run=Name(meant)))
    return meant
