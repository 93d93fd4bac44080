"""Amounts per group as bars with the sum written beside them."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, Layout, axis, bars, breadth, figure, speaker, words
from relinsight.export.charts.rows import high, rows_axis
from relinsight.export.palette import KEPT
from relinsight.insights.exhibits.amounts import Amounts

BARS = 400  # pixels for the bars and the sums beside them
ROW, AROUND, FEWEST = 34, 60, 2
ROOM = 0.35  # beside the longest bar, as a share of all bars, for its sum
BEHIND: Layout = {"xanchor": "left", "xshift": 6}
BEFORE: Layout = {"xanchor": "right", "xshift": -6}


def draw(exhibit: Amounts, language: str) -> go.Figure:
    """A bar a group from nothing: to the right what was granted, to the left what was taken back."""
    say = speaker(language)
    names = [say(row.name) for row in exhibit.rows]
    amounts = [float(row.amount) for row in exhibit.rows]
    notes = [
        words(amount, y, say(row.said), font=DARK, **(BEHIND if amount >= 0 else BEFORE))
        for y, (amount, row) in enumerate(zip(amounts, exhibit.rows, strict=True))
    ]
    return figure(
        [bars(amounts, list(range(len(amounts))), KEPT)],
        breadth(names) + BARS,
        high(len(names), ROW, AROUND, FEWEST),
        bargap=0.4,
        annotations=notes,
        xaxis=axis(range=_ends(amounts), showticklabels=False),
        yaxis=rows_axis(names),
    )


def _ends(amounts: list[float]) -> list[float]:
    """The first and the last amount on the axis, with room for the sums on each side that has any."""
    low, highest = min(amounts, default=0.0), max(amounts, default=0.0)
    room = ROOM * ((max(highest, 0.0) - min(low, 0.0)) or 1.0)
    return [low - room if low < 0 else 0.0, highest + room if highest >= 0 else 0.0]
