"""What fills the fields of a record: a column under our own header, else one that means the same."""

from __future__ import annotations

import re
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
from relinsight.sources.suggesting.meant import WITHIN, likeness
from relinsight.sources.suggesting.missing import strays
from relinsight.sources.suggesting.references import reference, target_of
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.sorts import CODE, MOST, holds, reads_as
from relinsight.sources.suggesting.toml import Entry

NO_SHAPE = Shape(needs=(), signs={}, fields={})
CALLED = frozenset({"name", "title", "subject", "organisation"})
FOUND_BY_NAME = frozenset({"partner", "employee", "cluster", "contact_person"})
OWNERS = {"organisation": {"partner"}, "person": {"contact_person", "assessment"}, "colleague": {"employee"}}
ROW_NUMBERS = {(word,) for word in ("nr", "nummer", "no", "number", "rij", "regel", "row", "rang", "volgnummer")}
GUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$", re.IGNORECASE)
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
    found = _needed_first(what, record, found)
    found |= _other_days(what, record, found)
    found = {name: column for name, column in found.items() if name != "id" or _tells_rows(record, column)}
    key = next((column for column in what.columns if column.is_key and column.share(GUID.match) == 1), None)
    told = found if key is None or "id" in found else {"id": key, **found}
    return {name: column for name, column in told.items() if not _says_nothing_alone(record, name, told)}


def _says_nothing_alone(record: type[Record], name: str, found: Mapping[str, Column]) -> bool:
    """Whether a field stands beside another one that no column fills, as a function does beside a partner."""
    place = places(record)[squeezed(name)]
    beside = place.aside.fills if place.aside is not None else place.field
    return place.field != beside and not {beside, beside.removesuffix("_id")} & {*found}


def _tells_rows(record: type[Record], column: Column) -> bool:
    """Whether each row has a number of its own in a column, but for a mistake."""
    return (column.is_key or column.is_nearly_key) and not _numbers_another(record, column)


def _numbers_another(record: type[Record], column: Column) -> bool:
    """Whether a column numbers the rows of this one file, or its header says that it numbers another thing than the record."""
    if column.words in ROW_NUMBERS and list(column.counts) == [str(n) for n in range(1, column.different + 1)]:
        return True
    owner = column.words[:-1]
    whose = {table for meaning, tables in OWNERS.items() if owner and likeness(owner, meaning) >= WITHIN for table in tables}
    return bool(whose) and record.table not in whose


def _needed_first(what: Seen, record: type[Record], found: dict[str, Column]) -> dict[str, Column]:
    """A field that a row cannot do without takes a column from one that may be empty."""
    needed = {name.removesuffix("_id") for name in required(record)}
    for name in (name for name in shape_of(record).fields if name in needed and name not in found):
        there = [what.meant[meaning] for meaning in shape_of(record).fields[name] if meaning in what.meant]
        from_ = next(((other, each) for each in there for other, held in found.items() if held == each and other not in needed), None)
        if from_ is not None:
            found = {name: from_[1], **{other: held for other, held in found.items() if other != from_[0]}}
    return found


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
    is_called = place.field not in CALLED or column.share(CODE.match) < MOST
    return is_called and fits(column, kind.kind) and (kind.to is None or place.by_name)


def _may_fill(record: type[Record], name: str, column: Column, taken: set[int]) -> bool:
    shared = name in {"partner", "reference"}  # the organisation of a dealing is its partner too, and its id a reference
    return (shared or column.at not in taken) and fits(column, kind_of(record, name))


def full_name(what: Seen) -> list[Column]:
    """The columns in which a name stands in parts."""
    found = [what.meant[each] for each in NAMES if each in what.meant]
    return found if len(found) > 1 else []


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
