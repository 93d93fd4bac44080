"""Amounts per group as bars with the sum written beside them."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import axis, figure, named_axis, speaker, words
from relinsight.export.palette import INK, KEPT
from relinsight.insights.blocks import Chart


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: name, amount, said."""
    say = speaker(language)
    amounts = [float(row["amount"]) for row in chart.rows]
    places = list(range(len(amounts)))
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": amounts,
        "y": places,
        "marker": {"color": KEPT},
        "hoverinfo": "skip",
    }
    notes = [
        words(amount, y, say(row["said"]), xanchor="left", xshift=6, font={"size": 12, "color": INK})
        for y, (amount, row) in enumerate(zip(amounts, chart.rows, strict=True))
    ]
    return figure(
        [bars], chart.height, bargap=0.4, annotations=notes,
        xaxis=axis(range=[0, 1.35 * max(amounts or [1.0])], showticklabels=False),
        yaxis=named_axis(range=[len(amounts) - 0.4, -0.6], tickvals=places, ticktext=[say(row["name"]) for row in chart.rows]),
    )  # fmt: skip
