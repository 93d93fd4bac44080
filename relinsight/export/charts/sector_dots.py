"""The sectors side by side: one row a sector, one narrow axis a measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import plotly.graph_objects as go

from relinsight.access.choices import Sector
from relinsight.export.charts.ground import (
    DARK,
    Layout,
    axis,
    breadth,
    figure,
    line,
    marks,
    rule,
    speaker,
    words,
)
from relinsight.export.charts.rows import high, rows_axis
from relinsight.export.charts.sector_marks import sector_marker
from relinsight.export.palette import BACKGROUND, INK, look
from relinsight.insights.exhibits.sector_dots import SectorDot, SectorDots
from relinsight.languages.sentence import Speaker

MEASURE = 128  # pixels for each measure
ROW, AROUND = 38, 90
GAP, FIRST = 0.035, 0.30  # between two measures; the width of the first one, as shares of the whole


@dataclass(frozen=True)
class Lane:
    """One measure: its rows, the sectors from top to bottom, the end of its axis's name and where it stands."""

    rows: list[SectorDot]
    sectors: list[Sector]
    suffix: str
    domain: list[float]

    @property
    def x(self) -> str:
        """The name of its axis."""
        return f"x{self.suffix}"

    @property
    def known(self) -> list[SectorDot]:
        """The rows of sectors that can be compared."""
        return [row for row in self.rows if row.value is not None]

    @property
    def of_all(self) -> float | None:
        """The value of all partners."""
        return self.rows[0].all

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The first and the last number on its axis, with room for words behind the dots."""
        found = [value for row in self.rows for value in (row.value, row.low, row.high, row.all) if value is not None]
        low, high = min(found, default=0.0), max(found, default=1.0)
        room = (high - low) or 1.0
        return low - 0.12 * room, high + 1.35 * room

    def place(self, row: SectorDot) -> int:
        """On which line a sector stands."""
        return self.sectors.index(row.sector)


def draw(exhibit: SectorDots, language: str) -> go.Figure:
    """One dot a sector and measure, a dotted line for all partners."""
    say = speaker(language)
    names = {row.sector: say(row.sector.name) for row in exhibit.rows}
    lanes = _lanes(exhibit, list(names))
    axes = {f"xaxis{lane.suffix}": _axis(lane) for lane in lanes}
    return figure(
        [trace for lane in lanes for trace in (*_intervals(lane), _dots(lane))],
        breadth(names.values()) + MEASURE * len(lanes),
        high(len(names), ROW, AROUND),
        top=44,
        annotations=[note for lane in lanes for note in (_head(lane, say), *_foot(lane, say), *_values(lane, say))],
        shapes=[shape for lane in lanes for shape in _lines(lane)],
        yaxis=rows_axis(list(names.values()), below=0.2),
        **axes,
    )


def _lanes(exhibit: SectorDots, sectors: list[Sector]) -> list[Lane]:
    measures = list(dict.fromkeys(row.measure for row in exhibit.rows))
    return [
        Lane(
            [row for row in exhibit.rows if row.measure == measure],
            sectors,
            str(number) if number > 1 else "",
            _domain(number, len(measures)),
        )
        for number, measure in enumerate(measures, start=1)
    ]


def _domain(number: int, count: int) -> list[float]:
    first = FIRST if count > 1 else 1.0
    width = (1 - first - GAP * (count - 1)) / max(count - 1, 1)
    start = 0.0 if number == 1 else first + GAP + (number - 2) * (width + GAP)
    return [start, first if number == 1 else start + width]


def _axis(lane: Lane) -> Layout:
    return axis(domain=lane.domain, range=list(lane.ends), showticklabels=False, anchor="y")


def _dots(lane: Lane) -> Layout:
    marker = sector_marker([row.sector for row in lane.known])
    return marks([row.value for row in lane.known], [lane.place(row) for row in lane.known], marker, xaxis=lane.x)


def _intervals(lane: Lane) -> list[Layout]:
    return [
        line(
            [row.low, row.high],
            [lane.place(row)] * 2,
            {"width": 4, "color": look(row.sector).colour},
            xaxis=lane.x,
            opacity=0.45,
        )
        for row in lane.known
        if row.low is not None and row.high is not None
    ]


def _head(lane: Lane, say: Speaker) -> Layout:
    said = f"<b>{say(lane.rows[0].measure_name)}</b><br>{say(lane.rows[0].measure_note)}"
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    return words(lane.domain[0], 1, said, font=DARK, **place)


def _foot(lane: Lane, say: Speaker) -> list[Layout]:
    """What all partners together reach, below their dotted line."""
    if lane.of_all is None:
        return []
    return [words(lane.of_all, len(lane.sectors) - 0.35, say(lane.rows[0].all_said), xref=lane.x)]


def _values(lane: Lane, say: Speaker) -> list[Layout]:
    place = {"xref": lane.x, "xanchor": "left", "bgcolor": BACKGROUND, "borderpad": 1}
    behind = {"font": DARK, "xshift": 9}
    return [words(*_beside(row, lane), say(row.said), **place, **(behind if row.value is not None else {})) for row in lane.rows]


def _beside(row: SectorDot, lane: Lane) -> tuple[float, int]:
    """Where the words of one dot begin: behind it and its interval; at the left where there is no dot."""
    if row.value is None:
        return lane.ends[0], lane.place(row)
    return max(row.value, row.value if row.high is None else row.high), lane.place(row)


def _lines(lane: Lane) -> list[Layout]:
    low, high = lane.ends
    found = [rule(low, high, y, y, xref=lane.x) for y in range(len(lane.sectors))]
    if lane.of_all is None:
        return found
    dotted = {"color": INK, "width": 1, "dash": "dot"}
    return [*found, rule(lane.of_all, lane.of_all, -0.5, len(lane.sectors) - 0.55, xref=lane.x, line=dotted)]
