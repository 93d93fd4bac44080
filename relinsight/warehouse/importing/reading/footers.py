"""Lines under a table that say how many rows it has, as databases write them: no rows, but a count to hold the rows against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relinsight.records.reasons import FOOTER
from relinsight.sources.plan import Plan
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.reading.totals import counts
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw
from relinsight.words.text import text

ROWS = r"(?:rows?|row\(s\)|records?|record\(s\)|lines?|rij(?:en)?|rij\(en\)|regels?|regel\(s\))"
COUNT = "([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)"
DONE = (
    r"(?: (?:affected|selected|returned|retrieved|fetched|exported|found|in set|in total|totaal|in totaal|geselecteerd|gevonden|verwerkt))"
)
BEFORE = r"(?:total|count|totaal|aantal|totaal aantal)"
CERTAIN = (
    rf"\({COUNT} {ROWS}{DONE}?\)",
    rf"{COUNT} {ROWS}{DONE}(?: \(.*\))?\.?",
    rf"{BEFORE}:? ?{COUNT} {ROWS}{DONE}?\.?",
    rf"(?:{BEFORE} )?{ROWS}{DONE}?: ?{COUNT}",
)
MOST_CELLS = 3  # that such a line fills: words, a number, words
LAST_ROWS = 5
FIRST_SIGN = "!"  # the first sign that is no blank
PATTERN = rf"(?i)^ *(?:{'|'.join(CERTAIN)}) *$"


def footer(cells: Sequence[str]) -> str:
    """The line that the cells of a row make, if it says how many rows the table has."""
    line = " ".join(said for cell in cells if (said := cell.strip()))
    return line if re.search(PATTERN, line) else ""


def reject_footers(work: Work, number: int, plan: Plan) -> None:
    """Reject the lines that say how many rows there are, and warn where they say another number than was read."""
    columns = [f"c{at}" for at in range(plan.shown) if at not in plan.hidden]
    lines = _lines(number, columns, last=work.number(f"SELECT max(_row) FROM {raw(number)}")) if columns else ""
    found = work.run(lines) if lines else []
    if found:
        kept = f"SELECT _row + {number * SHEET_STEP} FROM {raw(number)} WHERE {counts(plan)}"
        note(work, FOOTER, f"SELECT * FROM ({lines}) AS lines WHERE _src IN ({kept})", None)
    broken = {row.row: said for row in plan.sheet.broken() if (said := footer(row.cells))}
    rows = {int(src) % SHEET_STEP: str(value) for src, value, _ in found} | broken
    if rows:
        _compare(work, number, plan, rows, broken=len(plan.sheet.broken()) - len(broken))


def _lines(number: int, columns: Sequence[str], *, last: int) -> str:
    """The query of such lines: they fill few cells and leave one empty, or stand among the last rows."""
    filled = _sum([f"coalesce({cell} >= '{FIRST_SIGN}', false)::INTEGER" for cell in columns])
    few = f"{filled} <= {min(MOST_CELLS, max(len(columns) - 1, 1))} OR _row > {last - LAST_ROWS}"
    looked_at = f"SELECT _row, {', '.join(columns)} FROM {raw(number)} WHERE {few}"
    line = f"concat_ws(' ', {', '.join(map(bare, columns))})"
    return (
        f"WITH few AS MATERIALIZED ({looked_at}), said AS MATERIALIZED (SELECT _row, {line} AS line FROM few) "
        f"SELECT _row + {number * SHEET_STEP} AS _src, line AS value, NULL AS other FROM said WHERE regexp_matches(line, {quoted(PATTERN)})"
    )


def _sum(terms: Sequence[str]) -> str:
    """The sum of some terms, each half of them in brackets: of thousands in a row the engine would lose count of the depth."""
    half = len(terms) // 2
    return f"({_sum(terms[:half])} + {_sum(terms[half:])})" if half else terms[0]


def _compare(work: Work, number: int, plan: Plan, footers: dict[int, str], *, broken: int) -> None:
    """Warn where the lines count other rows than there are, those that could not be read among them."""
    lines = ", ".join(map(str, footers))
    out = f"(_row + {number * SHEET_STEP} IN (SELECT _src FROM rejected) OR _row IN ({lines}))"
    read = broken + work.number(f"SELECT count(*) FROM {raw(number)} WHERE NOT {out}")
    counted = sum(map(_count, footers.values()))
    if counted != read:
        work.warnings.append(
            text(
                "{file}: the line under the table counts {counted} rows (row {row}), and {read} were read; see whether the file is whole.",
                file=plan.sheet.called,
                counted=counted,
                read=read,
                row=plan.sheet.line(max(footers)),
            )
        )


def _count(line: str) -> int:
    found = re.search(COUNT, line)
    return int(re.sub("[.,]", "", found.group())) if found else 0
