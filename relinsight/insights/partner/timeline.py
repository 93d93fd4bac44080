"""The contacts with one partner, above the rhythm that it was promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.timeline import Contact, Stretch, Timeline
from relinsight.insights.naming import CONTACT_KINDS, called
from relinsight.insights.partner.rows import ContactDay, ContactRow, Head
from relinsight.words.calendar import days_after
from relinsight.words.name import Name
from relinsight.words.quantities import Days, Names, Spelled
from relinsight.words.scope import Period, Scope
from relinsight.words.text import Text, counted, text


def timeline(reader: Reader, scope: Scope, head: Head) -> Chart:
    """The contacts of the counting period, as far as it is seen, above the promised rhythm."""
    days = _seen(scope)
    met = [row.day for row in reader.page(ContactDay, "dossier_contact_days", scope)]
    exhibit = Timeline(
        rows=tuple(map(_contact, reader.page(ContactRow, "dossier_contacts", scope))),
        days=days,
        stretches=tuple(_stretches(met, head.rhythm_days, days)),
        due=_due(head) if days.last == scope.as_of else None,
        ends_today=days.last == scope.as_of,
    )
    return Chart(
        "timeline",
        _title(exhibit),
        exhibit,
        COLUMNS,
        text("The contacts with this partner, by day and kind."),
        text(
            "Filled: our initiative. Open: theirs. Cross: an attempt, which resets no clock. {first} to {last}.",
            first=days.first,
            last=days.last,
        ),
        text("There was no contact in these days."),
    )


def _seen(scope: Scope) -> Period:
    """The counted days as far as they are seen: nothing after the as-of day is."""
    return Period(scope.counting.first, min(scope.counting.last, scope.as_of))


COLUMNS = (
    TableColumn("day", text("Day"), "day"),
    TableColumn("kind_name", text("Kind")),
    TableColumn("name", text("Subject")),
    TableColumn("who", text("Our colleagues")),
    TableColumn("achieved", text("Achieved"), "tick"),
)


def _contact(row: ContactRow) -> Contact:
    return Contact(
        moment=row.moment,
        day=row.day,
        kind=row.kind,
        kind_name=called(CONTACT_KINDS, row.kind),
        achieved=row.achieved,
        initiative=row.initiative,
        occasion=row.occasion,
        name=row.subject or Name(""),
        who=text("{names}", names=Names(tuple(map(Name, row.employees or ())))),
    )


def _due(head: Head) -> date | None:
    """The day up to which the rhythm allows silence; nothing where there was no contact or no rhythm."""
    if head.last_day is None or head.rhythm_days is None:
        return None
    return days_after(head.last_day, head.rhythm_days)


def _stretches(met: Iterable[date], rhythm: int | None, days: Period) -> Iterable[Stretch]:
    """The days as stretches in time and too late: late from the day after the promise until the next contact."""
    if rhythm is None:
        return
    seen = [day for day in met if day <= days.last]
    for start, end in pairwise([*seen, days.last]):
        due = days_after(start, rhythm)
        for first, last, is_late in ((start, min(due, end), False), (due, end, True)):
            if max(first, days.first) < last:
                yield Stretch(max(first, days.first), last, is_late)


def _title(exhibit: Timeline) -> Text:
    achieved = sum(row.achieved for row in exhibit.rows)
    said = counted("{number} contact in this period", "{number} contacts in this period", achieved, number=Spelled(achieved))
    longest, late = exhibit.longest, len(exhibit.late)
    if longest is None:
        return text("{contacts}", contacts=said)
    gaps = counted(
        "{number} gap of {days} too late",
        "{number} gaps, the longest {days} too late",
        late,
        number=Spelled(late),
        days=Days(longest.days),
    )
    return text("{contacts}, and {gaps}", contacts=said, gaps=gaps)
