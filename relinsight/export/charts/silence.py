"""How long partners of each tier have not heard from us, as parts of the whole tier."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, figure, named_axis, speaker, words
from relinsight.export.palette import INK, STATES
from relinsight.insights.blocks import Chart

NARROW = 0.03  # a part of less than three hundredths has no room for its number


def draw(chart: Chart, language: str) -> go.Figure:
    """Full bars per tier. Rows: tier, state, state_name, partners."""
    say = speaker(language)
    totals: dict[str, int] = {}
    for row in chart.rows:
        totals[str(row["tier"])] = totals.get(str(row["tier"]), 0) + int(row["partners"])
    traces: list[Layout] = []
    for state in dict.fromkeys(str(row["state"]) for row in chart.rows):
        rows = [row for row in chart.rows if row["state"] == state]
        colour, ink = STATES[state]
        shares = [int(row["partners"]) / totals[str(row["tier"])] for row in rows]
        traces.append({
            "type": "bar", "orientation": "h", "name": say(rows[0]["state_name"]), "hoverinfo": "skip",
            "x": shares, "y": [str(row["tier"]) for row in rows], "marker": {"color": colour},
            "text": [say(row["partners"]) if share >= NARROW else "" for row, share in zip(rows, shares, strict=True)],
            "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
            "textfont": {"color": ink, "size": 12},
        })  # fmt: skip
    notes = [words(1.01, tier, say(total), xanchor="left", font={"size": 12, "color": INK}) for tier, total in totals.items()]
    legend = {
        "orientation": "h",
        "y": 1.02,
        "yanchor": "bottom",
        "x": 0,
        "font": {"size": 12, "color": INK},
        "traceorder": "normal",
    }
    return figure(
        traces, chart.height, barmode="stack", bargap=0.45, showlegend=True, legend=legend, annotations=notes,
        xaxis=axis(range=[0, 1.1], showticklabels=False), yaxis=named_axis(autorange="reversed"),
    ).update_layout(margin_t=46)  # fmt: skip
