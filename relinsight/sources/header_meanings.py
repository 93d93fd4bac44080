"""Which header means which field: our own names, their Dutch and English synonyms, and names in place of ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from relinsight.records.headings import HEADINGS
from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.record import Record, fields
from relinsight.sources.headers import plain, squeezed
from relinsight.sources.linked_columns import LINKED_COLUMNS, LinkedColumn

TWINS: Mapping[str, tuple[str, ...]] = {
    "partner": (
        *("partner", "partners", "partnernaam", "organisatie", "organisaties", "organisation", "organisations"),
        *("organization", "organizations", "relatie", "bedrijf", "company", "companies", "instelling", "partner_name"),
    ),
    "employee": ("employee", "employees", "medewerker", "medewerkers", "collega", "collegas", "colleague", "colleagues", "employee_name"),
    "contact_person": (
        *("contact_person", "contact_persons", "contactpersoon", "contactpersonen", "contact_person_name", "contact"),
        "contacts",
    ),
    "cluster": ("cluster", "clusters", "afdeling", "department", "organisatieonderdeel"),
    "sector": ("sector", "sectors", "sectoren", "branche", "beleidsterrein"),
}
IDS: Mapping[str, tuple[str, ...]] = {
    "partner": ("partner_id", "partner_ids", "organisatie_id", "relatie_id", "relatienummer"),
    "employee": ("employee_id", "employee_ids", "medewerker_id", "medewerker_ids"),
    "contact_person": ("contact_person_id", "contact_person_ids", "contactpersoon_id", "contactpersoon_ids"),
    "cluster": ("cluster_id", "afdeling_id"),
    "sector": ("sector_id", "sector_ids"),
}
ID_NAMES = frozenset(name for names in IDS.values() for name in names)


@dataclass(frozen=True)
class Place:
    """Where a column of a file goes: a field of the record, or of another one by way of an aside."""

    field: str
    by_name: bool = False
    aside: LinkedColumn | None = None


@cache
def places(record: type[Record]) -> Mapping[str, Place]:
    """Every header that a file of this record may carry; the first meaning of a header holds."""
    known: dict[str, Place] = {}
    for header, place in (*_own(record), *_synonyms(record), *_twins(record), *_asides(record), *_headings(record)):
        known.setdefault(squeezed(header), place)
    return known


def recognised(record: type[Record], header: Sequence[str]) -> dict[int, Place]:
    """The columns of a file that are known, by their position; an exact name goes before a synonym."""
    known = places(record)
    taken: dict[tuple[str, str], int] = {}
    for at, name in sorted(enumerate(header), key=lambda pair: _rank(record, plain(pair[1]))):
        place = known.get(squeezed(name))
        if place is not None:
            taken.setdefault((place.field, place.aside.record.table if place.aside else ""), at)
    return {at: known[squeezed(header[at])] for at in sorted(taken.values())}


def record_named(name: str) -> type[Record] | None:
    """The record that a file, a sheet or a person calls by this name."""
    wanted = squeezed(name)
    return next((record for record in RECORDS if wanted in {squeezed(word) for word in (record.table, *record.also)}), None)


def record_like(header: Sequence[str]) -> type[Record] | None:
    """The one record whose required columns are all there, that knows most columns, and at least half of them."""
    named = sum(bool(name.strip()) for name in header)
    scores = sorted(((_likeness(record, header), record.table) for record in RECORDS), reverse=True)
    (best, table), (second, _) = scores[0], scores[1]
    return BY_TABLE[table] if best > max(second, 1) and 2 * best >= named else None


def required(record: type[Record]) -> tuple[str, ...]:
    """The fields without which there is no row; an id can be made."""
    return tuple(f.name for f in fields(record) if f.required and f.name != "id")


def _likeness(record: type[Record], header: Sequence[str]) -> int:
    found = recognised(record, header)
    own = {place.field for place in found.values() if place.aside is None}
    return len(found) if set(required(record)) <= own else 0


def _rank(record: type[Record], header: str) -> int:
    return 0 if header in record.model_fields or header in ID_NAMES else 1


def _own(record: type[Record]) -> Iterator[tuple[str, Place]]:
    return ((f.name, Place(f.name)) for f in fields(record))


def _synonyms(record: type[Record]) -> Iterator[tuple[str, Place]]:
    for f in fields(record):
        for word in f.column.also:
            yield word, Place(f.name, by_name=f.column.to is not None and not word.endswith("_id"))


def _headings(record: type[Record]) -> Iterator[tuple[str, Place]]:
    """What pages, exports and templates call the columns in English; the Dutch words stand among the synonyms."""
    return ((HEADINGS[f.name].message, Place(f.name, by_name=f.column.to is not None)) for f in fields(record) if f.name in HEADINGS)


def _twins(record: type[Record]) -> Iterator[tuple[str, Place]]:
    for f in fields(record):
        if f.column.to is not None and f.name.endswith("_id"):
            yield f.name.removesuffix("_id"), Place(f.name, by_name=True)
            if f.name == f"{f.column.to}_id":
                yield from ((word, Place(f.name, by_name=True)) for word in TWINS.get(f.column.to, ()))


def _asides(record: type[Record]) -> Iterator[tuple[str, Place]]:
    for aside in LINKED_COLUMNS.get(record, ()):
        to = next((f.column.to for f in fields(aside.record) if f.name == aside.fills), None)
        if aside.words:
            yield from ((word, Place(aside.fills, to is not None, aside)) for word in aside.words)
        elif to is not None:
            yield from ((word, Place(aside.fills, False, aside)) for word in IDS[to])
            yield from ((word, Place(aside.fills, True, aside)) for word in TWINS[to])
        for name in aside.beside:
            column = next(f.column for f in fields(aside.record) if f.name == name)
            yield from ((word, Place(name, False, aside)) for word in (name, *column.also))
