"""Amounts per group as bars with the sum written beside them."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, axis, bars, figure, rows_axis, speaker, words
from relinsight.export.palette import KEPT
from relinsight.insights.blocks import Chart


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: name, amount, said."""
    say = speaker(language)
    amounts = [float(row["amount"]) for row in chart.rows]
    notes = [
        words(amount, y, say(row["said"]), xanchor="left", xshift=6, font=DARK)
        for y, (amount, row) in enumerate(zip(amounts, chart.rows, strict=True))
    ]
    return figure(
        [bars(amounts, list(range(len(amounts))), KEPT)],
        chart.height,
        bargap=0.4,
        annotations=notes,
        xaxis=axis(range=[0, 1.35 * (max(amounts, default=0.0) or 1.0)], showticklabels=False),
        yaxis=rows_axis([say(row["name"]) for row in chart.rows]),
    )
