"""The contacts of one partner over the days that are counted, above the promised rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from relinsight.export.charts.ground import Layout, above, across, axis, bars, figure, in_full, marks, rows_axis, speaker, upright, words
from relinsight.export.palette import BACKGROUND, FALL, INK, KEPT, LOSS
from relinsight.insights.blocks import Cells, Chart
from relinsight.insights.naming import CONTACT_KINDS
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import ShortDay
from relinsight.words.text import counted, text

NARROWEST = 600
ORDER = tuple(CONTACT_KINDS)
A_DAY = 86_400_000  # milliseconds, in which Plotly writes the length of a bar of time
MONTHS = 12  # as many names as there is room for below the plot


@dataclass(frozen=True)
class Span:
    """A stretch of days in which the promised rhythm was kept, or was late."""

    first: date
    last: date
    late: bool

    @property
    def days(self) -> int:
        """How long it lasts."""
        return (self.last - self.first).days


def draw(chart: Chart, language: str) -> go.Figure:
    """One row a kind of contact, below them the rhythm.

    Rows: day, kind, kind_name, initiative, achieved, name. Options: first, last, spans (from, to, late), next.
    """
    say = speaker(language)
    spans = _spans(chart)
    rhythm = say(text("promised rhythm"))
    kinds = _kinds(chart.rows, say)
    last: date = chart.options["last"]
    named_day = above(last, say(text("the as-of day")), xanchor="right")
    return figure(
        [*_contacts(chart.rows, language), *(_bar(span, rhythm) for span in spans)],
        NARROWEST,
        chart.height,
        top=26,
        annotations=[named_day, *_late(spans, rhythm, say), *_next(chart, rhythm, say)],
        barmode="overlay",
        bargap=0.4,
        shapes=[upright(last) | {"layer": "above"}, *map(across, range(len(kinds)))],
        xaxis=_days(chart, say),
        yaxis=_names([*kinds, rhythm] if spans else kinds),
    )


def _spans(chart: Chart) -> list[Span]:
    return [Span(*span) for span in chart.options.get("spans") or ()]


def _kinds(rows: tuple[Cells, ...], say: Speaker) -> list[str]:
    ordered = sorted(rows, key=lambda row: ORDER.index(row["kind"]) if row["kind"] in ORDER else len(ORDER))
    return list(dict.fromkeys(say(row["kind_name"]) for row in ordered))


def _names(names: list[str]) -> Layout:
    return rows_axis(names, type="category", categoryorder="array", categoryarray=names)


def _days(chart: Chart, say: Speaker) -> Layout:
    first, last = chart.options["first"], chart.options["last"]
    edge = max(last, chart.options.get("next") or last)
    return axis(type="date", range=[first - timedelta(days=4), edge + timedelta(days=10)], **_months(first, last, say))


def _months(first: date, last: date, say: Speaker) -> Layout:
    starts = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in starts if first <= day <= last]
    shown = inside[:: max(1, len(inside) // MONTHS)]
    return {"tickvals": shown, "ticktext": [_month(day, say, with_year=day in shown[:1] or day.month == 1) for day in shown]}


def _month(day: date, say: Speaker, *, with_year: bool) -> str:
    name = say(ShortDay(day)).split("\N{NO-BREAK SPACE}")[1]
    return f"{name}<br>{day.year}" if with_year else name


def _contacts(rows: tuple[Cells, ...], language: str) -> list[Layout]:
    done = [row for row in rows if row["achieved"]]
    groups = (
        ([row for row in done if row["initiative"] != "partner"], _marker("circle", KEPT, KEPT)),
        ([row for row in done if row["initiative"] == "partner"], _marker("circle", BACKGROUND, KEPT)),
        ([row for row in rows if not row["achieved"]], _marker("x-thin", INK, INK) | {"size": 8}),
    )
    return [_points(found, marker, language) for found, marker in groups if found]


def _marker(symbol: str, fill: str, edge: str) -> Layout:
    return {"symbol": symbol, "color": fill, "size": 11, "line": {"width": 2, "color": edge}}


def _points(rows: list[Cells], marker: Layout, language: str) -> Layout:
    said, say = [in_full(language)(row["name"]) for row in rows], speaker(language)
    return marks([row["day"] for row in rows], [say(row["kind_name"]) for row in rows], marker, text=said, hoverinfo="text+x")


def _bar(span: Span, rhythm: str) -> Layout:
    marker = {"color": FALL if span.late else KEPT, "line": {"width": 1, "color": BACKGROUND}}
    return bars([(span.days or 1) * A_DAY], [rhythm], KEPT) | {"base": [span.first], "marker": marker, "width": 0.42}


def _late(spans: list[Span], rhythm: str, say: Speaker) -> list[Layout]:
    longest = max((span for span in spans if span.late), key=lambda span: span.days, default=None)
    if longest is None:
        return []
    middle = longest.first + (longest.last - longest.first) / 2
    said = say(counted("{n} day too late", "{n} days too late", longest.days))
    return [words(middle, rhythm, said, yshift=-22, font={"size": 12, "color": LOSS})]


def _next(chart: Chart, rhythm: str, say: Speaker) -> list[Layout]:
    day = chart.options.get("next")
    if day is None or day <= chart.options["last"]:
        return []
    return [words(day, rhythm, say(text("next by {day}", day=ShortDay(day))), yshift=-22, xanchor="right")]
