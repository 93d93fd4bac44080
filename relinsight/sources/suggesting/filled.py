"""What fills the fields of a record: a column under our own header, else one that means the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from relinsight.records.kinds import Day, Kind, Listed, Plain, YesNo
from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import Place, places, recognised, required
from relinsight.sources.headers import squeezed
from relinsight.sources.suggesting.columns import Column, depends, examples
from relinsight.sources.suggesting.fits import fits
from relinsight.sources.suggesting.listed import answers_yes, maps
from relinsight.sources.suggesting.lists import Shape, shapes
from relinsight.sources.suggesting.missing import strays
from relinsight.sources.suggesting.recordlike import Seen
from relinsight.sources.suggesting.references import reference, target_of
from relinsight.sources.suggesting.sorts import holds, reads_as
from relinsight.sources.suggesting.toml import Entry

NO_SHAPE = Shape(needs=(), signs={}, fields={})
FOUND_BY_NAME = frozenset({"partner", "employee", "cluster", "contact_person"})
NAMES = ("first_name", "infix", "last_name")


def columns_for(what: Seen, record: type[Record]) -> Mapping[str, Column]:
    """The column of each field, under the name that a profile gives the field."""
    found = dict(_own(what, record))
    taken = {column.at for column in found.values()}
    for name, meanings in shape_of(record).fields.items():
        there = (what.meant[meaning] for meaning in meanings if meaning in what.meant)
        free = (column for column in there if _may_fill(record, name, column, taken))
        if name not in found and (column := next(free, None)) is not None:
            found[name] = column
            taken.add(column.at)
    found |= _other_days(what, record, found)
    return {name: column for name, column in found.items() if name != "id" or column.is_key}


def _other_days(what: Seen, record: type[Record], found: Mapping[str, Column]) -> Mapping[str, Column]:
    """For a needed day that no header names the first column of days that fills nothing else."""
    asked = next((name for name in required(record) if isinstance(kind_of(record, name), Day) and name not in found), None)
    taken = {column.at for column in found.values()}
    free = (column for column in what.columns if column.at not in taken and column.filled and holds(column, "day"))
    return {asked: column} if asked and (column := next(free, None)) else {}


def shape_of(record: type[Record]) -> Shape:
    """The shape of a record; an empty one where none is written down."""
    return shapes().get(record.table, NO_SHAPE)


def kind_of(record: type[Record], name: str) -> Kind:
    """The kind of a field, by the name that a profile gives it."""
    place = places(record)[squeezed(name)]
    return field(place.aside.record if place.aside else record, place.field).column.kind


def entries_of(what: Seen, record: type[Record], found: Mapping[str, Column]) -> Iterator[Entry]:
    """What fills each field, with the reason."""
    key = _key(what, record, found)
    for name, column in found.items():
        if key is not None and name not in {"id", "name"} and not depends(key, column):
            yield Entry(f"# {name}", {"column": column.header}, "left out: rows of one name say different things here")
        else:
            yield entry(record, name, column)


def entry(record: type[Record], name: str, column: Column) -> Entry:
    """What a column gives to a field, with some of its texts."""
    return replace(_entry(record, name, column), seen=examples(column))


def _entry(record: type[Record], name: str, column: Column) -> Entry:
    target = target_of(record, name)
    if target is not None:
        return reference(record, name, column, target)
    kind = kind_of(record, name)
    if isinstance(kind, Listed):
        source, strange = maps(column, kind, _otherwise(record, name))
        why = f"words that are not on the list ({', '.join(kind.words)}), each with what is most likely meant" if strange else ""
        return Entry(name, source, why)
    if isinstance(kind, YesNo):
        return Entry(name, answers_yes(column, kind), "")
    return _plain(name, column, kind)


def _plain(name: str, column: Column, kind: Kind) -> Entry:
    odd = () if isinstance(kind, Plain) else strays(column, reads_as(kind))
    return Entry(name, {"column": column.header, "missing": list(odd)} if odd else {"column": column.header}, _odd(odd))


def _odd(words: tuple[str, ...]) -> str:
    return "words among days or numbers that stand for nothing there" if words else ""


def _otherwise(record: type[Record], name: str) -> str:
    """What stands where a needed cell is empty; nothing where it may be."""
    given = shape_of(record).given.get(name)
    needed = name in record.model_fields and record.model_fields[name].is_required()
    kind = kind_of(record, name)
    first = kind.words[0] if isinstance(kind, Listed) else ""
    return (given[0] if given else first) if needed else ""


def _own(what: Seen, record: type[Record]) -> Iterator[tuple[str, Column]]:
    """The columns under a header of ours whose values can fill the field."""
    by_place = {column.at: column for column in what.columns}
    known = places(record)
    header = [
        name if (column := by_place.get(at)) and (place := known.get(squeezed(name))) and _suits(record, place, column) else ""
        for at, name in enumerate(what.sheet.header)
    ]
    for at, place in recognised(record, header).items():
        yield called(place), by_place[at]


def _suits(record: type[Record], place: Place, column: Column) -> bool:
    kind = field(place.aside.record if place.aside else record, place.field).column
    return fits(column, kind.kind) and (kind.to is None or place.by_name)


def _may_fill(record: type[Record], name: str, column: Column, taken: set[int]) -> bool:
    shared = name in {"partner", "reference"}  # the organisation of a dealing is its partner too, and its id a reference
    return (shared or column.at not in taken) and fits(column, kind_of(record, name))


def called(place: Place) -> str:
    """How a profile names a place."""
    if place.aside is not None and place.aside.words and place.field == place.aside.fills:
        return place.aside.words[0]
    return place.field.removesuffix("_id") if place.by_name else place.field


def _key(what: Seen, record: type[Record], found: Mapping[str, Column]) -> Column | None:
    """The column of the names by which rows are found again, where some stand there twice."""
    name = found.get("name")
    if record.table not in FOUND_BY_NAME or "id" in found or name is None or name.spread == 1:
        return None
    return name
