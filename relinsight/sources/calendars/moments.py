"""What becomes of a meeting: the cells of a row, and the id by which it is found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from relinsight.records.notation import FORMULA_ERRORS, SEVERAL
from relinsight.records.vocabularies import CONTACTS
from relinsight.sources.calendars.occurrences import Component, Meeting, Moment, first
from relinsight.sources.encodings import storable

USUAL = "meeting"
NOT_THERE = frozenset({"DECLINED", "DELEGATED"})
NO_PEOPLE = frozenset({"ROOM", "RESOURCE"})
BESIDE = "NON-PARTICIPANT"


def day_of(moment: Moment, zone: ZoneInfo) -> date:
    """The day of a moment in the municipality; of one without a zone the day that it says."""
    if not isinstance(moment, datetime):
        return moment
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(zone).date()
    except OverflowError:  # the last hours of the year 9999
        return moment.date()


def said_by(component: Component) -> list[str]:
    """The cells that each meeting of an entry has alike, behind its id and its day."""
    people = list(_people(component))
    partners = [name for name, _ in people if name]
    subject = _plain(first(component, "SUMMARY"))
    subject = "" if subject in FORMULA_ERRORS else subject
    found = [f"{name} <{address}>".strip() if address else name for name, address in people]
    return [_kind(component), "true", subject, *map(SEVERAL.join, (partners, found, found))]


def id_of(meeting: Meeting) -> str:
    """The UID of an entry and when the meeting was to begin at first, in whichever zone that is written."""
    return f"{_plain(first(meeting.said, 'UID'))} {_written(meeting.at_first)}"


def _written(moment: Moment) -> str:
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    return f"{moment:%Y%m%dT%H%M%S}" if moment.tzinfo is None else f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _kind(component: Component) -> str:
    """The kind that a category names in a word of ours, else a meeting."""
    said = (_plain(each).lower() for each in _categories(component))
    return next((CONTACTS.meanings[word] for word in said if word in CONTACTS.meanings), USUAL)


def _categories(component: Component) -> Iterator[object]:
    for listed in _all(component, "CATEGORIES"):
        yield from getattr(listed, "cats", [listed])


def _people(component: Component) -> Iterator[tuple[str, str]]:
    """The name and the address of each who was asked and did not decline, and of who asked them; each once."""
    asked = [each for each in _all(component, "ATTENDEE") if _is_there(each)]
    declined = {_address(each) for each in _all(component, "ATTENDEE") if not _is_there(each)} - {""}
    asking = [each for each in _all(component, "ORGANIZER") if _address(each) not in declined]
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for each in (*asked, *asking):
        name, address = _name(each), _address(each)
        if name or address:
            found.setdefault((address or name, ""), (name, address))
    yield from found.values()


def _is_there(attendee: Any) -> bool:
    said = {name: str(attendee.params.get(name, "")).upper() for name in ("PARTSTAT", "CUTYPE", "ROLE")}
    return said["PARTSTAT"] not in NOT_THERE and said["CUTYPE"] not in NO_PEOPLE and said["ROLE"] != BESIDE


def _address(attendee: Any) -> str:
    """The e-mail address, in small letters; empty where there is none."""
    said = _plain(attendee)
    address = said[len("mailto:") :] if said.lower().startswith("mailto:") else said
    return address.strip().lower() if "@" in address and not set(" <>/;") & set(address.strip()) else ""


def _name(attendee: Any) -> str:
    """The name, without the address that some programs write in its place or behind it."""
    said = _plain(attendee.params.get("CN")).replace(";", ",").strip("'\" ")
    name = said.partition("<")[0].strip("'\" ") if said.endswith(">") else said
    return "" if "@" in name else name


def _all(component: Component, name: str) -> list[Any]:
    found = component.get(name)
    return [each for each in (found if isinstance(found, list) else [found]) if hasattr(each, "params")]


def _plain(said: object) -> str:
    """A text as a cell holds it."""
    return storable(str(said or "")).replace(SEVERAL, " ").strip()
