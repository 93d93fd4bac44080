"""Why rows were rejected: each reason once for each column, with how many rows and the commonest case; those that wait apart."""

from __future__ import annotations

from relinsight.records.reasons import WHO_IS_THIS, message_of
from relinsight.warehouse.importing.report import RejectedFor, Waiting
from relinsight.warehouse.importing.work import SHEET_STEP, Work
from relinsight.words.name import Name

KEPT = 50  # names of rows that wait
GROUPED = f"""
    SELECT sheet, field, count(DISTINCT _src) AS rows,
        arg_max({{'row': _src % {SHEET_STEP}, 'value': value, 'reason': reason}}, (times, -_src)) AS example
    FROM (SELECT *, _src // {SHEET_STEP} AS sheet, count(*) OVER (PARTITION BY _src // {SHEET_STEP}, field, reason) AS times FROM problem
        WHERE message <> $waits)
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
        for sheet, column, rows, example in work.run(GROUPED, waits=WHO_IS_THIS.message)
    )


def waiting_of(work: Work) -> Waiting | None:
    """The rejected rows that only wait for who says whom they name, with the names that most of them bear."""
    names = work.run(
        "SELECT value, count(DISTINCT _src) FROM problem WHERE message = $waits GROUP BY value ORDER BY 2 DESC, 1",
        waits=WHO_IS_THIS.message,
    )
    if not names:
        return None
    return Waiting(waiting_rows(work, "true"), len(names), tuple(Name(name) for name, _ in names[:KEPT]))


def waiting_rows(work: Work, within: str) -> int:
    """How many rows wait so."""
    return work.number(f"SELECT count(DISTINCT _src) FROM problem WHERE message = $waits AND {within}", waits=WHO_IS_THIS.message)
