"""What a file would do, before it comes in: how its columns are read, what becomes of each row, and what changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from relinsight.access.report import ChangedRow, ChangedRows, ColumnRead, ImportReport, Preview, Stretch, Value
from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.ribbon import Ribbon, Tick
from relinsight.records.headings import heading
from relinsight.records.titles import TITLES
from relinsight.words.name import Name
from relinsight.words.quantities import Money, Names, ShortDay, Spelled
from relinsight.words.text import Text, counted, text

FEW = 12  # rows of a table that wraps
NOTHING = Name("–")


class ColumnLine(NamedTuple):
    """A column of the file: the fields that it fills, how far it says what is there, and some of its cells."""

    column: Name
    read_as: Text
    share: float | None
    examples: Text


class ChangedLine(NamedTuple):
    """A row that would change, and what of it, old and new."""

    row: int
    called: Name | None
    first: Text | None
    second: Text | None = None
    third: Text | None = None
    fourth: Text | None = None


CHANGES = ("first", "second", "third", "fourth")


def coming_in(report: ImportReport) -> int:
    """How many rows an import would bring in or find there already."""
    return report.accepted - sum(file.left_out for file in report.files)


def would(report: ImportReport) -> Text:
    """What an import of these files would do, in one sentence."""
    left_out, waiting = (sum(getattr(file, name) for file in report.files) for name in ("left_out", "waiting"))
    parts = (
        text("{n} as before", n=report.unchanged - left_out),
        text("{n} changed", n=report.updated),
        text("{n} new", n=report.inserted),
        text("{n} left out", n=left_out),
        text("{n} waiting for a name", n=waiting),
        text("{n} to mend", n=report.rejected - waiting),
    )
    read = counted("{n} row read", "{n} rows read", report.rows_read)
    return (
        text("{rows}: {parts}", rows=read, parts=Names(tuple(part for part in parts if part.arguments["n"]))) if report.rows_read else read
    )


def read_by(preview: Preview) -> Text | None:
    """By what the file is read, where it does not tell that itself."""
    if preview.profile is not None:
        return text("{file} is read by the kept profile {name}.", file=Name(preview.file), name=Name(preview.profile))
    if preview.written is not None:
        return text(
            "{file} does not carry our names of columns; what each holds was told from its name and its cells.", file=Name(preview.file)
        )
    return None


def columns_read(preview: Preview) -> Table:
    """The columns of a file as they are read."""
    lines = tuple(_column_lines(preview))
    known = max((read.known for read in preview.columns), default=0)
    return Table(
        "columns-read",
        _recognised(len(lines), known),
        (
            TableColumn("column", text("In the file")),
            TableColumn("read_as", text("Read as")),
            TableColumn("share", text("Same as ours") if known else text("Can be read"), "part"),
            TableColumn("examples", text("Examples"), "sentence"),
        ),
        lines,
        _left(preview.unread),
        text("No column of this file is known."),
    )


def _recognised(columns: int, known: int) -> Text:
    read = counted("{n} column is recognised", "{n} columns are recognised", columns).with_values(n=Spelled(columns))
    if not known:
        return read
    there = counted("the {n} row that is there already", "the {n} rows that are there already", known)
    return text("{columns}, also by {rows}", columns=read, rows=there)


def _left(unread: Sequence[Name]) -> Text | None:
    if not unread:
        return None
    return counted("{n} column is not read: {names}.", "{n} columns are not read: {names}.", len(unread), names=Names(tuple(unread)))


def _column_lines(preview: Preview) -> Iterator[ColumnLine]:
    """A line a column: what it fills put together, the least agreement of these."""
    for column, found in groupby(preview.columns, key=lambda read: read.column):
        reads = list(found)
        shares = [read.share for read in reads if read.share is not None]
        fields = tuple(dict.fromkeys(_field(read, preview.tables[0]) for read in reads))
        yield ColumnLine(column, text("{names}", names=Names(fields)), min(shares, default=None), _examples(reads[0]))


def _field(read: ColumnRead, main: str) -> Text:
    """What people call a field; of another table than that of the rows with its name."""
    called = heading(read.field) or text("{name}", name=Name(read.field))
    return called if read.table == main else text("{field} ({table})", field=called, table=TITLES[read.table])


def _examples(read: ColumnRead) -> Text:
    return text("{examples}", examples=Name(" · ".join(read.examples)))


def ribbon(preview: Preview) -> Chart:
    """What would become of each row."""
    ticks = tuple(_tick(stretch) for stretch in preview.stretches)
    return Chart(
        "ribbon",
        text("What the file would do, row by row"),
        Ribbon(ticks),
        (
            TableColumn("first", text("From row"), "number"),
            TableColumn("last", text("To row"), "number"),
            TableColumn("left_out", text("Left out"), "number"),
            TableColumn("unchanged", text("As before"), "number"),
            TableColumn("changed", text("Changed"), "number"),
            TableColumn("new", text("New"), "number"),
            TableColumn("waiting", text("Wait for a name"), "number"),
            TableColumn("to_mend", text("To mend"), "number"),
        ),
        text("The rows of the file in their order, each with what would become of it."),
        None if all(tick.total <= 1 for tick in ticks) else text("Each tick stands for several rows."),
        text("This file has no rows."),
        tuple(_together(ticks)),
    )


def _tick(stretch: Stretch) -> Tick:
    counts = stretch.left_out, stretch.unchanged, stretch.changed, stretch.new, stretch.waiting, stretch.to_mend
    return Tick(stretch.first, stretch.last, *counts)


def _together(ticks: Iterable[Tick]) -> Iterator[Tick]:
    """Rows that follow on each other and would become the same, as one line."""
    for _, found in groupby(ticks, key=lambda tick: tuple(map(bool, tick.outcomes))):
        same = list(found)
        yield Tick(same[0].first, same[-1].last, *map(sum, zip(*(tick.outcomes for tick in same), strict=True)))


def changes(preview: Preview) -> tuple[Table, ...]:
    """The rows that would change, of each table that the file fills."""
    return tuple(_changes(rows, preview.tables[0]) for rows in preview.changed)


def _changes(rows: ChangedRows, main: str) -> Table:
    fields = _told(rows)
    labels = [heading(rows.fields[at]) or text("{name}", name=Name(rows.fields[at])) for at in fields]
    return Table(
        f"changes-{rows.table}",
        _title(rows, labels, main),
        (
            TableColumn("row", text("Row"), "number"),
            TableColumn("called", text("What it is about")),
            *(TableColumn(name, label, "short") for name, label in zip(CHANGES, labels, strict=False)),
        ),
        tuple(_changed_line(row, fields) for row in rows.rows),
        _first(len(rows.rows)) if rows.n > len(rows.rows) else None,
        short=len(rows.rows) <= FEW,
    )


def _first(shown: int) -> Text:
    return text("The first {n} are shown.", n=shown)


def _told(rows: ChangedRows) -> list[int]:
    """The fields that say something of their own: an organisation that is also the partner is said once."""
    seen = dict[tuple[tuple[Value, Value], ...], int]()
    for at in range(len(rows.fields)):
        seen.setdefault(tuple((row.before[at], row.after[at]) for row in rows.rows), at)
    return list(seen.values())


def _title(rows: ChangedRows, labels: Sequence[Text], main: str) -> Text:
    fields = Names(tuple(labels))
    if rows.table == main:
        return counted("{n} row changes: {fields}", "{n} rows change: {fields}", rows.n, fields=fields).with_values(
            n=Spelled(rows.n), fields=fields
        )
    return text("{table}, {n} changed: {fields}", table=TITLES[rows.table], n=rows.n, fields=fields)


def _changed_line(row: ChangedRow, fields: Sequence[int]) -> ChangedLine:
    cells = [_change(row.before[at], row.after[at]) for at in fields]
    return ChangedLine(row.line, row.called, *cells, *[None] * (len(CHANGES) - len(cells)))


def _change(before: Value, after: Value) -> Text | None:
    """Old and new; nothing where they are the same."""
    return None if before == after else text("{before} → {after}", before=_said(before), after=_said(after))


def _said(value: Value) -> Name | Money | ShortDay | Text | int | float:
    match value:
        case None:
            return NOTHING
        case bool():
            return text("yes") if value else text("no")
        case Decimal():
            return Money(value, with_cents=value != value.to_integral_value())
        case date():
            return ShortDay(value, with_year=True)
        case _:
            return value
