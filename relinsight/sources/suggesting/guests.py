"""A list of guests: the event, who was asked for whom, and who came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relinsight.records.model import BY_TABLE
from relinsight.sources.suggesting.beside import person_at
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.filled import entry, full_name, shape_of
from relinsight.sources.suggesting.made_ids import number_of
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.toml import Entry, Part, Source


def guests(what: Seen, found: Mapping[str, Column]) -> Iterator[Part]:
    """The sections that a list of guests feeds; what stands in none waits for the day of the event."""
    event, day = what.meant.get("event"), what.meant.get("day") or what.meant.get("start")
    number: Source = number_of(*(column for column in (event, day) if column)) if event else {"column": "..."}
    yield from _people(what, found)
    yield Part("event", tuple(_event(event, day, number, found)), "" if day else ASKED, ready=day is not None)
    yield Part("attendance", (Entry("event_id", number), *_guest(what, found)), "who came", ready=day is not None)


ASKED = "an event needs a day, and no column holds one: fill it in, and take away the # before these lines"


def _event(event: Column | None, day: Column | None, number: Source, found: Mapping[str, Column]) -> Iterator[Entry]:
    record = BY_TABLE["event"]
    yield Entry("id", number)
    if event is not None:
        yield entry(record, "title", event)
    yield entry(record, "day", day) if day is not None else Entry("day", {"constant": "..."})
    kind = "training" if "employee" in found else "network"
    yield Entry("kind", {"constant": kind}, "no column says what kind of event it was")


def _people(what: Seen, found: Mapping[str, Column]) -> Iterator[Part]:
    name = _name(what, found)
    if name is not None:
        entries = person_at(what, Entry("name", name), found.get("partner"))
        yield Part("contact_person", entries, "the guests, and for whom they came")


def _guest(what: Seen, found: Mapping[str, Column]) -> Iterator[Entry]:
    record, name = BY_TABLE["attendance"], _name(what, found)
    if name is not None:
        yield Entry("contact_person", name)
    for each in ("employee", "partner", "status"):
        if each in found:
            yield entry(record, each, found[each])
    if "status" not in found:
        word, why = shape_of(record).given["status"]
        yield Entry("status", {"constant": word}, why)


def _name(what: Seen, found: Mapping[str, Column]) -> Source | None:
    """Where the name of a guest stands."""
    full = full_name(what)
    if full:
        return {"columns": [each.header for each in full]}
    return {"column": found["contact_person"].header} if "contact_person" in found else None
