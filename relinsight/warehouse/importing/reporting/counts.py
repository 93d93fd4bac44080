"""Count what became of each source row, and keep the run and its rejected rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from relinsight.sources.calendars.columns import PRIVATE_COLUMN
from relinsight.sources.plan import Plan
from relinsight.warehouse.changes import COUNTS
from relinsight.warehouse.importing.previewing.sheets import previews
from relinsight.warehouse.importing.reading.unreadable import distinct
from relinsight.warehouse.importing.reading.versions import left_out
from relinsight.warehouse.importing.remark import About, Remark
from relinsight.warehouse.importing.report import FileReport, ImportReport
from relinsight.warehouse.importing.reporting.day_columns import DayColumn
from relinsight.warehouse.importing.reporting.days import days_of
from relinsight.warehouse.importing.reporting.reasons import reasons_of, waiting_of, waiting_rows
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, of_sheet, raw
from relinsight.warehouse.importing.writing import INSERTED, UPDATED

CHUNK = 1 << 20


def reported(work: Work, columns: Sequence[DayColumn]) -> ImportReport:
    """The report of an import, before its run is kept."""
    ranks = " UNION ALL ".join(f"SELECT _src, least(_rank, _counts_as) AS _rank FROM {arriving(record)}" for record in work.fed)
    verdict = work.found("verdict", f"SELECT _src, max(_rank) AS rank FROM ({ranks}) AS ranks WHERE _src IS NOT NULL GROUP BY _src")
    files = _by_file(_file(work, number, verdict) for number in range(len(work.plans)))
    totals = {name: sum(getattr(file, name) for file in files) for name in COUNTS}
    remarks = (*(Remark(About.READING, warning) for warning in work.warnings), *work.remarks)
    return ImportReport(
        work.run_id,
        **totals,
        remarks=remarks,
        choices=tuple(work.choices),
        files=files,
        days=days_of(work, columns),
        made=work.beside,
        near=tuple(work.near),
        reasons=reasons_of(work),
        waiting=waiting_of(work),
        previews=previews(work, verdict),
    )


def _by_file(reports: Iterable[FileReport]) -> tuple[FileReport, ...]:
    """The counts of each file or sheet, those of tables that a reader made of one put together."""
    files: dict[tuple[str, str | None], FileReport] = {}
    for each in reports:
        same = files.get((each.file, each.sheet))
        files[each.file, each.sheet] = _together(same, each) if same else each
    return tuple(files.values())


def _together(one: FileReport, other: FileReport) -> FileReport:
    counts = {name: getattr(one, name) + getattr(other, name) for name in (*COUNTS, "waiting", "left_out")}
    return replace(one, records=tuple(dict.fromkeys((*one.records, *other.records))), **counts)


def _file(work: Work, number: int, verdict: str) -> FileReport:
    within = of_sheet(number)
    plan = work.plans[number]
    rejected = work.number(f"SELECT count(*) FROM rejected WHERE {within}")
    broken = work.number(f"SELECT count(*) FROM broken WHERE {within}")
    read = work.number(f"SELECT count(*) FROM {raw(number)}") + broken
    inserted = work.number(f"SELECT count(*) FROM {verdict} WHERE rank = {INSERTED} AND {within}")
    updated = work.number(f"SELECT count(*) FROM {verdict} WHERE rank = {UPDATED} AND {within}")
    accepted = read - rejected
    records = tuple(dict.fromkeys(feed.record.table for feed in plan.feeds))
    return FileReport(
        plan.sheet.file,
        plan.sheet.name,
        records,
        read,
        accepted,
        inserted,
        updated,
        accepted - inserted - updated,
        rejected,
        waiting_rows(work, within),
        work.number(f"SELECT count(*) FROM ({left_out(work, number)}) AS found (src) WHERE src NOT IN (SELECT _src FROM rejected)"),
    )


def keep_run(work: Work, report: ImportReport, profile: str | None) -> None:
    """Keep the run with its counts."""
    files = {plan.sheet.path: plan.sheet.file for plan in work.plans}
    counts = {name: int(getattr(report, name)) for name in COUNTS}
    work.change.keep_run(counts, file=", ".join(files.values()), sha256=_sha256([*files]), profile=profile, mends=work.mends)


def keep_rejects(work: Work) -> None:
    """Keep every rejected cell with its file, row, reason and the row as it was read."""
    for number, plan in enumerate(work.plans):
        within = of_sheet(number, "p._src")
        rows = [int(row[0]) for row in work.run(f"SELECT DISTINCT _src % {SHEET_STEP} FROM problem AS p WHERE {within}")]
        if rows:
            lines = plan.sheet.lines(rows) if plan.sheet.lines else {}
            line_of = work.handed_over("line_of", {"row": rows, "line": [lines.get(row, row) for row in rows]})
            hidden = _hidden(plan)
            cells = ", ".join(_kept_cell(plan, i, hidden) for i in range(plan.shown))
            work.run(
                "INSERT INTO import_reject (run_id, file, sheet, row_number, field, value, reason, raw, recorded_at, waits) "
                "SELECT $run, $file, $sheet, line, p.field, "
                f"CASE WHEN NOT coalesce({hidden}, false) THEN p.value END, p.reason, "
                f"coalesce(b.raw, to_json(map($header, [{cells}]))::VARCHAR), $at, w.waits "
                f"FROM (SELECT DISTINCT _src, field, value, reason FROM problem AS p WHERE {within}) AS p "
                f"JOIN {line_of} AS line_of ON line_of.row = p._src % {SHEET_STEP} LEFT JOIN broken AS b ON b._src = p._src "
                "LEFT JOIN (SELECT DISTINCT * FROM waiting) AS w ON w._src = p._src "
                f"LEFT JOIN {raw(number)} AS r ON r._row = p._src % {SHEET_STEP}",
                run=work.run_id,
                file=plan.sheet.file,
                sheet=plan.sheet.name,
                header=distinct(plan.sheet.header[: plan.shown]),
                at=work.made_at,
            )


def _hidden(plan: Plan) -> str:
    """The condition that a row of a calendar is private: of such a row no reject keeps what it says."""
    marks = [at for at, name in enumerate(plan.sheet.header) if plan.sheet.strangers and name == PRIVATE_COLUMN]
    return f"c{marks[0]} <> ''" if marks else "false"


def _kept_cell(plan: Plan, at: int, hidden: str) -> str:
    cell = f"coalesce(c{at}, '')"
    return cell if hidden == "false" or plan.sheet.header[at] == "id" else f"CASE WHEN {hidden} THEN '' ELSE {cell} END"


def _sha256(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in filter(Path.is_file, paths):
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    return digest.hexdigest()
