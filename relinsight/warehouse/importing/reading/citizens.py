"""Numbers of citizens under whatever name: a column of them is not read, a cell that holds one is rejected, and neither is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from relinsight.records.kinds import Amount, Number, WholeNumber
from relinsight.records.reasons import OF_A_CITIZEN
from relinsight.records.record import field
from relinsight.sources.citizen_numbers import ELEVEN, WEIGHTS, without_broken_cells, without_numbers
from relinsight.sources.plan import At, Feed, Plan
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

FEWEST = 5  # with fewer different cells a column tells nothing, and each cell is looked at for itself
APART = "[ .\\-\\t\\x{a0}\\x{2007}\\x{2009}\\x{202f}]"
SIGNS, CALLED = "[^0-9A-Za-z]*", "(?:[Bb][Ss][Nn]|[Ss]ofi(?:nr|nummer)?|[Bb]urgerservicenummer)?"
ENDS = "(?:[.,]0{1,2})?"  # as programs write a number that they take for one with decimals
NINE_FIGURES = f"^{SIGNS}{CALLED}{SIGNS}((?:[0-9]{APART}*){{9}}){ENDS}{SIGNS}{CALLED}{SIGNS}$"
AMONG_OTHERS = f"(?:^|[^0-9])((?:[0-9][^0-9A-Za-z]{{0,2}}){{8}}[0-9]){ENDS}(?:[^0-9]|$)"  # the figures parted by whatever signs
OTHER_FIGURES = "".join(chr(zero + at) for zero in (0x660, 0x6F0, 0xFF10) for at in range(10))
SHORTEST, LONGEST = 9, 30
LOOKED_AT = 20_000  # rows that tell whether a column is full of such numbers, however they are written
BEHIND_FIGURES, BEFORE_OTHERS = ":", "~"  # between them lie the signs of ASCII with which no such number begins


def without_citizens(work: Work, number: int, plan: Plan, secret: Collection[int]) -> Plan:
    """The plan without the columns that hold numbers of citizens; in the others the cells that hold one are rejected.

    Only columns in which such a number stands are looked at.
    """
    suspect = list(_suspect(work, number, plan, secret))
    full = {at for at, cells, numbers in suspect if cells >= FEWEST and 2 * numbers > cells}
    refused = sorted(full.union(_disguised(work, number, plan)))
    for at in (at for at, cells, _ in suspect if cells < FEWEST and at not in _of_figures(plan)):
        _reject_cells(work, number, plan, at)
    if refused:
        return _without(work, number, plan, refused)
    return plan if plan.of_organisations else replace(plan, sheet=without_numbers(plan.sheet))


def _suspect(work: Work, number: int, plan: Plan, secret: Collection[int]) -> Iterator[tuple[int, int, int]]:
    """The columns in which such a number stands, with how many different cells they have and how many of these are one."""
    for at in (at for at in range(plan.shown) if at in secret and at not in plan.of_organisations):
        cells = f"SELECT DISTINCT trim(c{at}) AS cell FROM {raw(number)} WHERE trim(c{at}) <> ''"
        ((all_cells, numbers),) = work.run(f"SELECT count(*), count_if({is_number('cell')}) FROM ({cells}) AS cells")
        if numbers:
            yield at, int(all_cells), int(numbers)


def _disguised(work: Work, number: int, plan: Plan) -> Iterator[int]:
    """The columns of which more than half of the different cells hold such a number, whatever stands around and between its figures."""
    step = 1 + work.number(f"SELECT count(*) FROM {raw(number)}") // LOOKED_AT
    columns = [at for at in range(plan.shown) if at not in (*plan.of_organisations, *plan.hidden)]
    some = f"FROM {raw(number)} WHERE _row % {step} = 0"
    looks = [f"coalesce(bool_or({_holds(f'c{at}', AMONG_OTHERS)}), false)" for at in columns]
    (found,) = work.run(f"SELECT {', '.join(looks)} {some}") if columns else [()]
    for at in (at for at, holds in zip(columns, found, strict=True) if holds):
        cells = f"SELECT DISTINCT c{at} AS cell {some} AND trim(c{at}) <> ''"
        ((all_cells, numbers),) = work.run(f"SELECT count(*), count_if({_passes('cell', AMONG_OTHERS)}) FROM ({cells}) AS cells")
        if all_cells >= FEWEST and 2 * numbers > all_cells:
            yield at


def has_nine_figures(cell: str) -> str:
    """The condition that a cell is written as such a number may be, with its name or other signs around it."""
    called = " OR ".join(f"{cell} >= '{first}' AND {cell} < '{behind}'" for first, behind in ("BC", "ST", "bc", "st"))
    begins = f"({cell} < '{BEHIND_FIGURES}' OR {cell} > '{BEFORE_OTHERS}' OR {called})"
    return f"CASE WHEN {begins} THEN {_holds(cell, NINE_FIGURES)} ELSE false END"


def is_number(cell: str) -> str:
    """The condition that a cell is nine figures that pass the test of citizens' numbers."""
    return _passes(cell, NINE_FIGURES)


def _holds(cell: str, pattern: str) -> str:
    fits = f"length({cell}) BETWEEN {SHORTEST} AND {LONGEST}"
    return f"CASE WHEN {fits} THEN regexp_matches({_in_ascii(cell)}, '{pattern}') ELSE false END"


def _passes(cell: str, pattern: str) -> str:
    figures = f"regexp_replace(regexp_extract({_in_ascii(cell)}, '{pattern}', 1), '[^0-9]', '', 'g')"
    total = " + ".join(f"{weight} * substr({figures}, {at}, 1)::INTEGER" for at, weight in enumerate(WEIGHTS, 1))
    return f"coalesce(CASE WHEN {_holds(cell, pattern)} THEN ({total}) % {ELEVEN} = 0 AND {figures} <> '000000000' END, false)"


def _in_ascii(cell: str) -> str:
    """A cell whose figures are those of ASCII."""
    plain = f"translate({cell}, '{OTHER_FIGURES}', '{'0123456789' * (len(OTHER_FIGURES) // 10)}')"
    return f"CASE WHEN strlen({cell}) = length({cell}) THEN {cell} ELSE {plain} END"


def _of_figures(plan: Plan) -> Collection[int]:
    """The columns that are read as numbers: an amount of nine figures may pass the test by chance."""
    kinds = (Amount, Number, WholeNumber)
    return {
        source
        for feed in plan.feeds
        for name, cell in feed.cells.items()
        if isinstance(cell, At) and isinstance(field(feed.record, name).column.kind, kinds)
        for source in plan.made_of.get(cell.column, (cell.column,))
    }


def _reject_cells(work: Work, number: int, plan: Plan, at: int) -> None:
    """Reject the rows with such a number in a column, and forget the number."""
    found = f"SELECT _row + {number * SHEET_STEP} AS _src, NULL AS value, NULL AS other FROM {raw(number)} WHERE {is_number(f'c{at}')}"
    note(work, OF_A_CITIZEN, found, plan.sheet.header[at] or None)
    made = "".join(f", c{column} = NULL" for column in _made_of(plan, {at}))
    work.run(f"UPDATE {raw(number)} SET c{at} = NULL{made} WHERE {is_number(f'c{at}')}")


def _made_of(plan: Plan, columns: Collection[int]) -> list[int]:
    return [at for at, sources in plan.made_of.items() if not set(columns).isdisjoint(sources)]


def _without(work: Work, number: int, plan: Plan, columns: list[int]) -> Plan:
    """The plan without these columns and what is made of them: their texts are forgotten, and a warning names them."""
    gone = [*columns, *_made_of(plan, columns)]
    feeds = tuple(kept for feed in plan.feeds if (kept := _feed_without(plan, feed, gone, columns)) is not None)
    versions = plan.versions
    if versions is not None and not set(gone).isdisjoint((*versions.key, versions.newest)):
        raise ImportRefused(_refusal(plan, columns))
    work.run(f"UPDATE {raw(number)} SET {', '.join(f'c{at} = NULL' for at in gone)}")
    work.warnings.append(_not_read(plan, columns))
    return replace(plan, sheet=without_broken_cells(plan.sheet), feeds=feeds, hidden=(*plan.hidden, *columns))


def _feed_without(plan: Plan, feed: Feed, gone: Collection[int], columns: list[int]) -> Feed | None:
    """A feed without the fields that come from these columns; none where it needs one of them."""
    lost = {name for name, cell in feed.cells.items() if isinstance(cell, At) and cell.column in gone}
    if feed.aside_of is None and any(name == "id" or name in feed.needs or field(feed.record, name).required for name in lost):
        raise ImportRefused(_refusal(plan, columns))
    if not lost.isdisjoint(feed.needs):
        return None
    kept = {name: cell for name, cell in feed.cells.items() if name not in lost}
    return replace(feed, cells=kept, named={name: naming for name, naming in feed.named.items() if name in kept})


def _names(plan: Plan, columns: list[int]) -> Names:
    return Names(tuple(Name(plan.sheet.header[at]) for at in columns))


def _not_read(plan: Plan, columns: list[int]) -> Text:
    return counted(
        "{file}: the column {columns} holds what read as numbers of citizens; it was not read and is not kept; if they are RSINs of "
        "organisations, call the column rsin, or write rsin = 'COLUMN' under [file] in a profile.",
        "{file}: the columns {columns} hold what read as numbers of citizens; they were not read and are not kept; if they are RSINs of "
        "organisations, call each column rsin, or write rsin = ['COLUMN'] under [file] in a profile.",
        len(columns),
        file=plan.sheet.called,
        columns=_names(plan, columns),
    )


def _refusal(plan: Plan, columns: list[int]) -> Text:
    return text(
        "{file}: {columns} holds what read as numbers of citizens, and without it the rows cannot be read; put another id there; if they "
        "are RSINs of organisations, write rsin = 'COLUMN' under [file] in a profile.",
        file=plan.sheet.called,
        columns=_names(plan, columns),
    )
