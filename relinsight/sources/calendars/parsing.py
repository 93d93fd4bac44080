"""The process that parses calendars: a line of JSON for each meeting and for each entry that is rejected, and one for what is told.

A meeting is the line of its entry and its cells; a rejected entry has the name of the reason behind them.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import icalendar
from icalendar.timezone import tzp

from relinsight.sources.calendars.columns import COLUMNS
from relinsight.sources.calendars.entries import Entry, Splitting
from relinsight.sources.calendars.moments import day_of, id_of, said_by
from relinsight.sources.calendars.occurrences import (
    WHAT_FAILS,
    Component,
    Meeting,
    UnreadableError,
    first,
    meetings,
    moment_of,
    parsed,
    taken_out,
)
from relinsight.sources.content_lines import lines_of
from relinsight.sources.encodings import storable
from relinsight.sources.foreign.limits import BeyondLimitsError, Limits, within_limits
from relinsight.sources.foreign.lines import line

MOST_ROWS = 2_000_000
LONGEST = 200


@dataclass
class Told:
    """How many entries were not read, and why; and of how many the time zone is not known."""

    private: int = 0
    cancelled: int = 0
    later: int = 0
    unknown_zone: int = 0


@dataclass(frozen=True)
class Asked:
    """What is asked of a calendar."""

    path: str
    day: str
    time_zone: str
    with_private: bool
    letters: str | None


def write(asked: dict[str, Any], _: Limits, target: IO[bytes]) -> None:
    """Write the meetings of a calendar up to a day."""
    warnings.simplefilter("ignore")
    reading = _Reading(Asked(**asked))
    for number, row in enumerate(reading.rows()):
        if number > MOST_ROWS:
            raise BeyondLimitsError
        target.write(line(row))
    target.write(line(asdict(reading.told)))


class _Reading:
    """The meetings of one file."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.told = asked, Told()
        self.until, self.zone = date.fromisoformat(asked.day), ZoneInfo(asked.time_zone)

    def rows(self) -> Iterator[list[Any]]:
        """The meetings and the rejected entries, those of one UID together."""
        by_uid: dict[str, list[Entry]] = {}
        for entry in self._entries():
            by_uid.setdefault(entry.first("UID") or f"line {entry.number}", []).append(entry)
        for entries in by_uid.values():
            yield from self._of_one(entries)

    def _entries(self) -> Iterator[Entry]:
        """The entries that may be read; the time zones are known before the first of them is used."""
        splitting = Splitting()
        found = list(splitting.entries(lines_of(Path(self.asked.path), self.asked.letters)))
        for zone in splitting.zones:
            with suppress(*WHAT_FAILS):
                tzp.cache_timezone_component(icalendar.Timezone.from_ical(zone))
        for entry in found:
            self.told.private += self._is_hidden(entry)
            if not self._is_hidden(entry) or entry.first("RECURRENCE-ID"):
                yield entry

    def _is_hidden(self, entry: Entry) -> bool:
        return entry.is_private and not self.asked.with_private

    def _of_one(self, entries: Iterable[Entry]) -> Iterator[list[Any]]:
        components = list[Component]()
        for entry in entries:
            if self._is_hidden(entry):
                components += filter(None, [_never_held(entry)])
                continue
            try:
                components.append(self._component(entry))
            except UnreadableError as error:
                yield self._rejected(entry, error)
                components += filter(None, [_never_held(entry)])
        if components:
            yield from self._meetings({entry.number: entry for entry in entries}, components)

    def _component(self, entry: Entry) -> Component:
        try:
            component = parsed(entry)
        except WHAT_FAILS as error:
            raise UnreadableError("NO_START", entry.number) from error
        self.told.cancelled += entry.is_cancelled
        self.told.unknown_zone += _has_unknown_zone(component)
        if entry.is_cancelled:
            component["STATUS"] = "CANCELLED"
        return component

    def _meetings(self, entries: dict[int, Entry], components: list[Component]) -> Iterator[list[Any]]:
        try:
            found = list(meetings(components, self.until))
        except UnreadableError as error:
            yield self._rejected(entries[error.line], error)
            return
        held = [(each, day) for each in found if (day := day_of(each.start, self.zone)) <= self.until]
        self.told.later += not held
        said: dict[int, list[str]] = {}
        for meeting, day in held:
            if str(first(meeting.said, "STATUS") or "").upper() != "CANCELLED":
                cells = said.get(meeting.line) or said.setdefault(meeting.line, self._said(meeting, entries[meeting.line]))
                yield [meeting.line, [id_of(meeting), day.isoformat(), *cells]]

    def _said(self, meeting: Meeting, entry: Entry) -> list[str]:
        return [*said_by(meeting.said), *self._marks(entry)]

    def _rejected(self, entry: Entry, error: UnreadableError) -> list[Any]:
        """An entry that is rejected: what it is about and who was there is not kept."""
        shown = {} if entry.is_private else {"id": entry.first("UID"), "day": entry.first("DTSTART")}
        said = [storable(shown.get(name, ""))[:LONGEST] for name in COLUMNS]
        return [error.line, [*said, *self._marks(entry)], error.why]

    def _marks(self, entry: Entry) -> list[str]:
        return ["true" if entry.is_private else ""] if self.asked.with_private else []


def _never_held(entry: Entry) -> Component | None:
    """What is left of a meeting of a series that may not or cannot be read: it was not held as the series has it."""
    with suppress(*WHAT_FAILS):
        return taken_out(entry)
    return None


def _has_unknown_zone(component: Component) -> bool:
    start = moment_of(component, "DTSTART")
    return isinstance(start, datetime) and start.tzinfo is None and "TZID" in first(component, "DTSTART").params


def main(asked: str) -> int:
    """Parse a calendar as it is asked: how it ended."""
    return within_limits(asked, write, WHAT_FAILS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
