"""Of every record, each in another kind of file: cells and columns that lack, ids that lead nowhere or are there twice, periods."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.model import RECORDS
from relinsight.records.record import Field, Record, fields
from relinsight.records.rules import NotBefore
from tests.arriving import contradicts
from tests.damaged.valid import VALID
from tests.damaged.variant import Variant
from tests.damaged.written import ods, texts, xls, xlsb, xlsx

FORMATS = {
    "csv": texts.delimited,
    "tsv": texts.tabs,
    "txt": texts.bars,
    "csv.gz": texts.packed,
    "json": texts.json_list,
    "jsonl": texts.json_lines,
    "parquet": texts.parquet,
    "xlsx": xlsx.workbook,
    "xls": xls.workbook,
    "xlsb": xlsb.workbook,
    "ods": ods.spreadsheet,
}
SHEETS = (".xlsx", ".xls", ".xlsb", ".ods")
FREE = frozenset({"name", "title", "note", "subject", "text", "comment", "why", "function", "tier", "weight", "to_date", "returned_on"})
FREE_WORDS = {"tier": "C", "weight": "medium", "to_date": "2040-01-01", "returned_on": "2026-01-30"}
FROM_ONE = frozenset({"json", "jsonl", "parquet"})
MISSING = "The cell is empty; fill it in."
Rows = list[list[str]]


def _file(number: int, record: type[Record], header: tuple[str, ...], rows: Rows) -> tuple[dict[str, bytes], int]:
    """A file of a record, each in another form than the one before, and the row on which the first one stands."""
    format_ = list(FORMATS)[number % len(FORMATS)]
    return {f"{record.table}.{format_}": FORMATS[format_](header, rows)}, 1 if format_ in FROM_ONE else 2


def _rows(record: type[Record]) -> Rows:
    return [list(row) for row in VALID[record.table].rows]


def _place(record: type[Record], field: str) -> int:
    return VALID[record.table].header.index(field)


def _dangling(value: str, table: str) -> str:
    return f"'{value}' is not in {table}; bring the file of {table} in the same call, or mend it here."


def broken_rows() -> Iterator[Variant]:
    """Of each record rows without what every row needs, rows that lead nowhere, and one that contradicts an earlier one."""
    for number, record in enumerate(RECORDS):
        leading = [f for f in fields(record) if f.column.to]
        broken = [
            (_lacking(record), MISSING),
            *((_leading_nowhere(record, f, at), _dangling("nergens", f.column.to or "")) for at, f in enumerate(leading)),
        ]
        rows = [*_rows(record), *(row for row, _ in broken), *_contradictions(record)]
        files, first = _file(number, record, VALID[record.table].header, rows)
        valid = len(_rows(record))
        reasons = {first + valid + at: reason for at, (_, reason) in enumerate(broken)}
        if len(rows) > valid + len(broken):
            reasons[first + len(rows) - 1] = contradicts(first + len(rows) - 1, first, _key(record))
        yield Variant(f"{record.table} with rows that lack, lead nowhere or contradict", files, read=len(rows), rejected=reasons)


def _key(record: type[Record]) -> str:
    row = _rows(record)[0]
    return ", ".join(filled for name in record.key if (filled := row[_place(record, name)]))


def _lacking(record: type[Record]) -> list[str]:
    """A row without the last of what every row needs."""
    needed = next(f for f in reversed(fields(record)) if f.required and f.name != "id")
    row = _rows(record)[0]
    row[0] = "z9" if record.key == ("id",) else row[0]
    row[_place(record, needed.name)] = ""
    return row


def lacking_columns() -> Iterator[Variant]:
    """Of each record a new row in a file without the column that every row needs."""
    for number, record in enumerate(RECORDS):
        lacking = next((f.name for f in fields(record) if f.required and f.name != "id"), None)
        header = tuple(name for name in VALID[record.table].header if name != lacking)
        row = ["y9" if name == "id" else _rows(record)[0][_place(record, name)] for name in header]
        files, _ = _file(number + 3, record, header, [row])
        (name,) = files
        where = f"{name} (Blad1)" if name.endswith(SHEETS) else name
        refused = f"{where} has no column {lacking}; add it, rename the column that holds it, or use a profile."
        yield Variant(f"{record.table} without the column {lacking}", files, refused=refused)


def _leading_nowhere(record: type[Record], field: Field, number: int) -> list[str]:
    row = next(row for row in _rows(record) if row[_place(record, field.name)])
    row[_place(record, field.name)] = "nergens"
    if len(record.key) == 1:
        row[0] = f"z{number}"
    elif "step" in record.key:
        row[_place(record, "step")] = f"{number + 5}"
    elif field.name not in record.key:
        row[0] = _rows(record)[1][0]
    return row


def _contradictions(record: type[Record]) -> Iterator[list[str]]:
    """The first row a second time, saying something else, where it can without breaking a rule."""
    field = _free(record)
    if field is not None:
        row = _rows(record)[0]
        row[_place(record, field.name)] = _other(row[_place(record, field.name)], field)
        yield row


def doubles() -> Iterator[Variant]:
    """Every row of every record twice, in one call."""
    files = {f"{record.table}.csv": texts.delimited(VALID[record.table].header, _rows(record) * 2) for record in RECORDS}
    yield Variant("every row of every record twice", files, read=4 * len(RECORDS))


def periods() -> Iterator[Variant]:
    """Of each period a row that ends before it starts."""
    for number, (record, rule) in enumerate(_rules()):
        rows = _rows(record)
        rows[1][_place(record, rule.earlier)], rows[1][_place(record, rule.later)] = "2031-12-31", "2031-12-30"
        files, first = _file(number, record, VALID[record.table].header, rows)
        reason = "2031-12-30 lies before 2031-12-31; a period ends on or after the day on which it starts."
        yield Variant(f"{record.table} whose {rule.later} lies before its {rule.earlier}", files, read=2, rejected={first + 1: reason})


def _rules() -> Iterator[tuple[type[Record], NotBefore]]:
    return ((record, rule) for record in RECORDS for rule in record.rules if isinstance(rule, NotBefore))


def _free(record: type[Record]) -> Field | None:
    """A field that can say something else without breaking a rule."""
    return next((f for f in fields(record) if f.name not in record.key and f.name in FREE), None)


def _other(cell: str, field: Field) -> str:
    return {"0.25": "0.75"}.get(cell) or FREE_WORDS.get(field.name, f"{cell} anders")


EVERY_RECORD = (*broken_rows(), *lacking_columns(), *doubles(), *periods())
