"""The contacts of one partner over the days that are counted, above the promised rhythm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import ceil

import plotly.graph_objects as go

from relinsight.export.charts.ground import Layout, above, across, axis, bars, figure, in_full, marks, speaker, upright, words
from relinsight.export.charts.rows import high, rows_axis
from relinsight.export.palette import BACKGROUND, FALL, INK, KEPT, LOSS
from relinsight.insights.exhibits.timeline import Contact, Stretch, Timeline
from relinsight.insights.naming import CONTACT_KINDS
from relinsight.languages.sentence import Speaker
from relinsight.words.calendar import days_after, days_before
from relinsight.words.quantities import ShortDay
from relinsight.words.text import Text, counted, text

NARROWEST = 600
ROW, AROUND = 30, 110
ORDER = tuple(CONTACT_KINDS)
A_DAY = 86_400_000  # milliseconds, in which Plotly writes the length of a bar of time
MONTHS, DAYS = 12, 8  # as many names of months, or of days, as there is room for below the plot
FEWEST = 2  # months that tell where in time one is


def draw(exhibit: Timeline, language: str) -> go.Figure:
    """One row a kind of contact, below them the rhythm."""
    say = speaker(language)
    rhythm = say(text("promised rhythm"))
    kinds = _kinds(exhibit.rows, say)
    last = exhibit.days.last
    named_day = above(last, say(_end(exhibit)), xanchor="right")
    return figure(
        [*_contacts(exhibit.rows, language), *(_bar(stretch, rhythm) for stretch in exhibit.stretches)],
        NARROWEST,
        high(len({row.kind for row in exhibit.rows}) + 1, ROW, AROUND),
        top=26,
        annotations=[named_day, *_late(exhibit.longest, rhythm, say), *_next(exhibit, rhythm, say)],
        barmode="overlay",
        bargap=0.4,
        shapes=[upright(last) | {"layer": "above"}, *map(across, range(len(kinds)))],
        xaxis=_days(exhibit, say),
        yaxis=_names([*kinds, rhythm] if exhibit.stretches else kinds),
    )


def _end(exhibit: Timeline) -> Text:
    return text("the as-of day") if exhibit.ends_today else text("the end of the period")


def _kinds(rows: tuple[Contact, ...], say: Speaker) -> list[str]:
    ordered = sorted(rows, key=lambda row: ORDER.index(row.kind) if row.kind in ORDER else len(ORDER))
    return list(dict.fromkeys(say(row.kind_name) for row in ordered))


def _names(names: list[str]) -> Layout:
    return rows_axis(names, type="category", categoryorder="array", categoryarray=names)


def _days(exhibit: Timeline, say: Speaker) -> Layout:
    first, last = exhibit.days.first, exhibit.days.last
    edge = max(last, exhibit.due or last)
    return axis(type="date", range=[days_before(first, 4), days_after(edge, 10)], **_months(first, last, say))


def _months(first: date, last: date, say: Speaker) -> Layout:
    """The first days of months; where fewer than two lie within, some of the days themselves."""
    starts = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in starts if first <= day <= last]
    if len(inside) < FEWEST:
        every = [days_after(first, number) for number in range((last - first).days + 1)]
        return _ticks(every[:: ceil(len(every) / DAYS)], lambda day: say(ShortDay(day)))
    return _ticks(inside[:: ceil(len(inside) / MONTHS)], lambda day: say(ShortDay(day)).split("\N{NO-BREAK SPACE}")[1])


def _ticks(days: list[date], name: Callable[[date], str]) -> Layout:
    """Days below the plot by their names, each year where it begins."""
    opens = [number == 0 or day.year != days[number - 1].year for number, day in enumerate(days)]
    named = [f"{name(day)}<br>{day.year}" if is_first else name(day) for day, is_first in zip(days, opens, strict=True)]
    return {"tickvals": days, "ticktext": named}


def _contacts(rows: tuple[Contact, ...], language: str) -> list[Layout]:
    done = [row for row in rows if row.achieved]
    groups = (
        ([row for row in done if row.initiative != "partner"], _marker("circle", KEPT, KEPT)),
        ([row for row in done if row.initiative == "partner"], _marker("circle", BACKGROUND, KEPT)),
        ([row for row in rows if not row.achieved], _marker("x-thin", INK, INK) | {"size": 8}),
    )
    return [_points(found, marker, language) for found, marker in groups if found]


def _marker(symbol: str, fill: str, edge: str) -> Layout:
    return {"symbol": symbol, "color": fill, "size": 11, "line": {"width": 2, "color": edge}}


def _points(rows: list[Contact], marker: Layout, language: str) -> Layout:
    said, say = [in_full(language)(row.name) for row in rows], speaker(language)
    return marks([row.day for row in rows], [say(row.kind_name) for row in rows], marker, text=said, hoverinfo="text+x")


def _bar(stretch: Stretch, rhythm: str) -> Layout:
    marker = {"color": FALL if stretch.is_late else KEPT, "line": {"width": 1, "color": BACKGROUND}}
    return bars([(stretch.days or 1) * A_DAY], [rhythm], KEPT) | {"base": [stretch.first], "marker": marker, "width": 0.42}


def _late(longest: Stretch | None, rhythm: str, say: Speaker) -> list[Layout]:
    if longest is None:
        return []
    middle = longest.first + (longest.last - longest.first) / 2
    said = say(counted("{n} day too late", "{n} days too late", longest.days))
    return [words(middle, rhythm, said, yshift=-22, font={"size": 12, "color": LOSS})]


def _next(exhibit: Timeline, rhythm: str, say: Speaker) -> list[Layout]:
    day = exhibit.due
    if day is None or day <= exhibit.days.last:
        return []
    return [words(day, rhythm, say(text("next by {day}", day=ShortDay(day))), yshift=-22, xanchor="right")]
