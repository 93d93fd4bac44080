"""Why rows were rejected: each reason once for each column, with how many rows and the commonest case."""

from __future__ import annotations

from relinsight.records.reasons import message_of
from relinsight.warehouse.importing.report import RejectedFor
from relinsight.warehouse.importing.work import SHEET_STEP, Work
from relinsight.words.name import Name

GROUPED = f"""
    SELECT sheet, field, count(DISTINCT _src) AS rows,
        arg_max({{'row': _src % {SHEET_STEP}, 'value': value, 'reason': reason}}, (times, -_src)) AS example
    FROM (SELECT *, _src // {SHEET_STEP} AS sheet, count(*) OVER (PARTITION BY _src // {SHEET_STEP}, field, reason) AS times FROM problem)
    GROUP BY sheet, field, message ORDER BY rows DESC, sheet, example, field
"""


def reasons_of(work: Work) -> tuple[RejectedFor, ...]:
    """The reasons, the one that rejects most rows first."""
    return tuple(
        RejectedFor(
            work.plans[sheet].sheet.called,
            None if column is None else Name(column),
            rows,
            work.plans[sheet].sheet.line(example["row"]),
            None if example["value"] is None else Name(example["value"]),
            message_of(example["reason"]),
        )
        for sheet, column, rows, example in work.run(GROUPED)
    )
