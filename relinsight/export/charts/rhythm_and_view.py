"""Every partner by how long it was silent, against what it thinks of us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log2
from typing import NamedTuple

import plotly.graph_objects as go

from relinsight.access.choices import Sector
from relinsight.export.charts.bands import BEGINS, lateness
from relinsight.export.charts.ground import (
    DARK,
    Layout,
    above,
    across,
    axis,
    breadth,
    figure,
    in_full,
    legend,
    marks,
    outline,
    speaker,
    upright,
    words,
)
from relinsight.export.charts.labels import WIDTH, Point, placed
from relinsight.export.charts.sector_marks import partner_marker
from relinsight.export.palette import MUTED
from relinsight.insights.exhibits.rhythm_and_view import RhythmAndView, SilenceAndView
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Score
from relinsight.words.text import Text, text

NARROWEST, HEIGHT = 480, 480
TOP, UNDER, KEY, ENTRY = 26, 48, 20, 40  # pixels: above the plot, for the words below it, for a line of the legend, for a mark in it
LEAST, MOST = -2.0, 2.6
LEFT = LEAST - 0.15
EDGES = {state: log2(times) for state, times in BEGINS.items()}
STRIP = 6.0  # a step down from the lowest view: to the line, to the words and to the marks of partners without a view
GRID = (15, 30, 45, 60, 75, 90)


class Measured(NamedTuple):
    """A partner with a place on the doubling axis."""

    row: SilenceAndView
    x: float


class Seen(NamedTuple):
    """The same with a view of us."""

    row: SilenceAndView
    x: float
    view: float


@dataclass(frozen=True)
class Field:
    """The partners that have a place on the doubling axis, and the views between which they lie."""

    seen: list[Seen]
    blind: list[Measured]
    low: float
    high: float

    @property
    def bottom(self) -> float:
        """Where the plot ends, below the strip."""
        return self.low - 2.6 * STRIP

    @property
    def top(self) -> float:
        """Where the plot ends, above the highest view."""
        return self.high + 4

    @property
    def lines(self) -> list[int]:
        """The views at which a line is drawn."""
        return [view for view in GRID if self.low - 8 <= view <= self.high + 8]


def draw(exhibit: RhythmAndView, language: str) -> go.Figure:
    """Silence across, their view of us up; a strip below for those who gave none."""
    say = speaker(language)
    field = _field(exhibit.rows)
    sectors = sorted({mark.row.sector for mark in field.seen}, key=lambda sector: (sector.id is not None, sector.id or ""))
    below = UNDER + KEY * _lines_of_the_legend({say(mark.row.sector.name) for mark in field.seen})
    return figure(
        [*(_marks(sector, field.seen, language) for sector in sectors), _strip(field, language)],
        NARROWEST,
        HEIGHT,
        top=TOP,
        annotations=[*_axis_words(field, say), *_labels(field, exhibit.named, HEIGHT - TOP - below, say)],
        shapes=[*lateness(log2, MOST), upright(0), *map(across, field.lines), across(field.low - 0.7 * STRIP)],
        showlegend=True,
        legend=legend(yref="container", y=(below - UNDER) / HEIGHT, yanchor="top", itemdoubleclick=False),
        xaxis=axis(range=[LEFT, MOST], tickvals=[-2, -1, 0, 1, 2], ticktext=[say(name) for name in _ticks()]),
        yaxis=axis(range=[field.bottom, field.top], tickvals=field.lines),
    ).update_layout(margin_b=below)


def _field(rows: tuple[SilenceAndView, ...]) -> Field:
    measured = [Measured(row, where(row.ratio)) for row in rows if row.ratio is not None]
    seen = [Seen(mark.row, mark.x, mark.row.view) for mark in measured if mark.row.view is not None]
    views = [mark.view for mark in seen]
    return Field(seen, [mark for mark in measured if mark.row.view is None], min(views, default=30.0), max(views, default=80.0))


def _lines_of_the_legend(names: set[str]) -> int:
    """How many it needs on the narrowest screen; the room for them is kept, so that no other width moves the plot."""
    return ceil(len(names) / max(1, NARROWEST // (ENTRY + breadth(names))))


def _ticks() -> tuple[Text, ...]:
    return text("¼ or less"), text("half"), text("as promised"), text("twice"), text("4 times")


def where(ratio: float) -> float:
    """The place of an overdue ratio on the doubling axis, clipped at a quarter and at the right edge."""
    return max(LEAST, min(MOST - 0.08, log2(max(ratio, 1e-3))))


def _marks(sector: Sector, seen: list[Seen], language: str) -> Layout:
    own = [mark for mark in seen if mark.row.sector == sector]
    marker = partner_marker(sector, (mark.row.tier for mark in own), line=outline())
    return _named(own, [mark.view for mark in own], marker, language) | {"name": speaker(language)(sector.name)}


def _strip(field: Field, language: str) -> Layout:
    marker = {"symbol": "line-ns", "size": 9, "color": MUTED, "line": {"width": 1.4, "color": MUTED}}
    height = field.low - 1.9 * STRIP
    return _named(field.blind, [height] * len(field.blind), marker, language) | {"showlegend": False}


def _named(found: Sequence[Measured | Seen], heights: list[float], marker: Layout, language: str) -> Layout:
    """Marks that say whose they are when they are pointed at."""
    said = [_hover(mark.row, in_full(language)) for mark in found]
    return marks([mark.x for mark in found], heights, marker, text=said, hoverinfo="text")


def _hover(row: SilenceAndView, say: Speaker) -> str:
    view = text("not given") if row.view is None else text("{score}", score=Score(row.view))
    pattern = text("{name}, tier {tier}: {days} days, view {view}")
    return say(pattern.with_values(name=row.name, tier=row.tier, days=row.days, view=view))


def _axis_words(field: Field, say: Speaker) -> list[Layout]:
    under = {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -25}
    no_view = text("no view given, {n}", n=len(field.blind))
    return [
        above(0, say(text("their view of us, 0–100")), xref="paper", xanchor="left"),
        above(-0.04, say(text("in time")), xanchor="right"),
        words(0.5, 0, say(text("days since contact, as a share of what we promised")), **under),
        words(0, field.low - 1.15 * STRIP, say(no_view), xref="paper", xanchor="left"),
        *_band_names(say),
    ]


def _band_names(say: Speaker) -> list[Layout]:
    names = {"cooling": text("cooling"), "dormant": text("dormant"), "lost": text("lost")}
    return [above(edge + 0.04, say(names[state]), xanchor="left") for state, edge in EDGES.items()]


def _labels(field: Field, named: frozenset[str], height: int, say: Speaker) -> list[Layout]:
    """The names that the heading speaks of, set where the narrowest screen has room for them."""
    wide, tall = WIDTH / (MOST - LEFT), height / (field.top - field.bottom)
    points = [
        Point((mark.x - LEFT) * wide, (field.top - mark.view) * tall, say(mark.row.name) if mark.row.partner in named else "")
        for mark in field.seen
    ]
    return [words(spot.x / wide + LEFT, field.top - spot.y / tall, spot.said, xanchor="left", font=DARK) for spot in placed(points)]
