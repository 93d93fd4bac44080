"""The contacts of one partner over the days that are counted, above the promised rhythm."""

from __future__ import annotations

from datetime import date, timedelta

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, figure, named_axis, rule, speaker, words
from relinsight.export.palette import BACKGROUND, FALL, INK, KEPT, LOSS
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import ShortDay
from relinsight.words.text import text

ORDER = ("visit", "meeting", "call", "email", "letter", "event", "other")


def draw(chart: Chart, language: str) -> go.Figure:
    """One row a kind of contact, below them the rhythm.

    Rows: day, kind, kind_name, initiative, achieved, name. Options: first, last, spans (from, to, late), next.
    """
    say = speaker(language)
    kinds = [say(name) for name in dict.fromkeys(row["kind_name"] for row in sorted(chart.rows, key=lambda row: ORDER.index(row["kind"])))]
    spans = chart.options.get("spans") or ()
    rhythm = say(text("promised rhythm"))
    names = [*kinds, rhythm] if spans else kinds
    first, last = chart.options["first"], chart.options["last"]
    edge = max([last, *([chart.options["next"]] if chart.options.get("next") else [])])
    traces = [*_contacts(chart.rows, say), *_spans(spans, rhythm)]
    notes = [
        words(last, 1, say(text("the as-of day")), yref="paper", yanchor="bottom", xanchor="right"),
        *_late(spans, rhythm, say),
        *_next(chart, rhythm, say),
    ]
    return figure(
        traces, chart.height, annotations=notes, barmode="overlay", bargap=0.4,
        shapes=[rule(last, last, 0, 1, yref="paper", layer="above", line={"color": INK, "width": 1.5}), *_rows(kinds)],
        xaxis=axis(type="date", range=[first - timedelta(days=4), edge + timedelta(days=10)], **_months(first, last, say)),
        yaxis=named_axis(type="category", categoryorder="array", categoryarray=names, range=[len(names) - 0.4, -0.6], tickvals=list(range(len(names))), ticktext=names),
    ).update_layout(margin_t=26)  # fmt: skip


def _months(first: date, last: date, say: Speaker) -> Layout:
    starts = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    shown = [day for day in starts if first <= day <= last]
    step = max(1, len(shown) // 12)
    shown = shown[::step]
    short = [say(ShortDay(day)).split("\N{NO-BREAK SPACE}")[1] for day in shown]
    return {
        "tickvals": shown,
        "ticktext": [
            f"{name}<br>{day.year}" if i == 0 or day.month == 1 else name for i, (day, name) in enumerate(zip(shown, short, strict=True))
        ],
    }


def _contacts(rows: tuple[Cells, ...], say: Speaker) -> list[Layout]:
    groups = {
        "ours": [row for row in rows if row["achieved"] and row["initiative"] != "partner"],
        "theirs": [row for row in rows if row["achieved"] and row["initiative"] == "partner"],
        "attempt": [row for row in rows if not row["achieved"]],
    }
    looks = {"ours": ("circle", KEPT), "theirs": ("circle", BACKGROUND), "attempt": ("x-thin", INK)}
    return [
        {
            "type": "scatter", "mode": "markers", "x": [row["day"] for row in found], "y": [say(row["kind_name"]) for row in found],
            "marker": {"symbol": looks[name][0], "color": looks[name][1], "size": 11 if name != "attempt" else 8, "line": {"width": 2, "color": INK if name == "attempt" else KEPT}},
            "text": [say(row["name"]) for row in found], "hoverinfo": "text+x",
        }
        for name, found in groups.items() if found
    ]  # fmt: skip


def _spans(spans, rhythm: str) -> list[Layout]:  # noqa: ANN001
    return [
        {"type": "bar", "orientation": "h", "base": [start], "x": [((end - start).days or 1) * 86_400_000], "y": [rhythm], "marker": {"color": FALL if late else KEPT, "line": {"width": 1, "color": BACKGROUND}}, "hoverinfo": "skip", "width": 0.42}
        for start, end, late in spans
    ]  # fmt: skip


def _late(spans, rhythm: str, say: Speaker) -> list[Layout]:  # noqa: ANN001
    longest = max((span for span in spans if span[2]), key=lambda span: span[1] - span[0], default=None)
    if longest is None:
        return []
    start, end, _ = longest
    said = say(text("{n} days too late", n=(end - start).days))
    return [words(start + (end - start) / 2, rhythm, said, yshift=-22, font={"size": 12, "color": LOSS})]


def _next(chart: Chart, rhythm: str, say: Speaker) -> list[Layout]:
    day = chart.options.get("next")
    if day is None or day <= chart.options["last"]:
        return []
    return [words(day, rhythm, say(text("next by {day}", day=ShortDay(day))), yshift=-22, xanchor="right")]


def _rows(kinds: list[str]) -> list[Layout]:
    return [rule(0, 1, y, y, xref="paper") for y in range(len(kinds))]
