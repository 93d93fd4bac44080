"""The sections beside that of the record: what the rows of a file tell of other tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from relinsight.records.model import BY_TABLE
from relinsight.records.record import Record
from relinsight.sources.suggesting.columns import Column, depends
from relinsight.sources.suggesting.filled import entry, full_name
from relinsight.sources.suggesting.made_ids import number_of
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.toml import Entry, Part

Found = dict[str, Column]


def parts_before(what: Seen, record: type[Record], found: Found) -> Iterator[Part]:
    """The sections to whose rows those of the record point."""
    return BEFORE.get(record.table, _nothing)(what, found)


def parts_beside(what: Seen, record: type[Record], found: Found) -> Iterator[Part]:
    """The sections whose rows point to those of the record."""
    return BESIDE.get(record.table, _nothing)(what, found)


def about(record: type[Record]) -> str:
    """What a row of a table is."""
    return " ".join((record.__doc__ or "").split())


def person_at(what: Seen, name: Entry, partner: Column | None) -> tuple[Entry, ...]:
    """What fills a contact person: the name, what stands beside it, and for whom."""
    record = BY_TABLE["contact_person"]
    beside = ("email", "phone", "function") if partner else ("email", "phone")
    whose = (entry(record, "partner", partner),) if partner else ()
    return (name, *(entry(record, each, what.meant[each]) for each in beside if each in what.meant), *whose)


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
    person, full = what.meant.get("person"), full_name(what)
    if organisation and (person or full):
        name = entry(record, "name", person) if person else Entry("name", {"columns": [each.header for each in full]})
        asked = person or full[-1]
        when = {"column": asked.header, "empty": False}
        yield Part(record.table, person_at(what, name, organisation), "whom we know there", when=when)


def _ties(what: Seen, found: Found) -> Iterator[Part]:
    """Who else of us belongs to each partner of a list."""
    organisation, record = found.get("name"), BY_TABLE["tie"]
    for meaning, kind, why in BESIDE_OWNERS:
        column = what.meant.get(meaning)
        if organisation and column:
            entries = (
                Entry("id", number_of(column, organisation)),
                entry(record, "employee", column),
                entry(record, "partner", organisation),
            )
            when = {"column": column.header, "empty": False}
            yield Part(record.table, (*entries, Entry("kind", {"constant": kind})), why, True, when)


BESIDE_OWNERS = (
    ("official", "executive_sponsor", "who stands for the relation in the board"),
    ("deputy", "deputy", "who takes the place of the account manager"),
)


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


def _topics(what: Seen, found: Found) -> Iterator[Part]:
    """The matters on which sides take positions."""
    topic = found.get("topic")
    if topic is not None:
        entries = (Entry("id", number_of(topic)), entry(BY_TABLE["topic"], "title", topic))
        yield Part("topic", entries, about(BY_TABLE["topic"]))


def _people_known(what: Seen, found: Found) -> Iterator[Part]:
    """The contact persons whom colleagues know."""
    person, partner = found.get("contact_person"), found.get("partner")
    if person and partner:
        entries = person_at(what, Entry("name", {"column": person.header}), partner)
        yield Part("contact_person", entries, "whom we know there", when={"column": person.header, "empty": False})


def _beside_partners(what: Seen, found: Found) -> Iterator[Part]:
    yield from _sectors(what, found)
    yield from _people(what, found)
    yield from _ties(what, found)
    yield from _last_contacts(what, found)


BEFORE: Mapping[str, Callable[[Seen, Found], Iterator[Part]]] = {"interest": _topics, "tie": _people_known}
BESIDE: Mapping[str, Callable[[Seen, Found], Iterator[Part]]] = {
    "contact_moment": _memberships,
    "employee": _periods,
    "dealing": _sectors,
    "partner": _beside_partners,
    "goal": _standing,
}
