"""What they say of us beside what we say of them, one row a dimension."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, figure, named_axis, outline, rule, speaker, words
from relinsight.export.palette import INK, PALE, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text


def draw(chart: Chart, language: str) -> go.Figure:
    """Both values on one line, never the gap alone. Rows: dimension, dimension_name, them, us, gap_said, sector."""
    say = speaker(language)
    rows = chart.rows
    sector = look(str(rows[0]["sector"]) if rows else None)
    known = [float(row[name]) for row in rows for name in ("them", "us") if row[name] is not None]
    low, high = max(0.0, min(known or [0.0]) - 12), min(100.0, max(known or [100.0]) + 12)
    traces = [
        *_joins(rows),
        _side(rows, "them", say(text("they say")), sector.symbol, sector.colour, 12 * sector.ink),
        _side(rows, "us", say(text("we say")), "circle", INK, 11),
    ]
    legend = {
        "orientation": "h",
        "x": 0,
        "y": 1.02,
        "yanchor": "bottom",
        "font": {"size": 12, "color": INK},
        "itemclick": False,
    }
    return figure(
        traces, chart.height, showlegend=True, legend=legend, annotations=_values(rows, say),
        shapes=[rule(0, 1, y + 0.5, y + 0.5, xref="paper") for y in range(len(rows) - 1)],
        xaxis=axis(domain=[0, 0.72], range=[low, high]),
        yaxis=named_axis(range=[len(rows) - 0.4, -0.6], tickvals=list(range(len(rows))), ticktext=[say(row["dimension_name"]) for row in rows]),
    ).update_layout(margin_t=34)  # fmt: skip


def _joins(rows: tuple[Cells, ...]) -> list[Layout]:
    return [
        {"type": "scatter", "mode": "lines", "x": [row["them"], row["us"]], "y": [y, y], "line": {"width": 5, "color": PALE}, "showlegend": False, "hoverinfo": "skip"}
        for y, row in enumerate(rows) if row["them"] is not None and row["us"] is not None
    ]  # fmt: skip


def _side(rows: tuple[Cells, ...], name: str, said: str, symbol: str, colour: str, size: float) -> Layout:
    known = [(y, float(row[name])) for y, row in enumerate(rows) if row[name] is not None]
    return {
        "type": "scatter", "mode": "markers", "name": said, "x": [x for _, x in known], "y": [y for y, _ in known],
        "marker": {"symbol": symbol, "color": colour, "size": size, "line": outline()}, "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip


def _values(rows: tuple[Cells, ...], say: Speaker) -> list[Layout]:
    notes: list[Layout] = []
    for y, row in enumerate(rows):
        notes += _pair(y, row, say)
        notes.append(
            words(
                0.76,
                y,
                say(row["gap_said"]),
                xref="paper",
                xanchor="left",
                align="left",
                font={"size": 12, "color": INK},
            )
        )
    return notes


def _pair(y: int, row: Cells, say: Speaker) -> list[Layout]:
    them, us = row["them"], row["us"]
    left_is_them = us is None or (them is not None and float(them) <= float(us))
    sides = [(them, left_is_them), (us, not left_is_them)]
    return [
        words(float(value), y, f"<b>{say(round(float(value)))}</b>", xanchor="right" if left else "left", xshift=-11 if left else 11, font={"size": 13, "color": INK})
        for value, left in sides if value is not None
    ]  # fmt: skip
