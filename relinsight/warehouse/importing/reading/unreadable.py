"""Note the rows that do not fit their header, and the cells that a feed cannot read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from relinsight.records.reasons import MISSING, ONE_CELL, OTHER_WIDTH, unreadable
from relinsight.records.record import Field, fields
from relinsight.sources.plan import At, Feed, Plan
from relinsight.sources.sheet import BrokenRow
from relinsight.warehouse.importing.cells import bare
from relinsight.warehouse.importing.problems import filled
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, raw


def note_broken(work: Work, number: int, plan: Plan) -> None:
    """Note the rows that have another number of cells than the header."""
    rows = plan.sheet.broken()
    if not rows:
        return
    found = work.handed_over(
        "broken",
        {
            "source": [number * SHEET_STEP + row.row for row in rows],
            "reason": [_why(row, plan.shown) for row in rows],
            "raw": [_raw(plan, row) for row in rows],
        },
    )
    work.run(f"INSERT INTO problem SELECT source, NULL, NULL, reason FROM {found}")
    work.run(f"INSERT INTO broken SELECT source, raw FROM {found}")


def _why(row: BrokenRow, columns: int) -> str:
    reason = row.why or (OTHER_WIDTH if len(row.cells) > 1 else ONE_CELL)
    return reason.message.format(cells=len(row.cells), columns=columns)


def distinct(header: Sequence[str]) -> list[str]:
    """The names of columns, a second one of the same name with its number."""
    return [f"{name} ({at})" if name in header[: at - 1] else name for at, name in enumerate(header, 1)]


def _raw(plan: Plan, row: BrokenRow) -> str:
    names = [*distinct(plan.sheet.header[: plan.shown]), *(f"+{n}" for n in range(1, len(row.cells) + 1))]
    return json.dumps(dict(zip(names, row.cells, strict=False)), ensure_ascii=False)


def note_cells(work: Work, number: int, at: int, feed: Feed) -> None:
    """Note the cells that a feed could not read."""
    table = arriving(feed.record)
    (found,) = work.run(f"SELECT bit_or(_bad) FROM {table} WHERE _sheet = {number} AND _feed = {at}")
    for index, field in enumerate(fields(feed.record)):
        if (found[0] or 0) >> index & 1:
            _note_cell(work, number, at, feed, field, index)


def _note_cell(work: Work, number: int, at: int, feed: Feed, field: Field, index: int) -> None:
    cell = feed.cells[field.name]
    text = bare(f"c{cell.column}") if isinstance(cell, At) else "NULL::VARCHAR"
    found = (
        f"SELECT DISTINCT _src, {text} AS value FROM {arriving(feed.record)} "
        f"JOIN {raw(number)} ON _src = _row + {number * SHEET_STEP} "
        f"WHERE _sheet = {number} AND _feed = {at} AND _bad >> {index} & 1 = 1"
    )
    reason, parameters = filled(unreadable(field.column.kind), value="value")
    work.run(
        f"INSERT INTO problem SELECT _src, $field, value, CASE WHEN value IS NULL THEN $missing ELSE {reason} END FROM ({found}) AS found",
        field=feed.called.get(field.name, field.name),
        missing=MISSING.message,
        **parameters,
    )
