"""All that a rehearsal shows of one sheet."""

from __future__ import annotations

from relinsight.sources.plan import Constant, Plan
from relinsight.warehouse.importing.preview import Preview
from relinsight.warehouse.importing.previewing.changed import changed_rows
from relinsight.warehouse.importing.previewing.columns import columns_read, columns_unread
from relinsight.warehouse.importing.previewing.rows import stretches
from relinsight.warehouse.importing.work import Work


def previews(work: Work, verdict: str) -> tuple[Preview, ...]:
    """Of each sheet that is read; nothing where this is no rehearsal."""
    return tuple(_preview(work, number, verdict) for number in range(len(work.plans))) if work.is_rehearsal else ()


def _preview(work: Work, number: int, verdict: str) -> Preview:
    plan = work.plans[number]
    sheet, by = plan.sheet, plan.read_by
    return Preview(
        sheet.file,
        sheet.name,
        tuple(dict.fromkeys(feed.record.table for feed in plan.feeds)),
        sheet.written.encoding if sheet.written else None,
        sheet.written.delimiter if sheet.written else None,
        by.name if by else None,
        by.written if by else None,
        _role(plan),
        columns_read(work, number),
        columns_unread(work, number),
        stretches(work, number, verdict),
        changed_rows(work, number),
    )


def _role(plan: Plan) -> str | None:
    cell = plan.feeds[0].cells.get("role")
    return cell.text if isinstance(cell, Constant) else None
