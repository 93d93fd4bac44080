"""The chain of promises per tier: what holds at each link, and what falls away there."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, figure, named_axis, speaker, words
from relinsight.export.palette import BACKGROUND, FALL, KEPT, LOSS, MUTED, PALE
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.text import counted, text


def draw(chart: Chart, language: str) -> go.Figure:
    """One subplot a group on one scale: the share of the group. Rows: group, link, kept, lost, total, promised."""
    say = speaker(language)
    groups = list(dict.fromkeys(row["group"] for row in chart.rows))
    links = list(dict.fromkeys(say(row["link"]) for row in chart.rows))
    layout: Layout = {"yaxis": named_axis(autorange="reversed", categoryarray=links, categoryorder="array")}
    traces: list[Layout] = []
    notes: list[Layout] = []
    for number, group in enumerate(groups, start=1):
        rows = [row for row in chart.rows if row["group"] == group]
        suffix = "" if number == 1 else str(number)
        gap = 0.06
        width = (1 - gap * (len(groups) - 1)) / len(groups)
        start = (number - 1) * (width + gap)
        layout[f"xaxis{suffix}"] = axis(domain=[start, start + width], range=[0, 1.18], showticklabels=False, anchor=f"y{suffix}")
        if number > 1:
            layout[f"yaxis{suffix}"] = axis(
                autorange="reversed", categoryarray=links, categoryorder="array", showticklabels=False,
                anchor=f"x{suffix}", matches="y",
            )  # fmt: skip
        traces += _bars(rows, suffix, say)
        notes += _words(rows, suffix, say, start)
    return figure(traces, chart.height, barmode="stack", bargap=0.35, annotations=notes, **layout).update_layout(margin_t=30)


def _bars(rows: list[Cells], suffix: str, say: Speaker) -> list[Layout]:
    promised = [row for row in rows if row["promised"]]
    largest = max((int(row["lost"]) for row in promised), default=0)
    names = [say(row["link"]) for row in promised]
    common = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
        "hoverinfo": "skip",
    }
    kept = common | {
        "x": [_share(row, "kept") for row in promised],
        "marker": {"color": KEPT},
        "text": [f"<b>{say(row['kept'])}</b>" for row in promised],
        "textposition": "inside", "insidetextanchor": "start", "textangle": 0,
        "textfont": {"color": BACKGROUND, "size": 13},
    }  # fmt: skip
    lost = common | {
        "x": [_share(row, "lost") for row in promised],
        "marker": {"color": [FALL if largest and row["lost"] == largest else PALE for row in promised]},
    }
    return [kept, lost]


def _words(rows: list[Cells], suffix: str, say: Speaker, start: float) -> list[Layout]:
    head = f"<b>{say(rows[0]['group'])}</b> {say(counted('{n} partner', '{n} partners', int(rows[0]['total'])))}"
    notes = [words(start, 1, head, xref="paper", yref="paper", xanchor="left", yanchor="bottom", font={"size": 13})]
    for row in rows:
        place = {"xref": f"x{suffix}", "yref": f"y{suffix}", "xanchor": "left"}
        if not row["promised"]:
            notes.append(words(0.02, say(row["link"]), say(text("not promised")), **place, font={"size": 12, "color": MUTED}))
        elif row["lost"]:
            end = _share(row, "kept") + _share(row, "lost")
            notes.append(words(end + 0.01, say(row["link"]), f"−{say(row['lost'])}", **place, font={"size": 12, "color": LOSS}))
    return notes


def _share(row: Cells, name: str) -> float:
    return float(row[name]) / float(row["total"]) if row["total"] else 0.0
