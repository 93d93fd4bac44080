"""Rows that arrive under one key: the same twice is one row, another the second time is rejected."""

from __future__ import annotations

from relinsight.records.reasons import DUPLICATE
from relinsight.records.record import Record, fields
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, on_key


def settle_duplicates(work: Work, record: type[Record]) -> None:
    """Reject what contradicts an earlier row, and keep one row a key, with the columns of all its rows."""
    key = ", ".join(record.key)
    table = arriving(record)
    if not work.number(f"SELECT count(*) - count(DISTINCT ({key})) FROM {table}"):
        return
    work.run(
        "CREATE OR REPLACE TEMP TABLE doubled AS "
        f"SELECT *, rowid AS _place, row_number() OVER (PARTITION BY {key} ORDER BY _src, rowid) AS _turn, "
        f"count(*) OVER (PARTITION BY {key}) AS _times FROM {table} QUALIFY _times > 1"
    )
    _reject_contradictions(work, record)
    _complete(work, record)
    work.run(
        f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM (SELECT rowid, "
        f"row_number() OVER (PARTITION BY {key} ORDER BY _src, rowid) AS turn FROM {table}) AS turns WHERE turn > 1)"
    )


def _reject_contradictions(work: Work, record: type[Record]) -> None:
    differs = " OR ".join(
        f"(l._bits & f._bits & {1 << index} <> 0 AND l.{f.name} IS DISTINCT FROM f.{f.name})"
        for index, f in enumerate(fields(record))
        if f.name not in record.key
    )
    if not differs:
        return
    work.run(
        "CREATE OR REPLACE TEMP TABLE contradiction AS SELECT DISTINCT l._src, f._src AS first "
        f"FROM doubled AS l JOIN doubled AS f ON f._turn = 1 AND l._turn > 1 AND {on_key('l', 'f', record)} WHERE {differs}"
    )
    if work.number("SELECT count(*) FROM contradiction"):
        _tell_where(work)
        found = (
            "SELECT c._src, own.said AS value, CASE WHEN own.sheet = other.sheet THEN other.said "
            "ELSE other.said || ' of ' || other.file END AS other FROM contradiction AS c "
            "JOIN told_where AS own ON own.src = c._src JOIN told_where AS other ON other.src = c.first"
        )
        note(work, DUPLICATE, found, record.key[0])


def _tell_where(work: Work) -> None:
    """Where a person finds the rows that contradict each other: the line in the file, and the file."""
    work.run("CREATE OR REPLACE TEMP TABLE told_where (src BIGINT, said VARCHAR, sheet INTEGER, file VARCHAR)")
    places = (divmod(int(src), SHEET_STEP) for (src,) in work.run("SELECT _src FROM contradiction UNION SELECT first FROM contradiction"))
    rows: dict[int, list[int]] = {}
    for sheet, row in places:
        rows.setdefault(sheet, []).append(row)
    for number, found in rows.items():
        sheet = work.plans[number].sheet
        lines = sheet.lines(found) if sheet.lines else {}
        told = [(number * SHEET_STEP + row, str(lines.get(row, row)), number, sheet.called) for row in found]
        work.cursor.executemany("INSERT INTO told_where VALUES (?, ?, ?, ?)", told)


def _complete(work: Work, record: type[Record]) -> None:
    """Fill the first row of a key with the columns that only later rows give."""
    sets = len({tuple(feed.cells) for _, feed in work.feeds_of(record)})
    if sets < 2:  # noqa: PLR2004
        return
    others = [(1 << index, f.name) for index, f in enumerate(fields(record)) if f.name not in record.key]
    merged = ", ".join(_first(bit, name) for bit, name in others)
    key = ", ".join(f"{name}" for name in record.key)
    work.run(
        f"CREATE OR REPLACE TEMP TABLE merged AS SELECT min(_src) AS _src, {key}, bit_or(_bits) AS _bits, {merged} "
        f"FROM doubled WHERE _src NOT IN (SELECT _src FROM rejected) GROUP BY {key}"
    )
    assigned = ", ".join(["_bits = merged._bits", *(f"{name} = merged.{name}" for _, name in others)])
    work.run(
        f"UPDATE {arriving(record)} SET {assigned} FROM merged "
        f"WHERE {on_key('merged', arriving(record), record)} AND {arriving(record)}._src = merged._src"
    )


def _first(bit: int, name: str) -> str:
    return f"first({name} ORDER BY _turn) FILTER (_bits & {bit} <> 0) AS {name}"
