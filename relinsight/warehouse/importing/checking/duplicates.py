"""Rows that arrive under one key: the same twice is one row, another the second time is rejected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relinsight.records.model import keyed_by_id, spoken
from relinsight.records.reasons import DUPLICATE, DUPLICATE_ELSEWHERE
from relinsight.records.record import Record, fields
from relinsight.warehouse.importing.made_ids import is_made
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.said import said
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, bits_of, on_key

FILLING = ("value", "other", "key", "times")


def settle_duplicates(work: Work, record: type[Record]) -> None:
    """Reject what contradicts an earlier row, and keep one row a key, with the columns of all its rows."""
    key = ", ".join(record.key)
    table = arriving(record)
    if not work.number(f"SELECT count(*) - count(DISTINCT ({key})) FROM {table}"):
        return
    doubled = work.found(
        "doubled",
        f"SELECT *, rowid AS _place, row_number() OVER (PARTITION BY {key} ORDER BY _src, rowid) AS _turn, "
        f"count(*) OVER (PARTITION BY {key}) AS _times FROM {table} QUALIFY _times > 1",
    )
    work.doubled[record] = doubled
    _reject_contradictions(work, record, doubled)
    _complete(work, record, doubled)
    work.run(
        f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM (SELECT rowid, "
        f"row_number() OVER (PARTITION BY {key} ORDER BY _src, rowid) AS turn FROM {table}) AS turns WHERE turn > 1)"
    )


def _reject_contradictions(work: Work, record: type[Record], doubled: str) -> None:
    differs = " OR ".join(
        f"(l._bits & f._bits & {bits_of(record, [f.name])} <> 0 AND l.{f.name} IS DISTINCT FROM f.{f.name})"
        for f in fields(record)
        if f.name not in record.key
    )
    if not differs:
        return
    contradicting = work.found(
        "contradicting",
        f"SELECT l._src, f._src AS first, min({_key(work, record)}) AS key, min(l._times)::VARCHAR AS times FROM {doubled} AS l "
        f"JOIN {doubled} AS f ON f._turn = 1 AND l._turn > 1 AND {on_key('l', 'f', record)} WHERE {differs} GROUP BY ALL",
    )
    if work.number(f"SELECT count(*) FROM {contradicting}"):
        places = _places(work, contradicting)
        pairs = (
            "SELECT c._src, own.said AS value, other.said AS other, other.file AS file, c.key, c.times "
            f"FROM {contradicting} AS c JOIN {places} AS own ON own.src = c._src JOIN {places} AS other ON other.src = c.first "
            f"WHERE c._src // {SHEET_STEP}"
        )
        note(work, DUPLICATE, f"{pairs} = c.first // {SHEET_STEP}", record.key[0], filling=FILLING)
        note(work, DUPLICATE_ELSEWHERE, f"{pairs} <> c.first // {SHEET_STEP}", record.key[0], filling=(*FILLING, "file"))


def _key(work: Work, record: type[Record]) -> str:
    """The key of a row as the file says it: the name where the id was made from it."""
    parts = [f"{said(work, record, name, 'l')}::VARCHAR" for name in record.key]
    if not keyed_by_id(record):
        return f"concat_ws(', ', {', '.join(parts)})"
    called = spoken(record)
    return f"CASE WHEN {is_made(record, 'l.id')} THEN l.{called} ELSE {parts[0]} END" if called in record.model_fields else parts[0]


def _places(work: Work, contradicting: str) -> str:
    """Where a person finds the rows that contradict each other: the line in the file, and the file."""
    places = (
        divmod(int(src), SHEET_STEP) for (src,) in work.run(f"SELECT _src FROM {contradicting} UNION SELECT first FROM {contradicting}")
    )
    rows: dict[int, list[int]] = {}
    for sheet, row in places:
        rows.setdefault(sheet, []).append(row)
    said = [found for number, places in rows.items() for found in _found_at(work, number, places)]
    return work.handed_over("places", dict(zip(("src", "said", "file"), zip(*said, strict=True), strict=True)))


def _found_at(work: Work, number: int, rows: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    sheet = work.plans[number].sheet
    lines = sheet.lines(rows) if sheet.lines else {}
    return ((number * SHEET_STEP + row, str(lines.get(row, row)), str(sheet.called)) for row in rows)


def _complete(work: Work, record: type[Record], doubled: str) -> None:
    """Fill the first row of a key with the columns that only later rows give."""
    if work.number(f"SELECT count(DISTINCT _bits) FROM {doubled}") < 2:  # noqa: PLR2004
        return
    others = [(bits_of(record, [f.name]), f.name) for f in fields(record) if f.name not in record.key]
    merged = ", ".join(_first(bit, name) for bit, name in others)
    key = ", ".join(f"{name}" for name in record.key)
    merged = work.found(
        "merged",
        f"SELECT min(_src) AS _src, {key}, bit_or(_bits) AS _bits, {merged} "
        f"FROM {doubled} WHERE _src NOT IN (SELECT _src FROM rejected) GROUP BY {key}",
    )
    assigned = ", ".join(["_bits = merged._bits", *(f"{name} = merged.{name}" for _, name in others)])
    work.run(
        f"UPDATE {arriving(record)} SET {assigned} FROM {merged} AS merged "
        f"WHERE {on_key('merged', arriving(record), record)} AND {arriving(record)}._src = merged._src"
    )


def _first(bit: int, name: str) -> str:
    return f"first({name} ORDER BY _turn) FILTER (_bits & {bit} <> 0) AS {name}"
