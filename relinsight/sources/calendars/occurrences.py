"""When the meetings of an entry are: of a series each of them, the moved ones on their new day, without those that were taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from math import prod
from typing import Any

import icalendar
import recurring_ical_events

from relinsight.sources.calendars.entries import Entry
from relinsight.words.scope import FIRST_DAY

LINE = "X-LINE"
REPEATS = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
OLD = "EXRULE"  # of the standard before this one: what it takes out of a series nobody works out any more
BY_THE_HOUR = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
MOST_A_DAY, MOST_OF_A_SERIES = 4, 20_000
WHAT_FAILS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
Component = Any  # the library's own type says little of what a component holds
Moment = date | datetime


class UnreadableError(Exception):
    """An entry that cannot be read: the name of the reason why, and its line."""

    def __init__(self, why: str, line: int) -> None:
        self.why, self.line = why, line


@dataclass(frozen=True)
class Meeting:
    """One meeting: the line of its entry, when it begins, when it was to begin at first, and all that its entry says."""

    line: int
    start: Moment
    at_first: Moment
    said: Component


def parsed(entry: Entry) -> Component:
    """An entry with the properties that a meeting needs, each of which can be read."""
    component: Component = icalendar.Event.from_ical(entry.text)
    start = moment_of(component, "DTSTART")
    if not entry.is_whole:
        raise UnreadableError("NO_END", entry.number)
    if not str(first(component, "UID") or "").strip():
        raise UnreadableError("NO_UID", entry.number)
    if start is None:
        raise UnreadableError("NO_START", entry.number)
    if _day(start) < FIRST_DAY:
        raise UnreadableError("TOO_EARLY", entry.number)
    _check_rule(component, entry.number)
    component["SEQUENCE"] = _number(first(component, "SEQUENCE"))
    component["DTSTART"] = first(component, "DTSTART")
    component[LINE] = entry.number
    return component


def first(component: Component, name: str) -> Any:
    """What a property says; of several of one name the first."""
    found = component.get(name)
    return found[0] if isinstance(found, list) else found


def moment_of(component: Component, name: str) -> Moment | None:
    """The moment that a property says; nothing where it is missing or cannot be read."""
    said = getattr(first(component, name), "dt", None)
    return said if isinstance(said, date) else None


def meetings(components: Sequence[Component], until: date) -> Iterator[Meeting]:
    """The meetings of the entries of one UID that begin on a day or before it."""
    if any(name in each for each in components for name in REPEATS):
        yield from _of_series(components, until)
    else:
        newest = max(each["SEQUENCE"] for each in components)
        yield from (_lone(each) for each in components if each["SEQUENCE"] == newest)


def _lone(component: Component) -> Meeting:
    start: Moment = component["DTSTART"].dt
    return Meeting(component[LINE], start, start, component)


def _of_series(components: Sequence[Component], until: date) -> Iterator[Meeting]:
    newest = _newest(_with_hours(components))
    line: int = components[0][LINE]
    try:
        found = _occurrences([*newest.values()], until)
    except WHAT_FAILS as error:
        raise UnreadableError("NO_RULE", line) from error
    if len(found) > MOST_OF_A_SERIES:
        raise UnreadableError("TOO_OFTEN", line)
    yield from (_meeting(newest[at_first], start) for at_first, start in found)


def _with_hours(components: Sequence[Component]) -> Sequence[Component]:
    """The entries of a series, of which each meeting that is named by its day alone is named by the hour that the series has."""
    starts = [each["DTSTART"].dt for each in components if "RECURRENCE-ID" not in each]
    if starts and isinstance(starts[0], datetime):
        for each in components:
            at_first = moment_of(each, "RECURRENCE-ID")
            if at_first is not None and not isinstance(at_first, datetime):
                first(each, "RECURRENCE-ID").dt = datetime.combine(at_first, starts[0].timetz())
    return components


def _newest(components: Sequence[Component]) -> dict[datetime | None, Component]:
    """The newest version of the series itself, which has no moment of its own, and of each meeting that was changed."""
    newest: dict[datetime | None, Component] = {}
    for component in components:
        at_first = _in_utc(moment_of(component, "RECURRENCE-ID"))
        if at_first not in newest or component["SEQUENCE"] > newest[at_first]["SEQUENCE"]:
            newest[at_first] = component
    return newest


def _occurrences(components: Sequence[Component], until: date) -> list[tuple[datetime | None, Moment]]:
    """When each meeting of a series is, and by which of its entries."""
    calendar = icalendar.Calendar()
    for component in components:
        calendar.add_component(component)
    behind = datetime.combine(until, time()) + timedelta(days=2)  # wherever on earth it is still that day
    series = recurring_ical_events.of(calendar).series
    return [(each.id.recurrence_id, each.start) for one in series for each in one.between(datetime.combine(FIRST_DAY, time()), behind)]


def _in_utc(moment: Moment | None) -> datetime | None:
    """A moment as the library tells meetings apart."""
    if moment is None or (isinstance(moment, datetime) and moment.tzinfo is None):
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


def _meeting(component: Component, start: Moment) -> Meeting:
    at_first = moment_of(component, "RECURRENCE-ID")
    if at_first is None:
        return Meeting(component[LINE], start, start, component)
    if first(component, "RECURRENCE-ID").params.get("RANGE"):
        at_first = _later(at_first, component["DTSTART"].dt, start)
    return Meeting(component[LINE], start, at_first, component)


def _later(at_first: Moment, moved_to: Moment, start: Moment) -> Moment:
    """When a meeting was to begin that follows a moved one: as long after that as it begins after it now."""
    if isinstance(start, datetime) and isinstance(moved_to, datetime) and isinstance(at_first, datetime):
        zone = start.tzinfo
        at_first = at_first.astimezone(zone) if zone and at_first.tzinfo else at_first
        return at_first + (start.replace(tzinfo=None) - moved_to.replace(tzinfo=None))
    return at_first + (_day(start) - _day(moved_to))


def _check_rule(component: Component, line: int) -> None:
    """Refuse a rule that cannot be read, that stands still, or that runs by the hour."""
    broken = {name for name, _ in component.errors}
    if (
        OLD in broken | component.keys()
        or broken & {*REPEATS}
        or ("RECURRENCE-ID" in component and moment_of(component, "RECURRENCE-ID") is None)
    ):
        raise UnreadableError("NO_RULE", line)
    rules = component.get("RRULE") or []
    for rule in rules if isinstance(rules, list) else [rules]:
        if any(each < 1 for each in rule.get("INTERVAL", [])) or not rule.get("FREQ"):
            raise UnreadableError("NO_RULE", line)
        _take_whole_day(rule, component)
        times = prod(len(rule.get(name, [])) or 1 for name in WITHIN_A_DAY)
        if BY_THE_HOUR & {str(each).upper() for each in rule["FREQ"]} or times > MOST_A_DAY:
            raise UnreadableError("TOO_OFTEN", line)


def _take_whole_day(rule: Component, component: Component) -> None:
    """A last day without an hour belongs to a series whose meetings have one."""
    start: Moment = first(component, "DTSTART").dt
    lasts = [each for each in rule.get("UNTIL", []) if not isinstance(each, datetime)]
    if lasts and isinstance(start, datetime):
        last = datetime.combine(lasts[0], time.max.replace(microsecond=0), start.tzinfo)
        rule["UNTIL"] = [last.astimezone(UTC) if start.tzinfo else last]


def taken_out(entry: Entry) -> Component | None:
    """A moved meeting of a series whose new moment cannot be read: it is not held on the old one either."""
    component: Component = icalendar.Event.from_ical(replace(entry, is_whole=True).text)
    at_first = first(component, "RECURRENCE-ID")
    if moment_of(component, "RECURRENCE-ID") is None or not first(component, "UID"):
        return None
    component.pop("RRULE", None)
    component |= {"DTSTART": at_first, "RECURRENCE-ID": at_first, "STATUS": "CANCELLED", "SEQUENCE": 0, LINE: entry.number}
    return component


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _number(said: object) -> int:
    return int(said) if isinstance(said, int) else 0
