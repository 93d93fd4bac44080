"""The partners of one sector by how long they were silent, as a share of what was promised."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.access.choices import NO_SECTOR
from relinsight.export.charts.bands import BEGINS, lateness
from relinsight.export.charts.ground import (
    DARK,
    PALE_TEXT,
    Layout,
    axis,
    breadth,
    figure,
    line,
    marks,
    speaker,
    upright,
)
from relinsight.export.charts.rows import high, rows_axis, word_column
from relinsight.export.charts.sector_marks import partner_marker
from relinsight.export.palette import BACKGROUND, LOSS, MUTED, look
from relinsight.insights.exhibits.rhythm_bars import RhythmBars, Silence
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text

PLOT = 310  # pixels for the bars, the days and the reasons
ROW, AROUND, FEWEST = 24, 60, 3
MOST = 4.2  # times the promise at which the axis ends
END, DAYS, REASONS = 0.43, 0.62, 0.65  # where the plot ends, and where the columns of words stand
TICKS = (0, *(int(times) if times.is_integer() else times for times in BEGINS.values()))


def draw(exhibit: RhythmBars, language: str) -> go.Figure:
    """A stem a partner as long as its silence; behind it the days, and why it is not covered."""
    say = speaker(language)
    rows = exhibit.rows
    shown = [(y, row) for y, row in enumerate(rows) if row.ratio is not None or row.never]
    names = [f"{say(row.name)} {say(row.tier)}" for row in rows]
    under = {"text": say(text("times the promised days")), "font": PALE_TEXT}
    return figure(
        [*(_stem(y, row) for y, row in shown), _heads(shown)],
        breadth(names) + PLOT,
        high(len(rows), ROW, AROUND, FEWEST),
        top=26,
        annotations=[*_days(rows, say), *_reasons(rows, say)],
        shapes=[*lateness(float, MOST), upright(1)],
        xaxis=axis(domain=[0, END], range=[0, MOST], tickvals=TICKS, ticktext=[say(tick) for tick in TICKS], title=under),
        yaxis=rows_axis([_label(row, say) for row in rows], tickfont=DARK),
    )


def _label(row: Silence, say: Speaker) -> str:
    return f"{say(row.name)} <span style='color:{MUTED}'>{say(row.tier)}</span>"


def _length(row: Silence) -> float:
    """How long a stem is; that of a partner never met, or met too long ago, ends just before the axis does."""
    return MOST - 0.15 if row.never or row.ratio is None else min(row.ratio, MOST - 0.15)


def _stem(y: int, row: Silence) -> Layout:
    style = {"width": 2, "color": look(row.sector).colour, "dash": "dot" if row.never else "solid"}
    return line([0, _length(row)], [y, y], style)


def _heads(shown: list[tuple[int, Silence]]) -> Layout:
    sector = shown[0][1].sector if shown else NO_SECTOR
    colour = look(sector).colour
    fills = [colour if row.covered else BACKGROUND for _, row in shown]
    marker = partner_marker(sector, (row.tier for _, row in shown), color=fills, line={"width": 1.5, "color": colour})
    return marks([_length(row) for _, row in shown], [y for y, _ in shown], marker)


def _days(rows: tuple[Silence, ...], say: Speaker) -> list[Layout]:
    return word_column(DAYS, dict(enumerate(say(row.said) for row in rows)), say(text("days")), right=True)


def _reasons(rows: tuple[Silence, ...], say: Speaker) -> list[Layout]:
    said = {y: say(row.reason) for y, row in enumerate(rows) if row.reason is not None}
    return word_column(REASONS, said, say(text("why not covered")), font={"size": 12, "color": LOSS})
