"""Turn the texts of a sheet into typed rows of the records that they feed, and note which cells cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from relinsight.records.model import BY_TABLE, is_name, keyed_by_id
from relinsight.records.notation import PLAIN_NOTATION, Notation
from relinsight.records.record import Field, Record, fields
from relinsight.records.record import field as field_of
from relinsight.sources.plan import At, Constant, Feed, Own, Plan
from relinsight.warehouse.importing.cells import bare, bare_of_tidy, is_object, quoted, type_of, value
from relinsight.warehouse.importing.reading.unreadable import note_cells
from relinsight.warehouse.importing.said import replaced_fields
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, bits_of, name_of, raw, said_of
from relinsight.warehouse.importing.writing import INSERTED

SEVERAL = "[;\\x1f]"


def prepare(work: Work) -> None:
    """Make a table for the arriving rows of each record that the files feed."""
    for record in work.fed:
        columns = [f"{f.name} {type_of(f.column.kind)}" for f in fields(record)]
        names = [f"{name_of(name)} VARCHAR" for name in named_fields(work, record)]
        names += [f"{said_of(name)} VARCHAR" for name in replaced_fields(record)]
        work.run(
            f"CREATE TEMP TABLE {arriving(record)} "
            "(_src BIGINT, _sheet SMALLINT, _feed SMALLINT, _bits BIGINT, _bad BIGINT, _counts_as TINYINT, "
            f"_rank TINYINT DEFAULT {INSERTED}, "
            f"{', '.join([*columns, *names])})"
        )


def named_fields(work: Work, record: type[Record]) -> Sequence[str]:
    """The references of a record that some feed gives as names, in the order in which their tables depend."""
    named = {name for _, feed in work.feeds_of(record) for name in feed.named}
    return sorted(named, key=lambda name: (list(BY_TABLE).index(field_of(record, name).column.to or ""), name))


def arrive(work: Work, number: int, plan: Plan, how: Mapping[int, Notation], tidy: Collection[int]) -> None:
    """Read every feed of a sheet; from the cells of a tidy column there is nothing to take off."""
    for at, feed in enumerate(plan.feeds):
        _Feeding(work, number, at, plan, feed, how, tidy).carry_out()
        note_cells(work, number, at, feed)
    for record in {feed.record for feed in plan.feeds}:
        work.run(f"DELETE FROM {arriving(record)} WHERE _bad <> 0")


class _Feeding:
    """The statement that turns the texts of a sheet into rows of one record."""

    def __init__(
        self, work: Work, number: int, at: int, plan: Plan, feed: Feed, how: Mapping[int, Notation], tidy: Collection[int]
    ) -> None:
        self.work, self.number, self.at, self.plan, self.feed, self.how, self.tidy = work, number, at, plan, feed, how, tidy
        self.given = [f for f in fields(feed.record) if f.name in feed.cells]
        self.values: dict[str, object] = {}

    def carry_out(self) -> None:
        """Insert the rows."""
        names = [name_of(name) for name in self.feed.named]
        columns = ", ".join(["_src", "_sheet", "_feed", "_bits", "_bad", *(f.name for f in self.given), *names])
        self.work.run(f"INSERT INTO {arriving(self.feed.record)} ({columns}) {self._select()}", **self.values)

    def _select(self) -> str:
        shown = [self._shown(f) for f in self.given] + [f"t_{name} AS {name_of(name)}" for name in self.feed.named]
        outer = ", ".join([f"_src, {self.number}, {self.at}, {bits(self.feed)}, {self._bad()}", *shown])
        return f"SELECT {outer} FROM (SELECT *, {self._read()} FROM ({self._texts()}) AS texts) AS cells"

    def _texts(self) -> str:
        cells = ", ".join(f"{self._text(f)} AS t_{f.name}" for f in self.given)
        needed = [f"t_{name} IS NOT NULL" for name in self.feed.needs]
        where = f" WHERE {' AND '.join(needed)}" if needed else ""
        inner = f"SELECT _row + {self.number * SHEET_STEP} AS _src, {cells} FROM {self._source()}"
        return f"SELECT * FROM ({inner}) AS named{where}"

    def _source(self) -> str:
        only = "" if self.feed.only_where is None else f" AND c{self.feed.only_where} IS NOT NULL"
        out = "SELECT _src FROM rejected UNION ALL SELECT _src FROM superseded"
        table = f"(SELECT * FROM {raw(self.number)} WHERE _row + {self.number * SHEET_STEP} NOT IN ({out}){only}) AS rows_of_sheet"
        column = self._column(self.feed.several) if self.feed.several else None
        if column is None:
            return table
        split = f"unnest({self._split(column)})"
        return f"(SELECT *, {split} AS _piece FROM {table}) AS pieces"

    def _split(self, column: str) -> str:
        """The values of a cell: as a profile parted them, as a nested list, or ids parted by semicolons; names may hold one."""
        listed = int(column[1:]) >= self.plan.shown or self.plan.sheet.nested
        parted = self.feed.parted and self.feed.several not in self.feed.named
        if listed and parted:
            return f"string_split_regex({column}, {quoted(SEVERAL)})"
        return f"string_split({column}, {quoted(';') if parted else 'chr(31)'})"

    def _column(self, name: str) -> str | None:
        cell = self.feed.cells.get(name)
        return f"c{cell.column}" if isinstance(cell, At) else None

    def _text(self, field: Field) -> str:
        match self.feed.cells[field.name]:
            case At(column):
                return self._cell(field, column)
            case Constant(text):
                self.values[f"constant_{field.name}"] = text
                return f"$constant_{field.name}"
            case Own(record):
                return self._own(record)

    def _cell(self, field: Field, column: int) -> str:
        """The bare cell; several values in a cell that holds one are a list in words."""
        if field.name == self.feed.several:
            return bare("_piece")
        return bare(f"replace(c{column}, chr(31), '; ')") if self.plan.sheet.nested else self._bare(column)

    def _bare(self, column: int) -> str:
        return (bare_of_tidy if column in self.tidy else bare)(f"c{column}")

    def _own(self, record: type[Record]) -> str:
        main = next(feed for feed in self.plan.feeds if feed.record is record and feed.aside_of is None)
        cell = main.cells.get("id")
        return self._bare(cell.column) if isinstance(cell, At) else "NULL::VARCHAR"

    def _read(self) -> str:
        reads = (f"{self._value(f)} AS v_{f.name}" for f in self.given if f.name not in self.feed.named)
        return ", ".join([*reads, "true AS _read"])

    def _value(self, field: Field) -> str:
        cell = self.feed.cells[field.name]
        how = self.how.get(cell.column, PLAIN_NOTATION) if isinstance(cell, At) else PLAIN_NOTATION
        return value(f"t_{field.name}", field.column.kind, how)

    def _shown(self, field: Field) -> str:
        if field.name in self.feed.named:
            return f"NULL::VARCHAR AS {field.name}"
        shown = f"v_{field.name}"
        if field.column.empty is not None:
            shown = f"coalesce({shown}, {quoted(field.column.empty)})"
        return f"{shown} AS {field.name}"

    def _bad(self) -> str:
        bad = {index: self._unreadable(f) for index, f in enumerate(fields(self.feed.record)) if f in self.given}
        terms = [f"CASE WHEN {condition} THEN {1 << index}::BIGINT ELSE 0 END" for index, condition in bad.items() if condition]
        return " + ".join(terms) or "0"

    def _unreadable(self, field: Field) -> str | None:
        own_id = field.name == "id" and keyed_by_id(self.feed.record)
        needed = field.required and not own_id and isinstance(self.feed.cells[field.name], At)
        unread = self._unread(field, needed=needed)
        if self.plan.sheet.nested and is_name(self.feed.record, field):
            return " OR ".join([f"coalesce({is_object(f't_{field.name}')}, false)", *([unread] if unread else [])])
        return unread

    def _unread(self, field: Field, *, needed: bool) -> str | None:
        if field.name in self.feed.named:
            return f"t_{field.name} IS NULL" if needed else None
        if needed:
            return f"v_{field.name} IS NULL"
        return f"v_{field.name} IS NULL AND t_{field.name} IS NOT NULL"


def bits(feed: Feed) -> int:
    """Which fields of its record a feed gives, one bit each."""
    return bits_of(feed.record, [f.name for f in fields(feed.record) if feed.gives(f.name)])
