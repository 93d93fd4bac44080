"""Several rows of one key in the files of a profile that says which of them holds: the others are set aside."""

from __future__ import annotations

from relinsight.records.kinds import Day, Kind, Number
from relinsight.records.notation import Notation
from relinsight.sources.plan import Plan, Versions
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.cells import bare, value
from relinsight.warehouse.importing.reading.staging import decide, open_columns
from relinsight.warehouse.importing.work import SHEET_STEP, Work, of_sheet, raw
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

CLOCK = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?"
KINDS: tuple[Kind, ...] = (Day(), Number())


def set_aside(work: Work) -> None:
    """Find the rows that another one of the same key supersedes, and say how many there are."""
    versioned = [(number, plan, plan.versions) for number, plan in enumerate(work.plans) if plan.versions is not None]
    if not versioned:
        return
    rows = " UNION ALL ".join(_rows(work, number, plan, versions) for number, plan, versions in versioned)
    work.run(
        f"INSERT INTO superseded SELECT _src FROM ({rows}) AS rows_of_files QUALIFY row_number() OVER "
        "(PARTITION BY key ORDER BY day DESC NULLS LAST, clock DESC NULLS LAST, size DESC NULLS LAST, _src DESC) > 1"
    )
    for number, plan, versions in versioned:
        _tell(work, number, plan, versions)


def left_out(work: Work, number: int) -> str:
    """The rows of a sheet that its profile leaves out, by a condition or for another one of the same key, as a query."""
    plan = work.plans[number]
    by_rule = "" if plan.kept is None else f"SELECT _row + {number * SHEET_STEP} FROM {raw(number)} WHERE c{plan.kept} IS NULL UNION ALL "
    return f"{by_rule}SELECT _src FROM superseded WHERE {of_sheet(number)}"


def _rows(work: Work, number: int, plan: Plan, versions: Versions) -> str:
    """The rows that have a key, and what tells which of them is the newest."""
    source = f"_row + {number * SHEET_STEP}"
    parts = [bare(f"c{at}") for at in versions.key]
    key = f"[{', '.join(folded(part) if versions.is_name else part for part in parts)}]"
    only = "" if plan.feeds[0].only_where is None else f" AND c{plan.feeds[0].only_where} IS NOT NULL"
    return (
        f"SELECT {source} AS _src, {key} AS key, {_age(work, number, plan, versions)} FROM {raw(number)} "
        f"WHERE coalesce({', '.join(parts)}) IS NOT NULL{only} AND {source} NOT IN (SELECT _src FROM rejected)"
    )


def _age(work: Work, number: int, plan: Plan, versions: Versions) -> str:
    """The day of a row with its time, or its number; nothing where the last row holds."""
    day = clock = size = "NULL"
    if versions.newest is not None:
        kind, how = _read(work, number, plan, versions.newest)
        cell = bare(f"c{versions.newest}")
        if isinstance(kind, Day):
            day, clock = value(cell, kind, how), f"try_cast(regexp_extract({cell}, '{CLOCK}') AS TIME)"
        else:
            size = value(cell, kind, how)
    return f"{day}::DATE AS day, {clock}::TIME AS clock, {size}::DOUBLE AS size"


def _read(work: Work, number: int, plan: Plan, at: int) -> tuple[Kind, Notation]:
    """Whether a column holds days or numbers, and how it writes them."""
    for kind in KINDS:
        how = decide(work, number, plan, open_columns(plan) | {at: kind}).notations[at]
        if _first_unread(work, number, at, kind, how) is None:
            return kind, how
    raise ImportRefused(_neither(work, number, plan, at))


def _first_unread(work: Work, number: int, at: int, kind: Kind, how: Notation) -> int | None:
    cell = bare(f"c{at}")
    unread = f"{cell} IS NOT NULL AND {value(cell, kind, how)} IS NULL"
    out = f"_row + {number * SHEET_STEP} NOT IN (SELECT _src FROM rejected)"
    ((row,),) = work.run(f"SELECT min(_row) FROM {raw(number)} WHERE {unread} AND {out}")
    return row


def _neither(work: Work, number: int, plan: Plan, at: int) -> Text:
    row = _first_unread(work, number, at, KINDS[0], decide(work, number, plan, {at: KINDS[0]}).notations[at]) or 0
    ((cell,),) = work.run(f"SELECT c{at} FROM {raw(number)} WHERE _row = $row", row=row)
    return text(
        "{file}: the column that tells which row is the newest holds '{cell}' in row {row}; only days, or only numbers, can stand there.",
        file=plan.sheet.called,
        cell=Name(str(cell)),
        row=plan.sheet.line(row),
    )


def _tell(work: Work, number: int, plan: Plan, versions: Versions) -> None:
    ((rows, first),) = work.run(f"SELECT count(*), min(_src) % {SHEET_STEP} FROM superseded WHERE {of_sheet(number)}")
    if rows:
        said = {"file": plan.sheet.called, "row": plan.sheet.line(first)}
        work.warnings.append(_by_age(rows, said) if versions.newest is not None else _by_place(rows, said))


def _by_age(rows: int, said: dict[str, int | Name]) -> Text:
    return counted(
        "{file}: {n} row was set aside, as there is a newer one of the same key (row {row}).",
        "{file}: {n} rows were set aside, as there is a newer one of the same key (the first is row {row}).",
        rows,
        **said,
    )


def _by_place(rows: int, said: dict[str, int | Name]) -> Text:
    return counted(
        "{file}: {n} row was set aside, as there is a later one of the same key (row {row}).",
        "{file}: {n} rows were set aside, as there is a later one of the same key (the first is row {row}).",
        rows,
        **said,
    )
