"""What is wrong with the rows of an import, and the rows that are rejected for it."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.sources.plan import Plan
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving
from relinsight.words.text import Text

LONGEST = 200  # letters of a value within a sentence


def prepare(work: Work) -> None:
    """Make the table of problems: one row a cell that is wrong, its reason as it reads and as it was before its values."""
    work.run("CREATE TEMP TABLE problem (_src BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, message VARCHAR)")
    work.run("CREATE TEMP TABLE rejected (_src BIGINT PRIMARY KEY)")
    work.run("CREATE TEMP TABLE superseded (_src BIGINT PRIMARY KEY)")
    work.run("CREATE TEMP TABLE waiting (_src BIGINT, waits JSON)")
    work.run("CREATE TEMP TABLE broken (_src BIGINT, raw VARCHAR)")


def filled(reason: Text, **columns: str) -> tuple[str, dict[str, object]]:
    """The SQL that writes a reason with the values of columns in it, and its parameters."""
    said = reason.message
    for name, given in reason.arguments.items():
        said = said.replace(f"{{{name}}}", str(given))
    sql = "$reason"
    for name, column in ((name, column) for name, column in columns.items() if f"{{{name}}}" in said):
        sql = f"replace({sql}, '{{{name}}}', {_short(column)})"
    return sql, {"reason": said}


def _short(column: str) -> str:
    """A value as a sentence can hold it; a long one is cut."""
    shown = f"coalesce({column}::VARCHAR, '')"
    return f"CASE WHEN length({shown}) > {LONGEST} THEN left({shown}, {LONGEST}) || '…' ELSE {shown} END"


def column_of(work: Work, field: str) -> str:
    """The SQL of what a file calls a field, for a row with `_src`: the one column that gives it, else the field itself."""
    called = {number: column for number, plan in enumerate(work.plans) if (column := _column(plan, field)) != field}
    cases = " ".join(f"WHEN {number} THEN {quoted(column)}" for number, column in called.items())
    return f"CASE _src // {SHEET_STEP} {cases} ELSE {quoted(field)} END" if called else quoted(field)


def _column(plan: Plan, field: str) -> str:
    columns = {feed.called[field] for feed in plan.feeds if field in feed.called}
    return columns.pop() if len(columns) == 1 and field not in plan.sheet.header else field


def note(work: Work, reason: Text, found: str, field: str | None, filling: Sequence[str] = ("value", "other"), **values: object) -> int:
    """Note a problem for each row of a query with `_src`, `value` and `other`; say how many rows it newly rejects."""
    column = "NULL" if field is None else column_of(work, field)
    return note_where(work, reason, found, column, filling, **values)


def note_where(work: Work, reason: Text, found: str, column: str, filling: Sequence[str] = ("value", "other"), **values: object) -> int:
    """The same where an expression of SQL says the column of each row."""
    sql, parameters = filled(reason, **{name: name for name in filling})
    noted = work.number(
        f"INSERT INTO problem SELECT _src, {column}, value, {sql}, $message FROM ({found}) AS found "
        "WHERE _src IS NOT NULL AND _src NOT IN (SELECT _src FROM rejected)",
        message=reason.message,
        **parameters,
        **values,
    )
    return reject(work) if noted else 0


def reject(work: Work) -> int:
    """Take the rows with a problem out of all that arrives; say how many there are that were not out yet."""
    new = work.number("SELECT count(DISTINCT _src) FROM problem WHERE _src NOT IN (SELECT _src FROM rejected)")
    if new:
        for record in work.fed:
            work.run(f"DELETE FROM {arriving(record)} WHERE _src IN (SELECT _src FROM problem)")
        work.run("INSERT INTO rejected SELECT DISTINCT _src FROM problem WHERE _src NOT IN (SELECT _src FROM rejected)")
    return new
