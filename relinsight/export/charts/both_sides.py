"""What they say of us beside what we say of them, one row a dimension."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import (
    DARK,
    Layout,
    across,
    axis,
    breadth,
    figure,
    legend,
    line,
    marks,
    outline,
    rows_axis,
    speaker,
    words,
)
from relinsight.export.palette import INK, PALE, Look, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Score
from relinsight.words.text import text

PLOT = 380  # pixels for the marks and the words beside them
ROOM = 12  # points beside the lowest and the highest value


def draw(chart: Chart, language: str) -> go.Figure:
    """Both values on one line, never the gap alone. Rows: dimension, dimension_name, them, us, gap_said, sector."""
    say = speaker(language)
    rows = chart.rows
    names = [say(row["dimension_name"]) for row in rows]
    return figure(
        [*_joins(rows), *_sides(rows, say)],
        breadth(names) + PLOT,
        chart.height,
        top=34,
        showlegend=True,
        legend=legend(),
        annotations=[note for y, row in enumerate(rows) for note in _words(y, row, say)],
        shapes=[across(y + 0.5) for y in range(len(rows) - 1)],
        xaxis=axis(domain=[0, 0.68], range=_range(rows)),
        yaxis=rows_axis(names),
    )


def _range(rows: tuple[Cells, ...]) -> list[float]:
    known = [float(row[name]) for row in rows for name in ("them", "us") if row[name] is not None]
    return [max(0.0, min(known, default=0.0) - ROOM), min(100.0, max(known, default=100.0) + ROOM)]


def _joins(rows: tuple[Cells, ...]) -> list[Layout]:
    return [
        line([row["them"], row["us"]], [y, y], {"width": 5, "color": PALE}, showlegend=False)
        for y, row in enumerate(rows)
        if row["them"] is not None and row["us"] is not None
    ]


def _sides(rows: tuple[Cells, ...], say: Speaker) -> list[Layout]:
    sector = look(rows[0]["sector"] if rows else None)
    ours = Look(INK, "circle", "", 11 / 12)
    return [_side(rows, "them", say(text("they say")), sector), _side(rows, "us", say(text("we say")), ours)]


def _side(rows: tuple[Cells, ...], name: str, said: str, style: Look) -> Layout:
    known = [(y, float(row[name])) for y, row in enumerate(rows) if row[name] is not None]
    marker = {"symbol": style.symbol, "color": style.colour, "size": 12 * style.ink, "line": outline()}
    return marks([x for _, x in known], [y for y, _ in known], marker, name=said)


def _words(y: int, row: Cells, say: Speaker) -> list[Layout]:
    return [*_pair(y, row, say), words(0.72, y, say(row["gap_said"]), xref="paper", xanchor="left", align="left", font=DARK)]


def _pair(y: int, row: Cells, say: Speaker) -> list[Layout]:
    them, us = row["them"], row["us"]
    left_is_them = us is None or (them is not None and float(them) <= float(us))
    sides = ((them, left_is_them), (us, not left_is_them))
    return [_value(float(value), y, say, left=left) for value, left in sides if value is not None]


def _value(value: float, y: int, say: Speaker, *, left: bool) -> Layout:
    place = {"xanchor": "right", "xshift": -11} if left else {"xanchor": "left", "xshift": 11}
    return words(value, y, f"<b>{say(Score(value))}</b>", font={"size": 13, "color": INK}, **place)
