"""What would become of each row of a file, in its order."""

from __future__ import annotations

from relinsight.records.reasons import WHO_IS_THIS
from relinsight.warehouse.importing.preview import Stretch
from relinsight.warehouse.importing.reading.versions import left_out
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw
from relinsight.warehouse.importing.writing import INSERTED, UNCHANGED, UPDATED

MOST = 400  # rows that are shown one by one; more are put together
STRETCHES = 200
LEFT_OUT, WAITS, REJECTED = 0, 4, 5
OUTCOMES = (LEFT_OUT, UNCHANGED, UPDATED, INSERTED, WAITS, REJECTED)


def stretches(work: Work, number: int, verdict: str) -> tuple[Stretch, ...]:
    """The rows of a sheet one by one, or of a long one as many together as it takes."""
    rows = f"SELECT _row FROM {raw(number)} UNION SELECT _src % {SHEET_STEP} FROM broken WHERE _src // {SHEET_STEP} = {number}"
    each = work.number(f"SELECT count(*) FROM ({rows}) AS rows")
    if not each:
        return ()
    counts = ", ".join(f"count(*) FILTER (WHERE became = {outcome})" for outcome in OUTCOMES)
    place = f"ntile({each if each <= MOST else STRETCHES}) OVER (ORDER BY _row) AS place"
    found = work.run(
        f"SELECT min(_row), max(_row), {counts} FROM (SELECT _row, {place}, "
        f"{_became(work, number)} AS became FROM (SELECT _row, _row + {number * SHEET_STEP} AS src FROM ({rows}) AS rows) AS rows "
        f"LEFT JOIN {verdict} AS verdict ON verdict._src = src) AS rows GROUP BY place ORDER BY place",
        waits=WHO_IS_THIS.message,
    )
    return tuple(_at_their_lines(work, number, found))


def _became(work: Work, number: int) -> str:
    """What becomes of a row."""
    waits = "SELECT _src FROM problem GROUP BY _src HAVING bool_and(message = $waits)"
    return (
        f"CASE WHEN src IN ({waits}) THEN {WAITS} WHEN src IN (SELECT _src FROM rejected) THEN {REJECTED} "
        f"WHEN src IN ({left_out(work, number)}) THEN {LEFT_OUT} ELSE coalesce(rank, {UNCHANGED}) END"
    )


def _at_their_lines(work: Work, number: int, found: list[tuple[int, ...]]) -> list[Stretch]:
    sheet = work.plans[number].sheet
    ends = [end for row in found for end in row[:2]]
    lines = sheet.lines(ends) if sheet.lines and ends else {}
    return [Stretch(lines.get(first, first), lines.get(last, last), *counts) for first, last, *counts in found]
