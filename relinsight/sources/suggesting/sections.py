"""The sections of a suggested profile: the record itself, and what its rows tell of other tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import required
from relinsight.sources.suggesting.beside import Found, about, parts_before, parts_beside
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.filled import columns_for, entries_of, full_name, shape_of
from relinsight.sources.suggesting.guests import guests
from relinsight.sources.suggesting.made_ids import made_id
from relinsight.sources.suggesting.partners_named import NOBODY, Named, partner_of
from relinsight.sources.suggesting.roles import role_of
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.surveys import forms, unsent
from relinsight.sources.suggesting.toml import Entry, Part, Source
from relinsight.sources.suggesting.yearly import each_year


def parts_of(what: Seen, record: type[Record]) -> tuple[tuple[Part, ...], tuple[tuple[Source, str], ...]]:
    """The sections, and the conditions of the rows that are left out."""
    found = dict(columns_for(what, record))
    if record.table == "assessment":
        return tuple(forms(what, found)), tuple(unsent(found))
    if record.table == "attendance":
        return tuple(guests(what, found)), ()
    named = partner_of(what, found) if record.table == "contact_moment" else None
    main = Part(record.table, tuple(_main(what, record, found, named)), about(record))
    left = ((named.drop, named.why),) if named else tuple(_with_nobody(record, found))
    mains = each_year(what, main, found) if record.table == "dealing" else (main,)
    return (*parts_before(what, record, found), *mains, *parts_beside(what, record, found)), left


def _with_nobody(record: type[Record], found: Found) -> Iterator[tuple[Source, str]]:
    """The contacts for which no partner is named."""
    partner = found.get("partner") if record.table == "contact_moment" else None
    if partner is not None and partner.filled < partner.rows:
        yield {"column": partner.header, "empty": True}, NOBODY


def _main(what: Seen, record: type[Record], found: Found, named: Named | None) -> Iterator[Entry]:
    full = full_name(what)
    if full and "name" in record.model_fields and record.table in {"employee", "contact_person"}:
        found.pop("name", None)
        yield Entry("name", {"columns": [each.header for each in full]}, "the name stands in several columns")
    yield from made_id(what.columns, record, shape_of(record), found, tuple(_telling_beside(what, named)))
    yield from entries_of(what, record, found)
    if named is not None:
        yield named.entry
    yield from _given(what, record, found)
    yield from _lacking(record, {*found, *shape_of(record).given, *(["name"] if full else [])})


def _telling_beside(what: Seen, named: Named | None) -> Iterator[Column]:
    """The columns beside the fields that tell contacts apart: what names the partner, and when on the day it began."""
    header = named.entry.source.get("column") if named else None
    asked = (what.meant.get("time") if named else None, next((each for each in what.columns if each.header == header), None))
    return (column for column in asked if column is not None)


def _given(what: Seen, record: type[Record], found: Mapping[str, Column]) -> Iterator[Entry]:
    for name, (word, why) in {**shape_of(record).given, **_told(what, record)}.items():
        if name not in found:
            yield Entry(name, {"constant": word}, why)


def _told(what: Seen, record: type[Record]) -> Mapping[str, tuple[str, str]]:
    """What the headers tell of all rows: our role in a dealing, and that those who know a partner are its account managers."""
    if record.table == "dealing":
        return {"role": role_of(what)}
    owns = record.table == "tie" and "account_manager" in what.meant and "colleague" not in what.meant
    return {"kind": ("account_manager", "the column names account managers")} if owns else {}


def _lacking(record: type[Record], there: set[str]) -> Iterator[Entry]:
    for name in required(record):
        if name not in there and name.removesuffix("_id") not in there and (record.table, name) != ("dealing", "role"):
            meaning = field(record, name).column.meaning
            yield Entry(f"# {name}", {"column": "..."}, f"needed: {meaning}")


def columns_read(parts: tuple[Part, ...]) -> set[str]:
    """The columns of the file that some section reads."""
    return {str(each) for part in parts for entry_ in part.entries for each in _read(entry_.source)}


def _read(source: Source) -> Iterator[object]:
    if "column" in source:
        yield source["column"]
    several = source.get("columns")
    if isinstance(several, list):
        yield from several  # pyright: ignore
