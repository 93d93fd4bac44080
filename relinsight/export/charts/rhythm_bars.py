"""The partners of one sector by how long they were silent, as a share of what was promised."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.ground import (
    COOLING,
    DARK,
    DORMANT,
    PALE_TEXT,
    Layout,
    above,
    axis,
    breadth,
    figure,
    lateness,
    line,
    marks,
    rows_axis,
    speaker,
    upright,
    words,
)
from relinsight.export.palette import BACKGROUND, LOSS, MUTED, TIER_SIZE, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text

PLOT = 310  # pixels for the bars, the days and the reasons
MOST = 4.2  # times the promise at which the axis ends
END, DAYS, REASONS = 0.43, 0.62, 0.65  # where the plot ends, and where the columns of words stand
TICKS = (0, 1, COOLING, DORMANT)


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: name, tier, sector, ratio (empty: never or not promised), never, said (the days), covered, reason."""
    say = speaker(language)
    rows = chart.rows
    shown = [(y, row) for y, row in enumerate(rows) if row["ratio"] is not None or row["never"]]
    names = [f"{say(row['name'])} {say(row['tier'])}" for row in rows]
    under = {"text": say(text("times the promised days")), "font": PALE_TEXT}
    return figure(
        [*(_stem(y, row) for y, row in shown), _heads(shown)],
        breadth(names) + PLOT,
        chart.height,
        top=26,
        annotations=[*(note for y, row in enumerate(rows) for note in _texts(y, row, say)), *_top(say)],
        shapes=[*lateness([1, COOLING, DORMANT, MOST]), upright(1)],
        xaxis=axis(domain=[0, END], range=[0, MOST], tickvals=TICKS, ticktext=[say(tick) for tick in TICKS], title=under),
        yaxis=rows_axis([_label(row, say) for row in rows], tickfont=DARK),
    )


def _label(row: Cells, say: Speaker) -> str:
    return f"{say(row['name'])} <span style='color:{MUTED}'>{say(row['tier'])}</span>"


def _length(row: Cells) -> float:
    return MOST - 0.15 if row["never"] else min(float(row["ratio"]), MOST - 0.15)


def _stem(y: int, row: Cells) -> Layout:
    style = {"width": 2, "color": look(row["sector"]).colour, "dash": "dot" if row["never"] else "solid"}
    return line([0, _length(row)], [y, y], style)


def _heads(shown: list[tuple[int, Cells]]) -> Layout:
    style = look(shown[0][1]["sector"] if shown else None)
    marker = {
        "symbol": style.symbol,
        "color": [style.colour if row["covered"] else BACKGROUND for _, row in shown],
        "size": [TIER_SIZE.get(row["tier"], 7.0) * style.ink for _, row in shown],
        "opacity": 1,
        "line": {"width": 1.5, "color": style.colour},
    }
    return marks([_length(row) for _, row in shown], [y for y, _ in shown], marker)


def _texts(y: int, row: Cells, say: Speaker) -> list[Layout]:
    days = words(DAYS, y, say(row["said"]), xref="paper", xanchor="right", font=DARK)
    if row["reason"] is None:
        return [days]
    return [days, words(REASONS, y, say(row["reason"]), xref="paper", xanchor="left", font={"size": 12, "color": LOSS})]


def _top(say: Speaker) -> list[Layout]:
    return [
        above(DAYS, say(text("days")), xref="paper", xanchor="right"),
        above(REASONS, say(text("why not covered")), xref="paper", xanchor="left"),
    ]
