"""Amounts per group as bars with the sum written beside them."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, axis, bars, breadth, figure, rows_axis, speaker, words
from relinsight.export.palette import KEPT
from relinsight.insights.blocks import Chart

BARS = 400  # pixels for the bars and the sums beside them


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: name, amount, said."""
    say = speaker(language)
    names = [say(row["name"]) for row in chart.rows]
    amounts = [float(row["amount"]) for row in chart.rows]
    notes = [
        words(amount, y, say(row["said"]), xanchor="left", xshift=6, font=DARK)
        for y, (amount, row) in enumerate(zip(amounts, chart.rows, strict=True))
    ]
    return figure(
        [bars(amounts, list(range(len(amounts))), KEPT)],
        breadth(names) + BARS,
        chart.height,
        bargap=0.4,
        annotations=notes,
        xaxis=axis(range=[0, 1.35 * (max(amounts, default=0.0) or 1.0)], showticklabels=False),
        yaxis=rows_axis(names),
    )
