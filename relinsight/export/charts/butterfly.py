"""Rows to fill on the left, what is missing in the middle, figures completed on the right."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import DARK, PALE_TEXT, Layout, above, axis, bars, breadth, figure, speaker, words
from relinsight.export.charts.rows import high
from relinsight.export.palette import KEPT, PALE
from relinsight.insights.exhibits.butterfly import Butterfly, Gain
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text

WING, NUMBER = 130, 40  # pixels for the longest bar of a side, and for a number behind it
ROW, AROUND, FEWEST = 46, 30, 2
GAP = 12  # pixels between a wing and the words


def draw(exhibit: Butterfly, language: str) -> go.Figure:
    """A row a thing to fill in, each side on its own scale."""
    say = speaker(language)
    middle = _middle(exhibit, say)
    width = middle + 2 * (WING + NUMBER)
    edge = (WING + NUMBER) / width
    most_rows, most_figures = (max((getattr(row, name) for row in exhibit.rows), default=1) for name in ("rows", "figures"))
    room = 1 + NUMBER / WING
    return figure(
        [_wing([row.rows for row in exhibit.rows], PALE), _wing([row.figures for row in exhibit.rows], KEPT, xaxis="x2")],
        width,
        high(len(exhibit.rows), ROW, AROUND, FEWEST),
        top=24,
        bargap=0.5,
        annotations=[*_heads(edge, say), *(note for y, row in enumerate(exhibit.rows) for note in _notes(y, row, say))],
        xaxis=axis(domain=[0, edge], range=[most_rows * room, 0], showticklabels=False),
        xaxis2=axis(domain=[1 - edge, 1], range=[0, most_figures * room], showticklabels=False, anchor="y"),
        yaxis=axis(range=[max(len(exhibit.rows), 1) - 0.4, -0.6], showticklabels=False),
    )


def _middle(exhibit: Butterfly, say: Speaker) -> int:
    """The pixels of the words between the wings."""
    return breadth([say(said) for row in exhibit.rows for said in (row.lacking, row.where)]) + 2 * GAP


def _wing(lengths: list[int], colour: str, **more: str) -> Layout:
    return bars(list(lengths), list(range(len(lengths))), colour, **more)


def _notes(y: int, row: Gain, say: Speaker) -> list[Layout]:
    """The two numbers behind the bars, and what is missing and where between them."""
    middle: Layout = {"xref": "paper", "xanchor": "center"}
    return [
        words(row.rows, y, say(row.rows), font=DARK, xanchor="right", xshift=-6),
        words(row.figures, y, f"<b>{say(row.figures)}</b>", font=DARK, xref="x2", xanchor="left", xshift=6),
        words(0.5, y, say(row.lacking), font=DARK, yshift=8, **middle),
        words(0.5, y, say(row.where), font=PALE_TEXT, yshift=-8, **middle),
    ]


def _heads(edge: float, say: Speaker) -> list[Layout]:
    return [
        above(edge, say(text("rows to fill")), xref="paper", xanchor="right"),
        above(0.5, say(text("what is missing")), xref="paper", xanchor="center"),
        above(1 - edge, say(text("figures completed")), xref="paper", xanchor="left"),
    ]
