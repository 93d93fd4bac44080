"""A row a kind of record, a cell a month: the darker the more, each kind to its own most."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, PALE_TEXT, Layout, above, breadth, figure, named_axis, speaker, words
from relinsight.export.charts.rows import high, rows_axis
from relinsight.export.palette import LOSS, RULE, SEQUENTIAL
from relinsight.insights.exhibits.heartbeat import Heartbeat, Pulse
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import ShortDay
from relinsight.words.text import text

CELL, DAY = 7, 56  # pixels of a month, and of the newest day beside the months
ROW, AROUND = 40, 40
YEAR = 12


def draw(exhibit: Heartbeat, language: str) -> go.Figure:
    """The cells, the newest day at the right, and a month a year below."""
    say = speaker(language)
    names = [say(row.kind) for row in exhibit.kinds]
    months = len(exhibit.months)
    beside = months * (1 + DAY / (CELL * max(months, 1)))
    marked = list(range(0, months, YEAR))
    return figure(
        [_cells(exhibit)],
        breadth(names) + CELL * months + DAY,
        high(len(names), ROW, AROUND),
        top=24,
        annotations=[
            above(beside, say(text("newest")), xanchor="right"),
            *(_newest(y, row, beside, say) for y, row in enumerate(exhibit.kinds)),
        ],
        xaxis=named_axis(
            range=[-0.6, beside],
            tickvals=marked,
            ticktext=[f"{exhibit.months[at]:%m-%Y}" for at in marked],
            tickfont=PALE_TEXT,
        ),
        yaxis=rows_axis(names),
    )


def _cells(exhibit: Heartbeat) -> Layout:
    months = len(exhibit.months)
    shares = [row.share or None for row in exhibit.rows]
    return {
        "type": "heatmap",
        "x": list(range(months)),
        "y": list(range(len(exhibit.kinds))),
        "z": [shares[at : at + months] for at in range(0, len(shares), months)] if months else [],
        "xgap": 1,
        "ygap": 14,
        "zmin": 0,
        "zmax": 1,
        "showscale": False,
        "hoverinfo": "skip",
        "colorscale": [[0, RULE], *([(step + 1) / len(SEQUENTIAL), colour] for step, colour in enumerate(SEQUENTIAL))],
    }


def _newest(y: int, row: Pulse, beside: float, say: Speaker) -> Layout:
    said = say(text("none")) if row.newest is None else say(ShortDay(row.newest, with_year=row.newest < row.month.replace(day=1, month=1)))
    return words(beside, y, said, xanchor="right", font={**DARK, "color": LOSS} if row.is_old else DARK)
