"""How long partners of each tier have not heard from us, as parts of the whole tier."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, Layout, axis, bars, figure, legend, named_axis, speaker, words
from relinsight.export.palette import STATES
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker

NARROWEST = 260
NARROW = 0.03  # a part of less than three hundredths has no room for its number


def draw(chart: Chart, language: str) -> go.Figure:
    """Full bars per tier. Rows: tier, state, state_name, partners."""
    say = speaker(language)
    totals: Counter[str] = Counter()
    for row in chart.rows:
        totals[str(row["tier"])] += int(row["partners"])
    states = dict.fromkeys(str(row["state"]) for row in chart.rows)
    return figure(
        [_part([row for row in chart.rows if row["state"] == state], totals, say) for state in states],
        NARROWEST,
        chart.height,
        top=46,
        barmode="stack",
        bargap=0.45,
        showlegend=True,
        legend=legend(traceorder="normal"),
        annotations=[words(1.01, tier, say(total), xanchor="left", font=DARK) for tier, total in totals.items()],
        xaxis=axis(range=[0, 1.1], showticklabels=False),
        yaxis=named_axis(autorange="reversed"),
    )


def _part(rows: list[Cells], totals: Counter[str], say: Speaker) -> Layout:
    colour, ink = STATES[str(rows[0]["state"])]
    shares = [int(row["partners"]) / (totals[str(row["tier"])] or 1) for row in rows]
    numbers = {
        "text": [say(row["partners"]) if share >= NARROW else "" for row, share in zip(rows, shares, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": ink, "size": 12},
    }
    return bars(shares, [str(row["tier"]) for row in rows], colour, name=say(rows[0]["state_name"]), **numbers)
