"""How long partners of each tier have not heard from us, as parts of the whole tier."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, Layout, axis, bars, figure, legend, named_axis, speaker, words
from relinsight.export.palette import STATES
from relinsight.insights.exhibits.state_shares import StateShare, StateShares
from relinsight.languages.sentence import Speaker

NARROWEST, HEIGHT = 260, 300
NARROW = 0.03  # a part of less than three hundredths has no room for its number


def draw(exhibit: StateShares, language: str) -> go.Figure:
    """Full bars per tier."""
    say = speaker(language)
    totals: Counter[str] = Counter()
    for row in exhibit.rows:
        totals[row.tier] += row.partners
    states = dict.fromkeys(row.state for row in exhibit.rows)
    return figure(
        [_part([row for row in exhibit.rows if row.state == state], totals, say) for state in states],
        NARROWEST,
        HEIGHT,
        top=46,
        barmode="stack",
        bargap=0.45,
        showlegend=True,
        legend=legend(traceorder="normal"),
        annotations=[words(1.01, tier, say(total), xanchor="left", font=DARK) for tier, total in totals.items()],
        xaxis=axis(range=[0, 1.1], showticklabels=False),
        yaxis=named_axis(autorange="reversed"),
    )


def _part(rows: list[StateShare], totals: Counter[str], say: Speaker) -> Layout:
    colour, ink = STATES[rows[0].state]
    shares = [row.partners / (totals[row.tier] or 1) for row in rows]
    numbers = {
        "text": [say(row.partners) if share >= NARROW else "" for row, share in zip(rows, shares, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": ink, "size": 12},
    }
    return bars(shares, [str(row.tier) for row in rows], colour, name=say(rows[0].state_name), **numbers)
