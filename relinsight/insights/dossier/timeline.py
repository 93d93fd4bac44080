"""The contacts with one partner, above the rhythm that it was promised."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Chart, Column
from relinsight.insights.naming import CONTACT_KINDS, called
from relinsight.words.name import Name
from relinsight.words.quantities import Days, Names, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


def timeline(reader: Reader, scope: Scope, head: Cells) -> Chart:
    """The contacts of the counting period, above the promised rhythm."""
    period = scope.counting
    found = reader.page("dossier_contacts", scope)
    inside = [row for row in found if period.first <= row["day"] <= period.last]
    rows = tuple(map(_worded, inside))
    spans = _spans([row["day"] for row in found if row["achieved"]], head["rhythm_days"], period.first, period.last)
    return Chart(
        "timeline",
        "timeline",
        _timeline_title(rows, spans),
        rows,
        TIMELINE_COLUMNS,
        text("The contacts with this partner, by day and kind."),
        text(
            "Filled: our initiative. Open: theirs. Cross: an attempt, which resets no clock. {first} to {last}.",
            first=period.first,
            last=period.last,
        ),
        {"first": period.first, "last": period.last, "spans": tuple(spans), "next": _next_promised(head)},
        height=110 + 30 * (len({row["kind"] for row in rows}) + 1),
        none=text("There was no contact in these days."),
    )


TIMELINE_COLUMNS = (
    Column("day", text("Day"), "day"),
    Column("kind_name", text("Kind")),
    Column("name", text("Subject")),
    Column("who", text("Our colleagues")),
    Column("achieved", text("Achieved"), "tick"),
)


def _worded(row: Cells) -> Cells:
    return {**row, "kind_name": called(CONTACT_KINDS, row["kind"]), "name": Name(row["subject"] or ""), "who": _who(row)}


def _next_promised(head: Cells) -> date | None:
    """The day up to which the rhythm allows silence; nothing where there was no contact or no rhythm."""
    if head["last_day"] is None or head["rhythm_days"] is None:
        return None
    return head["last_day"] + timedelta(days=head["rhythm_days"])


def _who(row: Cells) -> Text:
    return text("{names}", names=Names(tuple(map(Name, row["employees"] or ()))))


def _spans(days: list[date], rhythm: int | None, first: date, last: date) -> list[tuple[date, date, bool]]:
    """The counted days as stretches in time and too late: late from the day after the promise until the next contact."""
    if rhythm is None or not days:
        return []
    cuts: list[tuple[date, date, bool]] = []
    for start, end in pairwise([*sorted(set(days)), last]):
        due = start + timedelta(days=rhythm)
        cuts.append((start, min(due, end), False))
        if due < end:
            cuts.append((due, end, True))
    return [(max(start, first), end, late) for start, end, late in cuts if end > first and max(start, first) < end]


def _timeline_title(rows: tuple[Cells, ...], spans: list[tuple[date, date, bool]]) -> Text:
    achieved = sum(1 for row in rows if row["achieved"])
    said = counted("{number} contact in this period", "{number} contacts in this period", achieved, number=Spelled(achieved))
    late = [(end - start).days for start, end, is_late in spans if is_late]
    if not late:
        return text("{contacts}", contacts=said)
    gaps = counted(
        "{number} gap of {days} too late",
        "{number} gaps, the longest {days} too late",
        len(late),
        number=Spelled(len(late)),
        days=Days(max(late)),
    )
    return text("{contacts}, and {gaps}", contacts=said, gaps=gaps)
