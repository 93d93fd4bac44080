"""A tick a row of a file: low and pale what stays as it is, full and dark what changes or is new, in rust what is to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import plotly.graph_objects as go

from relinsight.export.charts.ground import Layout, axis, figure, legend, speaker, words
from relinsight.export.palette import BACKGROUND, FALL, LOSS, RULE, SEQUENTIAL
from relinsight.insights.exhibits.ribbon import Ribbon, Tick
from relinsight.languages.sentence import Speaker
from relinsight.words.text import Text, text

NARROWEST, HEIGHT, TOP, BELOW = 320, 128, 34, 22
LOW = 0.55  # how high a row is that stays as it is, beside one that does not
FEW = 120  # ticks that stand apart
PALE = (BACKGROUND, RULE)
MARKED = 4  # rows whose number stands below
COLOURS = (BACKGROUND, RULE, SEQUENTIAL[4], SEQUENTIAL[8], LOSS, FALL)
CALLED: tuple[Callable[[int], Text], ...] = (
    lambda n: text("{n} left out", n=n),
    lambda n: text("{n} as before", n=n),
    lambda n: text("{n} changed", n=n),
    lambda n: text("{n} new", n=n),
    lambda n: text("{n} wait for a name", n=n),
    lambda n: text("{n} to mend", n=n),
)


def draw(exhibit: Ribbon, language: str) -> go.Figure:
    """The ticks in their order, each outcome in its colour, and the numbers of some rows below."""
    say = speaker(language)
    rows = exhibit.rows
    return figure(
        [_ticks(rows, at, say(CALLED[at](n))) for at, n in enumerate(exhibit.outcomes) if n],
        NARROWEST,
        HEIGHT,
        top=TOP,
        barmode="stack",
        bargap=0.18 if len(rows) <= FEW else 0,
        barcornerradius=0,
        showlegend=True,
        legend=legend(traceorder="normal"),
        annotations=list(_numbers(rows, say)),
        margin={"l": 0, "r": 0, "t": TOP, "b": BELOW},
        xaxis=axis(range=[-0.5, len(rows) - 0.5], showticklabels=False),
        yaxis=axis(range=[0, 1], showticklabels=False),
    )


def _ticks(rows: Sequence[Tick], at: int, called: str) -> Layout:
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [_height(row, at) for row in rows],
        "marker": {"color": COLOURS[at], "line": {"width": int(COLOURS[at] == BACKGROUND), "color": RULE}},
        "name": called,
        "hoverinfo": "skip",
    }


def _height(row: Tick, at: int) -> float:
    """The part of a tick that became this: of rows together each its share, and those that stay as they are lower."""
    share = row.outcomes[at] / row.total if row.total else 0.0
    return share * LOW if COLOURS[at] in PALE else share


def _numbers(rows: Sequence[Tick], say: Speaker) -> Iterator[Layout]:
    """The numbers of some rows below them, the first with the word for it."""
    last = len(rows) - 1
    for at in sorted({round(last * part / MARKED) for part in range(MARKED + 1)}) if rows else ():
        said = say(text("row {n}", n=rows[at].first)) if at == 0 else say(rows[at].last if at == last else rows[at].first)
        side = "left" if at == 0 else "right" if at == last else "center"
        edge = at - 0.5 if at == 0 else at + 0.5 if at == last else at
        yield words(edge, 0, said, yref="paper", xanchor=side, yanchor="top")
