"""The sections of a suggested profile: the record itself, and what its rows tell of other tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from relinsight.records.model import BY_TABLE
from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import required
from relinsight.sources.suggesting.columns import Column, depends
from relinsight.sources.suggesting.filled import NAMES, columns_for, entries_of, entry, shape_of
from relinsight.sources.suggesting.made_ids import made_id
from relinsight.sources.suggesting.partners_named import Named, partner_of
from relinsight.sources.suggesting.recordlike import Seen
from relinsight.sources.suggesting.roles import role_of
from relinsight.sources.suggesting.surveys import forms
from relinsight.sources.suggesting.toml import Entry, Part, Source

Found = dict[str, Column]


def parts_of(what: Seen, record: type[Record]) -> tuple[tuple[Part, ...], Named | None]:
    """The sections, and how a partner is named where no column holds one."""
    found = dict(columns_for(what, record))
    if record.table == "assessment":
        return tuple(forms(what, found)), None
    named = partner_of(what, found) if record.table == "contact_moment" else None
    main = Part(record.table, tuple(_main(what, record, found, named)), _about(record))
    return (main, *BESIDE.get(record.table, _nothing)(what, found)), named


def _about(record: type[Record]) -> str:
    return " ".join((record.__doc__ or "").split())


def _main(what: Seen, record: type[Record], found: Found, named: Named | None) -> Iterator[Entry]:
    full = _full_name(what)
    if full and "name" in record.model_fields and record.table in {"employee", "contact_person"}:
        found.pop("name", None)
        yield Entry("name", {"columns": [each.header for each in full]}, "the name stands in several columns")
    yield from made_id(record, shape_of(record), found)
    yield from entries_of(what, record, found)
    if named is not None:
        yield named.entry
    yield from _given(what, record, found)
    yield from _lacking(record, {*found, *shape_of(record).given, *(["name"] if full else [])})


def _given(what: Seen, record: type[Record], found: Mapping[str, Column]) -> Iterator[Entry]:
    for name, (word, why) in shape_of(record).given.items():
        if name not in found:
            yield Entry(name, {"constant": word}, why)
    if record.table == "dealing" and "role" not in found:
        word, why = role_of(what)
        yield Entry("role", {"constant": word}, why)


def _lacking(record: type[Record], there: set[str]) -> Iterator[Entry]:
    for name in required(record):
        if name not in there and name.removesuffix("_id") not in there and (record.table, name) != ("dealing", "role"):
            meaning = field(record, name).column.meaning
            yield Entry(f"# {name}", {"column": "..."}, f"needed: {meaning}")


def _full_name(what: Seen) -> list[Column]:
    found = [what.meant[each] for each in NAMES if each in what.meant]
    return found if len(found) > 1 else []


def _nothing(what: Seen, found: Found) -> Iterator[Part]:
    yield from ()


def _memberships(what: Seen, found: Found) -> Iterator[Part]:
    """The cluster of each colleague in a list of contacts."""
    department, colleague = what.meant.get("department"), found.get("employee")
    if department and colleague:
        record = BY_TABLE["cluster_membership"]
        who = entry(BY_TABLE["contact_moment"], "employee", colleague)
        yield Part(record.table, (who, entry(record, "cluster", department)), "where the colleague works")


def _periods(what: Seen, found: Found) -> Iterator[Part]:
    """From when to when a colleague worked in a cluster."""
    department, name = what.meant.get("department"), found.get("name")
    start, end = what.meant.get("start"), what.meant.get("end")
    if department and name and (start or end):
        record = BY_TABLE["cluster_membership"]
        days = ((field_, column) for field_, column in (("from_date", start), ("to_date", end)) if column)
        entries = (Entry("employee", {"column": name.header}), entry(record, "cluster", department))
        yield Part(record.table, (*entries, *(entry(record, *each) for each in days)), "where the colleague works, and when")


def _sectors(what: Seen, found: Found) -> Iterator[Part]:
    """The sectors in which the organisations of a register, or those with several, work."""
    sector, partner = what.meant.get("sector"), found.get("partner") or found.get("name")
    if sector and partner and not ("sector" in found and depends(partner, sector)):
        record = BY_TABLE["partner_sector"]
        entries = (entry(record, "partner", partner), entry(record, "sector", sector), Entry("is_primary", {"most": {}}))
        yield Part(record.table, entries, "the sector of most rows of a partner is its primary one")


def _people(what: Seen, found: Found) -> Iterator[Part]:
    """The contact persons beside the partners of a list."""
    record, organisation = BY_TABLE["contact_person"], found.get("name")
    person, full = what.meant.get("person"), _full_name(what)
    if organisation and (person or full):
        name = entry(record, "name", person) if person else Entry("name", {"columns": [each.header for each in full]})
        beside = ((each, what.meant[each]) for each in ("email", "phone", "function") if each in what.meant)
        entries = (name, *(entry(record, *each) for each in beside), entry(record, "partner", organisation))
        asked = person or full[-1]
        yield Part(record.table, entries, "whom we know there", when={"column": asked.header, "empty": False})


def _last_contacts(what: Seen, found: Found) -> Iterator[Part]:
    """The last contact with each partner of a list."""
    last, organisation, record = what.meant.get("last_contact"), found.get("name"), BY_TABLE["contact_moment"]
    if last and organisation:
        given = (Entry(name, {"constant": word}) for name, word in (("kind", "other"), ("achieved", "true")))
        entries = (entry(record, "day", last), entry(record, "partner", organisation), *given)
        yield Part(record.table, entries, "the last contact with the partner", when={"column": last.header, "empty": False})


def _standing(what: Seen, found: Found) -> Iterator[Part]:
    """How a goal stood on a day."""
    day, title = what.meant.get("updated"), found.get("title")
    status, progress = what.meant.get("status"), what.meant.get("progress")
    if day and title and (status or progress):
        record = BY_TABLE["goal_update"]
        stood = entry(record, "status", status) if status else Entry("status", {"constant": "on_track"}, "no column says how it stands")
        share = (entry(record, "progress", progress),) if progress else ()
        goal = Entry("goal", {"column": title.header})
        yield Part(
            record.table,
            (goal, entry(record, "day", day), stood, *share),
            "how the goal stood",
            when={"column": day.header, "empty": False},
        )


def _beside_partners(what: Seen, found: Found) -> Iterator[Part]:
    yield from _sectors(what, found)
    yield from _people(what, found)
    yield from _last_contacts(what, found)


BESIDE: Mapping[str, Callable[[Seen, Found], Iterator[Part]]] = {
    "contact_moment": _memberships,
    "employee": _periods,
    "dealing": _sectors,
    "partner": _beside_partners,
    "goal": _standing,
}


def columns_read(parts: tuple[Part, ...]) -> set[str]:
    """The columns of the file that some section reads."""
    return {str(each) for part in parts for entry_ in part.entries for each in _read(entry_.source)}


def _read(source: Source) -> Iterator[object]:
    if "column" in source:
        yield source["column"]
    several = source.get("columns")
    if isinstance(several, list):
        yield from several  # pyright: ignore
