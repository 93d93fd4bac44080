"""What they say of us beside what we say of them, one row a dimension."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import Layout, across, axis, breadth, figure, legend, line, marks, outline, speaker, words
from relinsight.export.charts.rows import high, rows_axis, word_column
from relinsight.export.charts.sector_marks import SECTOR_SIZE, marker
from relinsight.export.palette import INK, PALE, Look, look
from relinsight.insights.exhibits.both_sides import BothSides, TwoViews
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Score
from relinsight.words.text import text

PLOT = 380  # pixels for the marks and the words beside them
ROW, AROUND, FEWEST = 62, 90, 2
END, WORDS = 0.68, 0.72  # where the plot ends, and where the words stand, as shares of the width
ROOM = 12  # points beside the lowest and the highest value
OURS = Look(INK, "circle", "", 11 / 12)


def draw(exhibit: BothSides, language: str) -> go.Figure:
    """Both values on one line."""
    say = speaker(language)
    rows = exhibit.rows
    names = [say(row.dimension_name) for row in rows]
    return figure(
        [*_joins(rows), *_sides(exhibit, say)],
        breadth(names) + PLOT,
        high(len(rows), ROW, AROUND, FEWEST),
        top=34,
        showlegend=True,
        legend=legend(),
        annotations=[note for y, row in enumerate(rows) for note in _words(y, row, say)],
        shapes=[across(y + 0.5) for y in range(len(rows) - 1)],
        xaxis=axis(domain=[0, END], range=_range(rows)),
        yaxis=rows_axis(names),
    )


def _range(rows: tuple[TwoViews, ...]) -> list[float]:
    known = [value for row in rows for value in (row.them, row.us) if value is not None]
    return [max(0.0, min(known, default=0.0) - ROOM), min(100.0, max(known, default=100.0) + ROOM)]


def _joins(rows: tuple[TwoViews, ...]) -> list[Layout]:
    return [
        line([row.them, row.us], [y, y], {"width": 5, "color": PALE}, showlegend=False)
        for y, row in enumerate(rows)
        if row.them is not None and row.us is not None
    ]


def _sides(exhibit: BothSides, say: Speaker) -> list[Layout]:
    theirs = [(y, row.them) for y, row in enumerate(exhibit.rows) if row.them is not None]
    ours = [(y, row.us) for y, row in enumerate(exhibit.rows) if row.us is not None]
    return [_side(theirs, say(text("they say")), look(exhibit.sector)), _side(ours, say(text("we say")), OURS)]


def _side(known: list[tuple[int, float]], said: str, seen: Look) -> Layout:
    mark = marker(seen, SECTOR_SIZE * seen.ink, line=outline())
    return marks([x for _, x in known], [y for y, _ in known], mark, name=said)


def _words(y: int, row: TwoViews, say: Speaker) -> list[Layout]:
    return [*_pair(y, row, say), *word_column(WORDS, {y: say(row.gap_said)}, align="left")]


def _pair(y: int, row: TwoViews, say: Speaker) -> list[Layout]:
    them, us = row.them, row.us
    left_is_them = us is None or (them is not None and them <= us)
    sides = ((them, left_is_them), (us, not left_is_them))
    return [_value(value, y, say, left=left) for value, left in sides if value is not None]


def _value(value: float, y: int, say: Speaker, *, left: bool) -> Layout:
    place = {"xanchor": "right", "xshift": -11} if left else {"xanchor": "left", "xshift": 11}
    return words(value, y, f"<b>{say(Score(value))}</b>", font={"size": 13, "color": INK}, **place)
