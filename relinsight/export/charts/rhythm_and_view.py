"""Every partner by how long it was silent, against what it thinks of us."""

from __future__ import annotations

from math import log2

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, band, figure, outline, rule, speaker, words
from relinsight.export.charts.labels import Point, placed
from relinsight.export.palette import DIVERGING, INK, MUTED, RULE, TIER_SIZE, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text

LEAST, MOST = -2.0, 2.6
EDGES = {"cooling": 0.0, "dormant": log2(1.5), "lost": log2(3)}
STRIP = 6.0  # how far below the lowest view the strip of partners without a view stands


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: partner, name, sector, sector_name, tier, ratio, view (empty: none given), label (whether it is named)."""
    say = speaker(language)
    seen = [row for row in chart.rows if row["view"] is not None and row["ratio"] is not None]
    blind = [row for row in chart.rows if row["view"] is None and row["ratio"] is not None]
    low = min([float(row["view"]) for row in seen] or [30.0])
    high = max([float(row["view"]) for row in seen] or [80.0])
    floor = low - 2.2 * STRIP
    traces = [_marks(sector, seen, say) for sector in sorted({str(row["sector"]) for row in seen})]
    traces.append(_strip(blind, low - 1.4 * STRIP, say))
    size = (floor - 1, high + 4)
    notes = [*_axis_words(low, high, len(blind), say), *_labels(seen, size, chart.height, say)]
    return figure(
        traces, chart.height, annotations=notes, shapes=[*_bands(), *_rules(low, high, say)],
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.13, "yanchor": "top", "font": {"size": 12, "color": INK}, "itemclick": False, "itemdoubleclick": False},
        xaxis=axis(range=[LEAST - 0.15, MOST], tickvals=[-2, -1, 0, 1, 2], ticktext=[say(name) for name in _ticks()]),
        yaxis=axis(range=list(size), tickvals=[v for v in (15, 30, 45, 60, 75, 90) if low - 8 <= v <= high + 8]),
    ).update_layout(margin_t=26, margin_b=20)  # fmt: skip


def _ticks():  # noqa: ANN202
    return text("¼ or less"), text("half"), text("as promised"), text("twice"), text("4 times")


def where(ratio: float) -> float:
    """The place of an overdue ratio on the doubling axis, clipped at a quarter and at the right edge."""
    return max(LEAST, min(MOST - 0.08, log2(max(ratio, 1e-3))))


def _marks(sector: str, seen: list[Cells], say: Speaker) -> Layout:
    rows = [row for row in seen if str(row["sector"]) == sector]
    style = look(sector)
    sizes = [TIER_SIZE.get(str(row["tier"]), 7.0) * style.ink for row in rows]
    return {
        "type": "scatter", "mode": "markers", "name": say(rows[0]["sector_name"]),
        "x": [where(float(row["ratio"])) for row in rows], "y": [float(row["view"]) for row in rows],
        "marker": {"symbol": style.symbol, "color": style.colour, "size": sizes, "line": outline(), "opacity": 1},
        "text": [_hover(row, say) for row in rows], "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip


def _hover(row: Cells, say: Speaker) -> str:
    return say(
        text(
            "{name}, tier {tier}: {days} days, view {view}",
            name=row["name"],
            tier=row["tier"],
            days=row["days"],
            view=_view(row),
        )
    )


def _view(row: Cells):  # noqa: ANN202
    return text("not given") if row["view"] is None else text("{score}", score=round(float(row["view"])))


def _strip(blind: list[Cells], y: float, say: Speaker) -> Layout:
    return {
        "type": "scatter", "mode": "markers", "showlegend": False, "hoverinfo": "text", "cliponaxis": False,
        "x": [where(float(row["ratio"])) for row in blind], "y": [y] * len(blind),
        "text": [_hover(row, say) for row in blind],
        "marker": {"symbol": "line-ns", "size": 9, "color": MUTED, "line": {"width": 1.4, "color": MUTED}},
    }  # fmt: skip


def _bands() -> list[Layout]:
    edges = [*EDGES.values(), MOST]
    return [band(edges[i], edges[i + 1], DIVERGING[2], opacity) for i, opacity in enumerate((0.06, 0.11, 0.17))]


def _rules(low: float, high: float, say: Speaker) -> list[Layout]:
    promised = rule(0, 0, 0, 1, yref="paper", line={"color": INK, "width": 1.5})
    lines = [rule(0, 1, v, v, xref="paper") for v in (15, 30, 45, 60, 75, 90) if low - 8 <= v <= high + 8]
    return [
        promised,
        *lines,
        rule(0, 1, low - 0.7 * STRIP, low - 0.7 * STRIP, xref="paper", line={"color": RULE, "width": 1}),
    ]


def _axis_words(low: float, high: float, blind: int, say: Speaker) -> list[Layout]:
    top = {"yref": "paper", "yanchor": "bottom"}
    notes = [
        words(0, 1, say(text("their view of us, 0–100")), xref="paper", xanchor="left", **top),
        words(-0.04, 1, say(text("in time")), xanchor="right", **top),
        words(
            0.5,
            -0.07,
            say(text("days since contact, as a share of what we promised")),
            xref="paper",
            yref="paper",
            yanchor="top",
        ),
        words(0, low - 1.05 * STRIP, say(text("no view given, {n}", n=blind)), xref="paper", xanchor="left"),
    ]
    names = (text("cooling"), text("dormant"), text("lost"))
    places = zip(EDGES.values(), names, strict=True)
    return notes + [words(edge + 0.04, 1, say(name), xanchor="left", **top) for edge, name in places]


def _labels(seen: list[Cells], size: tuple[float, float], height: int, say: Speaker) -> list[Layout]:
    wide, tall = 520 / (MOST - LEAST + 0.15), (height - 70) / (size[1] - size[0])
    points = [
        Point(
            (where(float(row["ratio"])) - LEAST + 0.15) * wide,
            (size[1] - float(row["view"])) * tall,
            say(row["name"]) if row["label"] else "",
        )
        for row in seen
    ]
    return [
        words(
            spot.x / wide + LEAST - 0.15,
            size[1] - spot.y / tall,
            spot.said,
            xanchor="left",
            font={"size": 12, "color": INK},
        )
        for spot in placed(points)
    ]
