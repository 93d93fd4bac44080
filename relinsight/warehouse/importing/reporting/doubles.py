"""Rows of a file that become one: those that repeat another in every cell, and those without id and name that say the same."""

from __future__ import annotations

from relinsight.records.model import keyed_by_id
from relinsight.records.record import Record
from relinsight.sources.plan import Feed
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.said import CALLED_BY_NAME
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

REPEATED = counted(
    "{file}: {n} row repeats an earlier one in every cell: row {row} that of row {other}; it was kept once.",
    "{file}: {n} rows repeat an earlier one in every cell, such as row {row} that of row {other}; each was kept once.",
    0,
)
ONE = counted(
    "{file}: {n} row without an id became one {table} with an earlier row, as both say the same of it: row {row} with row {other}; "
    "give each an id if they are two.",
    "{file}: {n} rows without an id became one {table} with an earlier row, as both say the same of it, such as row {row} with "
    "row {other}; give each an id if they are two.",
    0,
)


def remark_on_doubles(work: Work) -> None:
    """Say of each sheet how many rows these are, with the first; only rows that share a key are looked at."""
    for number, plan in enumerate(work.plans):
        if feed := next((feed for feed in plan.feeds if feed.aside_of is None and feed.record in work.doubled), None):
            _remark(work, number, feed, work.doubled[feed.record])


def _remark(work: Work, number: int, feed: Feed, doubled: str) -> None:
    again = work.found("again", _again(work, number, doubled))
    _tell(work, number, feed.record, REPEATED, f"SELECT _row, one FROM {again} WHERE turn > 1")
    if keyed_by_id(feed.record) and "id" not in feed.cells and feed.record.table not in CALLED_BY_NAME:
        rows = f"SELECT _src % {SHEET_STEP} AS _row, id, _turn FROM {doubled} WHERE _sheet = {number}"
        single = f"SELECT _row FROM {again} WHERE turn = 1"
        joined = f"SELECT _row, min(_row) OVER (PARTITION BY id) AS one, _turn FROM ({rows}) AS rows_of_sheet WHERE _row IN ({single})"
        _tell(work, number, feed.record, ONE, f"SELECT _row, one FROM ({joined}) AS joined WHERE _turn > 1 AND one <> _row")


def _again(work: Work, number: int, doubled: str) -> str:
    """The rows that share a key, which of them repeat another one in every cell, and the first that says so."""
    plan, first = work.plans[number], number * SHEET_STEP
    cells = ", ".join(f"c{at}" for at in range(plan.shown) if at not in plan.hidden)
    rows = f"SELECT _src - {first} FROM {doubled} WHERE _sheet = {number}"
    return (
        f"SELECT _row, first_value(_row) OVER same AS one, row_number() OVER same AS turn FROM {raw(number)} "
        f"WHERE _row IN ({rows}) AND _row + {first} NOT IN (SELECT _src FROM rejected) WINDOW same AS (PARTITION BY {cells} ORDER BY _row)"
    )


def _tell(work: Work, number: int, record: type[Record], message: Text, found: str) -> None:
    ((n, row, one),) = work.run(f"SELECT count(*), min(_row), arg_min(one, _row) FROM ({found}) AS found")
    if n:
        sheet = work.plans[number].sheet
        said = {"n": n, "file": sheet.called, "table": Name(record.table), "row": sheet.line(row), "other": sheet.line(one)}
        work.remark(About.DOUBLES, Text(message.message, tuple(said.items()), message.many, n))
