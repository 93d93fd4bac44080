"""Rows that belong to the layout of a table and are none of its rows: the header again, and the line under it."""

from __future__ import annotations

from relinsight.records.reasons import REPEATED, UNDERLINE
from relinsight.sources.plan import Plan
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.reading.totals import counts
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw

UNDER = r"^[-=_ ]*[-=_]{2}[-=_ ]*$"


def reject_headers(work: Work, number: int, plan: Plan) -> None:
    """Reject the header where it stands again, and the line under it."""
    cells = [f"c{at}" for at, name in enumerate(plan.sheet.header[: plan.shown]) if name and at not in plan.hidden]
    again = " AND ".join(f"contains(lower({cell}), lower($name_{cell})) AND lower({bare(cell)}) = lower($name_{cell})" for cell in cells)
    names = {f"name_{cell}": plan.sheet.header[int(cell[1:])] for cell in cells}
    rows = f"SELECT _row + {number * SHEET_STEP} AS _src, NULL AS value, NULL AS other FROM {raw(number)} WHERE"
    note(work, REPEATED, f"{rows} {again} AND {counts(plan)}", None, **names)
    first = f"_row = (SELECT min(_row) FROM {raw(number)}) AND {counts(plan)}"
    note(work, UNDERLINE, f"{rows} {first} AND regexp_matches(concat({', '.join(cells)}), {quoted(UNDER)})", None)
