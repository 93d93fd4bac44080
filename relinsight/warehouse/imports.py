"""Bring files into the warehouse: one call is one transaction, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from relinsight.sources.archives import Arrived, unpacked
from relinsight.sources.circumstances import Circumstances
from relinsight.sources.foreign.parsers import parsers
from relinsight.sources.header_meanings import record_named
from relinsight.sources.opening import no_table, sheets_of, told_apart
from relinsight.sources.plan import Plan
from relinsight.sources.planning import planned_all
from relinsight.sources.profile import FilePart, profile_of, read_profile
from relinsight.sources.profiled import profiled
from relinsight.sources.recognising import Asked, recognised
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import Sheet
from relinsight.warehouse.changes import new_run
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.importing.options import AS_THEY_ARE, ImportOptions
from relinsight.warehouse.importing.progress import Tell, repeated
from relinsight.warehouse.importing.report import ImportReport
from relinsight.warehouse.importing.steps import carry_out
from relinsight.warehouse.importing.work import Work
from relinsight.warehouse.kept_profiles import kept_profiles
from relinsight.warehouse.location import identity
from relinsight.warehouse.origin import is_demo, time_zone
from relinsight.words.clock import day_of
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import text

__all__ = ["ImportOptions", "ImportRefused", "ImportReport", "import_files"]


class _DryRun(Exception):  # noqa: N818
    """The end of a rehearsal: everything is taken back."""

    def __init__(self, report: ImportReport) -> None:
        self.report = report


def import_files(
    warehouse: Warehouse,
    files: Sequence[Path],
    options: ImportOptions = AS_THEY_ARE,
    *,
    at: datetime,
    progress: Tell | None = None,
) -> ImportReport:
    """Bring files in and say what became of their rows."""
    if not files:
        raise ImportRefused(text("There is no file to bring in; name one or more."))
    _refuse_itself(warehouse, files)
    with repeated(progress) as tell, unpacked(told_apart(files), files) as arrived:
        with parsers():
            plans = _plans(warehouse, arrived, tell, options, _circumstances(warehouse, options, at))
        try:
            with warehouse.transaction() as cursor:
                _refuse_beside_demo(cursor)
                change = new_run(cursor, at, options.made_by)
                work = Work(
                    change,
                    options.replace,
                    time_zone(cursor),
                    plans,
                    progress=tell,
                    as_of=options.as_of,
                    mends=options.mends,
                    is_rehearsal=options.dry_run,
                )
                report = carry_out(work, _profile_called(plans, options))
                if options.dry_run:
                    raise _DryRun(replace(report, run_id=None))
        except _DryRun as rehearsal:
            return rehearsal.report
    return report


def _profile_called(plans: Sequence[Plan], options: ImportOptions) -> str | None:
    """How the profile is called by which the files are read, where one reads them all and has a name."""
    names = {Path(options.profile).stem} if options.profile else {plan.read_by.name if plan.read_by else None for plan in plans}
    return names.pop() if len(names) == 1 else None


def _refuse_itself(warehouse: Warehouse, files: Sequence[Path]) -> None:
    """The file of the database itself is not even opened: to close it again would give away the lock that the engine holds on it."""
    for path in files:
        if warehouse.identity is not None and identity(path) == warehouse.identity:
            raise no_table(path)


def _refuse_beside_demo(cursor: duckdb.DuckDBPyConnection) -> None:
    if is_demo(cursor):
        raise ImportRefused(
            text(
                "The invented demo city is still here; remove it under Data in the dashboard "
                "or with `relinsight demo --remove`, and then import."
            )
        )


def _circumstances(warehouse: Warehouse, options: ImportOptions, at: datetime) -> Circumstances:
    """The day and the time zone in which the files are read."""
    with warehouse.cursor() as cursor:
        zone = time_zone(cursor)
    return Circumstances(options.as_of or day_of(at, zone), zone, options.with_private)


def _opened(files: Sequence[Arrived], progress: Tell, part: FilePart, circumstances: Circumstances) -> Iterator[tuple[Sheet, ...]]:
    """The sheets of each file, told by a name that no other file of this call has."""
    here = replace(circumstances, with_private=circumstances.with_private or part.with_private)
    for file in files:
        progress(text("Opening {file}", file=Name(file.told)), 0.0)
        yield sheets_of(file, part, here)


def _plans(
    warehouse: Warehouse, files: Sequence[Arrived], progress: Tell, options: ImportOptions, circumstances: Circumstances
) -> list[Plan]:
    kept = kept_profiles(warehouse) if options.profile or options.recognise else {}
    if options.profile:
        written = kept.get(str(options.profile))
        chosen = read_profile(options.profile) if written is None else profile_of(str(options.profile), written)
        chosen = chosen.of_our_files() if options.mends else chosen
        opened = _opened(files, progress, chosen.file, circumstances)
        return [plan for found in opened for plan in _told([profiled(sheet, chosen) for sheet in found])]
    if options.recognise:
        asked = Asked(options.record, options.role)
        return [plan for file in files for plan in _told(_recognised(file, progress, kept, asked, circumstances))]
    wanted = record_named(options.record) if options.record else None
    if options.record and not wanted:
        raise ImportRefused(text("There is no table {record}; see docs/columns.md for their names.", record=Name(options.record)))
    return [plan for found in _opened(files, progress, FilePart(), circumstances) for plan in _told(planned_all(found, wanted))]


def _recognised(file: Arrived, progress: Tell, kept: Mapping[str, str], asked: Asked, circumstances: Circumstances) -> list[Plan]:
    return recognised(lambda part: next(_opened([file], progress, part, circumstances)), kept, asked)


def _told(plans: list[Plan]) -> list[Plan]:
    """The plans of one file; of a workbook with several sheets that are read, these are named."""
    if len(plans) < 2 or plans[0].sheet.table is not None:  # noqa: PLR2004
        return plans
    said = text(
        "{file}: {n} sheets were read: {names}; if only one is meant, name it under sheet in a profile, or hide the others.",
        file=Name(plans[0].sheet.file),
        n=len(plans),
        names=Names(tuple(Name(plan.sheet.name or "") for plan in plans)),
    )
    return [replace(plans[0], warnings=(said, *plans[0].warnings)), *plans[1:]]
