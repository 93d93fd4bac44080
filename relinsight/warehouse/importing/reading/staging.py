"""Take a sheet in as texts, and count how its columns can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import duckdb

from relinsight.records.kinds import Amount, Day, Kind, Number, WholeNumber
from relinsight.records.notation import Notation
from relinsight.records.record import field
from relinsight.sources.arrow import Batch, arrow
from relinsight.sources.deciding import Count, Decided, decided
from relinsight.sources.plan import At, Plan
from relinsight.sources.refusal import BROKEN, ImportRefused, cut_short, unnamed
from relinsight.sources.sheet import ROW, Sheet
from relinsight.warehouse.importing.cells import bare, candidates, filled, plain_pattern, reads_both_ways
from relinsight.warehouse.importing.work import Work, raw
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

ORDERS = {
    "day first": text(
        "{file}: nothing tells whether {column} puts the day or the month first ('{cell}' in row {row}); "
        "it was read as the day first; say dates = 'mm-dd-yyyy' in a profile if that is wrong."
    ),
    "month first": text(
        "{file}: nothing tells whether {column} puts the day or the month first ('{cell}' in row {row}); "
        "it was read as the month first; say dates = 'dd-mm-yyyy' in a profile if that is wrong."
    ),
}
MARKS = {
    "point": text(
        "{file}: nothing tells whether {column} marks decimals by a point or a comma ('{cell}' in row {row}); "
        "it was read as a point; say numbers = '1.234,56' in a profile if that is wrong."
    ),
    "comma": text(
        "{file}: nothing tells whether {column} marks decimals by a point or a comma ('{cell}' in row {row}); "
        "it was read as a comma; say numbers = '1,234.56' in a profile if that is wrong."
    ),
}
MIXED = text(
    "{file}: {column} has numbers that are text among others, such as '{cell}' in row {row}; its point was read as the mark of decimals; "
    "make it a number in the source if that is wrong."
)
OPEN_KINDS = (Day, Amount, Number, WholeNumber)


def stage(work: Work, number: int, plan: Plan) -> None:
    """Read the rows of a sheet into a table of texts; a row without a text is no row."""
    sheet = plan.sheet
    names = [f"c{i}" for i in range(len(sheet.header))]
    kept = ", ".join(f"NULL::VARCHAR AS {name}" if i in plan.hidden else name for i, name in enumerate(names))
    failed: list[Exception] = []
    batches = work.course.reading(sheet.called, number / len(work.plans), _batches(sheet, failed))
    reader = arrow.RecordBatchReader.from_batches(sheet.schema, batches)
    work.cursor.register("incoming_sheet", reader)
    try:
        work.run(
            f"CREATE TEMP TABLE {raw(number)} AS SELECT {ROW}, {kept} FROM incoming_sheet "
            f"WHERE {' OR '.join(map(filled, names[: plan.shown])) or 'false'}"
        )
    except duckdb.Error as error:
        raise work.course.failed or (_refusal(sheet, failed[0]) if failed else error) from error
    finally:
        work.cursor.unregister("incoming_sheet")


def _refusal(sheet: Sheet, error: Exception) -> ImportRefused:
    return error if isinstance(error, ImportRefused) else ImportRefused(cut_short(sheet.path))


def say_left_out(work: Work, number: int, plan: Plan) -> None:
    """Say how many rows a profile leaves out by its conditions."""
    if plan.kept is None:
        return
    left = work.number(f"SELECT count(*) FROM {raw(number)} WHERE c{plan.kept} IS NULL")
    if left:
        work.warnings.append(
            counted(
                "{file}: {n} row was left out, as the profile says.",
                "{file}: {n} rows were left out, as the profile says.",
                left,
                file=Name(plan.sheet.file),
            )
        )


def say_unnamed(work: Work, number: int, plan: Plan) -> None:
    """Say how many columns hold something under no name, and are not read for that."""
    places = [f"c{at}" for at, name in enumerate(plan.sheet.header[: plan.shown]) if not name and at not in plan.hidden]
    cells = f"SELECT unnest([{', '.join(places)}]) AS cell, unnest(range({len(places)})) AS place FROM {raw(number)}"
    if places and (columns := work.number(f"SELECT count(DISTINCT place) FROM ({cells}) AS cells WHERE {filled('cell')}")):
        work.warnings.append(unnamed(plan.sheet.called, columns))


def refuse_twins(work: Work, number: int, plan: Plan) -> None:
    """Refuse a file in which two columns of one name say two things, and one of them would be read."""
    for one, other in plan.twins:
        both = f"{bare(f'c{other}')} IS NOT NULL AND {bare(f'c{one}')} IS DISTINCT FROM {bare(f'c{other}')}"
        ((row,),) = work.run(f"SELECT min(_row) FROM {raw(number)} WHERE {both}")
        if row is not None:
            raise ImportRefused(
                text(
                    "{file}: two columns are called {name} (names {one} and {other} of the header) and differ, first in row {row}; "
                    "give them names of their own, or take one of them out.",
                    file=plan.sheet.called,
                    one=one + 1,
                    other=other + 1,
                    name=Name(plan.sheet.header[one]),
                    row=plan.sheet.line(row),
                )
            )


def _batches(sheet: Sheet, failed: list[Exception]) -> Iterator[Batch]:
    """The batches of a sheet; the engine hides what a reader raises, so it is kept."""
    try:
        yield from sheet.batches()
    except (ImportRefused, arrow.ArrowException, *BROKEN) as error:
        failed.append(error)
        raise


def notations(work: Work, number: int, plan: Plan) -> dict[int, Notation]:
    """How each column that leaves a choice writes days and numbers."""
    kinds = open_columns(plan)
    outcome = decide(work, number, plan, kinds)
    work.choices += outcome.choices
    work.warnings += [_undecided(work, number, plan, at, kinds[at], outcome.notations[at]) for at in outcome.undecided]
    work.warnings += [MIXED.with_values(**_reading_both_ways(work, number, plan, at, kinds[at])) for at in outcome.mixed]
    return dict(outcome.notations)


def _undecided(work: Work, number: int, plan: Plan, at: int, kind: Kind, how: Notation) -> Text:
    """The sentence about a column of which nothing tells how it is written, with a cell that reads both ways."""
    chosen = ORDERS[how.order] if isinstance(kind, Day) else MARKS[how.decimals]
    return chosen.with_values(**_reading_both_ways(work, number, plan, at, kind))


def _reading_both_ways(work: Work, number: int, plan: Plan, at: int, kind: Kind) -> dict[str, Name | int]:
    """The first cell of a column that reads both ways, and where it stands."""
    ((row,),) = work.run(f"SELECT min(_row) FROM {raw(number)} WHERE {reads_both_ways(bare(f'c{at}'), kind)}")
    ((cell,),) = work.run(f"SELECT c{at} FROM {raw(number)} WHERE _row = $row", row=row)
    return {"file": plan.sheet.called, "column": Name(plan.columns_called[at]), "cell": Name(cell), "row": plan.sheet.line(row)}


def decide(work: Work, number: int, plan: Plan, kinds: Mapping[int, Kind]) -> Decided:
    """The notation of these columns of a sheet, from the whole of them."""
    counts = {at: _count(work, number, at, kind) for at, kind in kinds.items()}
    return decided(plan.sheet.file, plan.columns_called, counts, plan.notations, has_numbers=plan.sheet.has_numbers)


def open_columns(plan: Plan) -> dict[int, Kind]:
    """The columns whose cells leave a choice, with what they hold."""
    return {
        cell.column: kind
        for feed in plan.feeds
        for name, cell in feed.cells.items()
        if isinstance(cell, At) and isinstance(kind := field(feed.record, name).column.kind, OPEN_KINDS)
    }


def _count(work: Work, number: int, at: int, kind: Kind) -> Count:
    """How the cells of a column can be read; all choices are weighed only where not every cell is plain, of days those that are not."""
    cells = (
        f"SELECT {bare('written')} AS cell, times FROM "
        f"(SELECT c{at} AS written, count(*) AS times FROM {raw(number)} WHERE c{at} <> '' GROUP BY 1) AS texts"
    )
    is_plain = f"regexp_matches(cell, {plain_pattern(kind)})"
    sums = f"sum(times) FILTER (cell IS NOT NULL), sum(times) FILTER ({is_plain}), bool_or(contains(cell, '.'))"
    ((known, plain, has_points),) = work.run(f"SELECT {sums} FROM ({cells}) AS cells")
    known, plain = int(known or 0), int(plain or 0)
    if known == plain and (isinstance(kind, Day) or not has_points):
        return Count(kind, known, plain, 0, 0, 0, 0)
    ways, conditions = candidates("cell", kind)
    terms = ", ".join(f"coalesce(sum(times) FILTER ({condition}), 0)" for condition in conditions)
    weighed = f"NOT {is_plain}" if isinstance(kind, Day) else "cell IS NOT NULL"
    read = f"SELECT cell, times, {ways} FROM ({cells}) AS cells WHERE {weighed}"
    ((first, later, either, short),) = work.run(f"SELECT {terms} FROM ({read}) AS read")
    return Count(kind, known, plain, int(first), int(later), int(either), int(short))
