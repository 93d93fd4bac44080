"""The partners of one sector by how long they were silent, as a share of what was promised."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, band, figure, named_axis, rule, speaker, words
from relinsight.export.palette import BACKGROUND, DIVERGING, INK, LOSS, MUTED, TIER_SIZE, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text

MOST = 4.2


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: name, tier, sector, ratio (empty: never or not promised), days, promised, covered, reason."""
    say = speaker(language)
    rows = chart.rows
    places = list(range(len(rows)))
    labels = [f"{say(row['name'])} <span style='color:{MUTED}'>{row['tier'] or ''}</span>" for row in rows]
    return figure(
        [*_stems(rows), _heads(rows)], chart.height,
        annotations=[*_texts(rows, say), *_top(say)],
        shapes=[band(1, 1.5, DIVERGING[2], 0.06), band(1.5, 3, DIVERGING[2], 0.11), band(3, MOST, DIVERGING[2], 0.17),
                rule(1, 1, 0, 1, yref="paper", line={"color": INK, "width": 1.5})],
        xaxis=axis(domain=[0, 0.6], range=[0, MOST], tickvals=[0, 1, 1.5, 3], title={"text": say(text("times the promised days")), "font": {"size": 12, "color": MUTED}}),
        yaxis=named_axis(range=[len(rows) - 0.4, -0.6], tickvals=places, ticktext=labels, tickfont={"size": 12, "color": INK}),
    ).update_layout(margin_t=26)  # fmt: skip


def _length(row: Cells) -> float:
    return MOST - 0.15 if row["ratio"] is None and row["never"] else min(float(row["ratio"] or 0), MOST - 0.15)


def _stems(rows: tuple[Cells, ...]) -> list[Layout]:
    return [
        {"type": "scatter", "mode": "lines", "x": [0, _length(row)], "y": [y, y], "hoverinfo": "skip",
         "line": {"width": 2, "color": look(str(row["sector"])).colour, "dash": "dot" if row["never"] else "solid"}}
        for y, row in enumerate(rows) if row["ratio"] is not None or row["never"]
    ]  # fmt: skip


def _heads(rows: tuple[Cells, ...]) -> Layout:
    shown = [(y, row) for y, row in enumerate(rows) if row["ratio"] is not None or row["never"]]
    style = look(str(rows[0]["sector"]) if rows else None)
    fills = [style.colour if row["covered"] else BACKGROUND for _, row in shown]
    sizes = [TIER_SIZE.get(str(row["tier"]), 7.0) * style.ink for _, row in shown]
    return {
        "type": "scatter", "mode": "markers", "x": [_length(row) for _, row in shown], "y": [y for y, _ in shown],
        "marker": {"symbol": style.symbol, "color": fills, "size": sizes, "opacity": 1, "line": {"width": 1.5, "color": style.colour}},
        "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip


def _texts(rows: tuple[Cells, ...], say: Speaker) -> list[Layout]:
    notes: list[Layout] = []
    for y, row in enumerate(rows):
        notes.append(words(0.75, y, say(row["said"]), xref="paper", xanchor="right", font={"size": 12, "color": INK}))
        if row["reason"] is not None:
            notes.append(words(0.78, y, say(row["reason"]), xref="paper", xanchor="left", font={"size": 12, "color": LOSS}))
    return notes


def _top(say: Speaker) -> list[Layout]:
    place = {"xref": "paper", "yref": "paper", "yanchor": "bottom"}
    return [
        words(0.75, 1, say(text("days")), xanchor="right", **place),
        words(0.78, 1, say(text("why not covered")), xanchor="left", **place),
    ]
