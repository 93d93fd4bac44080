"""The heartbeat of the data: how many records of each kind bear a day in each of the last months, and how old the newest is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.data.rows import Beat
from relinsight.insights.exhibits.heartbeat import Heartbeat, Pulse
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

MONTHS, YEAR = 24, 12
OLD_AFTER_DAYS = 45  # a kind of record of which nothing newer came in stands still
KINDS: Mapping[str, Text] = {
    "position": text("positions"),
    "guest": text("guests"),
    "endorsement": text("endorsements"),
    "tie": text("ties"),
    "goal_update": text("goal updates"),
    "assessment": text("assessments"),
    "dealing": text("dealings"),
    "contact": text("contacts"),
    "question": text("questions"),
}


def heartbeat(reader: Reader, scope: Scope) -> Chart:
    """Each kind of record over two years, the one that stands still longest first."""
    beats = reader.page(Beat, "heartbeat", scope)
    by_kind = {kind: [beat for beat in beats if beat.kind == kind] for kind in KINDS}
    newest = {kind: max((beat.newest for beat in found), default=None) for kind, found in by_kind.items()}
    order = sorted(KINDS, key=lambda kind: newest[kind] or date.min)
    pulses = tuple(pulse for kind in order for pulse in _of_kind(kind, by_kind[kind], newest[kind], scope.as_of)) if beats else ()
    old = [kind for kind in order if _is_old(newest[kind], scope.as_of)]
    return Chart(
        "heartbeat",
        _title(old),
        Heartbeat(pulses),
        COLUMNS,
        text("Records of each kind in each of the last {months} months.", months=MONTHS),
        text(
            "Records by the month of their own day, over two years; dark is the most of its kind. The newest day stands at the right, "
            "in rust where it is older than {days} days.",
            days=OLD_AFTER_DAYS,
        ),
        text("There are no records yet."),
        tuple(_line(kind, pulses) for kind in order) if pulses else (),
    )


class KindLine(NamedTuple):
    """One kind of record: how many in the year before the last, in the last one, its newest day, and whether that is old."""

    kind: Text
    before: int
    last: int
    newest: date | None
    is_old: bool


COLUMNS = (
    TableColumn("kind", text("Kind")),
    TableColumn("before", text("The year before"), "number"),
    TableColumn("last", text("Last 12 months"), "number"),
    TableColumn("newest", text("Newest"), "day"),
    TableColumn("is_old", text("Stands still"), "tick"),
)


def _line(kind: str, pulses: Sequence[Pulse]) -> KindLine:
    own = [pulse for pulse in pulses if pulse.kind == KINDS[kind]]
    before, last = (sum(pulse.records for pulse in part) for part in (own[:-YEAR], own[-YEAR:]))
    return KindLine(KINDS[kind], before, last, own[-1].newest, own[-1].is_old)


def _of_kind(kind: str, beats: Sequence[Beat], newest: date | None, day: date) -> Iterator[Pulse]:
    records = {beat.month: beat.records for beat in beats}
    months = _months(day)
    most = max((records.get(month, 0) for month in months), default=0)
    for month in months:
        n = records.get(month, 0)
        yield Pulse(KINDS[kind], month, n, n / most if most else 0.0, newest, _is_old(newest, day))


def _months(day: date) -> list[date]:
    """The first days of the last months, that of the day last."""
    last = day.year * YEAR + day.month - 1
    first = max(last - MONTHS + 1, date.min.year * YEAR)
    return [date(at // YEAR, at % YEAR + 1, 1) for at in range(first, last + 1)]


def _is_old(newest: date | None, day: date) -> bool:
    return newest is None or (day - newest).days > OLD_AFTER_DAYS


def _title(old: Sequence[str]) -> Text:
    if not old:
        return text("Every kind of record is fresh")
    if len(old) == 1:
        return text("One kind of record stands still: {kind}", kind=KINDS[old[0]])
    if len(old) == len(KINDS):
        return text("Every kind of record stands still")
    return counted("{n} kind of records stands still", "{n} kinds of records stand still", len(old)).with_values(n=Spelled(len(old)))
