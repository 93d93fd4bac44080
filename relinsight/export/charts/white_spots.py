"""The map of sector by cluster: how many of the partners are covered, and where fewer than half are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil
from textwrap import wrap
from typing import TypeVar

import plotly.graph_objects as go

from relinsight.access.choices import Sector
from relinsight.export.charts.ground import Layout, above, breadth, figure, for_plotly, marks, named_axis, rule, shortened, speaker, words
from relinsight.export.charts.labels import LETTER
from relinsight.export.charts.rows import high
from relinsight.export.charts.sector_marks import marker
from relinsight.export.palette import BACKGROUND, INK, LOSS, SEQUENTIAL, look
from relinsight.insights.exhibits.white_spots import ALL, ClusterKey, Every, SectorKey, Spot, WhiteSpots
from relinsight.languages.sentence import Speaker
from relinsight.words.name import Name
from relinsight.words.text import Text, text

Key = TypeVar("Key")

ROW, AROUND = 44, 70
GLYPHS, COLUMN = 26, 52  # pixels for the marks of the sectors, and for a cluster with a short name
DARK_FROM = 6 / 9  # from the seventh step of the sequential palette on, ink is no longer read
WIDEST = 12  # letters on one line above a column


@dataclass(frozen=True)
class Grid:
    """The rows of the chart by sector and cluster, each with its place; totals stand behind the others."""

    rows: tuple[Spot, ...]

    @cached_property
    def spots(self) -> dict[tuple[SectorKey, ClusterKey], Spot]:
        """The row of each pair."""
        return {(row.sector_key, row.cluster): row for row in self.rows}

    @cached_property
    def sectors(self) -> dict[SectorKey, Sector | Every]:
        """The sectors, from top to bottom."""
        return {row.sector_key: row.sector for row in self.rows}

    @cached_property
    def clusters(self) -> dict[ClusterKey, Text | Name]:
        """The names of the clusters, from left to right."""
        return {row.cluster: row.cluster_name for row in self.rows}


def draw(exhibit: WhiteSpots, language: str) -> go.Figure:
    """A number a sector and cluster, the darker the more is covered; totals behind a line."""
    say = speaker(language)
    grid = Grid(exhibit.rows)
    tall, wide = len(_inner(grid.sectors)), len(_inner(grid.clusters))
    heads = _heads(grid, language)
    names = [say(_sector_name(sector)) for sector in grid.sectors.values()]
    ticks: Layout = {"tickvals": [_at(s, grid.sectors) for s in grid.sectors], "ticktext": names}
    return figure(
        [_heat(grid), *_glyphs(grid)],
        breadth(names) + GLYPHS + _column(grid, language) * len(grid.clusters),
        high(tall + 1, ROW, AROUND),
        top=12 + 14 * max((note["text"].count("<br>") + 1 for note in heads), default=1),
        annotations=[*_numbers(grid, say), *heads],
        shapes=[*_boxes(grid), rule(-0.5, wide + 0.6, tall - 0.42, tall - 0.42)],
        xaxis=named_axis(range=[-0.75, wide + 0.6], showticklabels=False),
        yaxis=named_axis(range=[tall + 0.6, -0.55], **ticks),
    )


def _sector_name(sector: Sector | Every) -> Text | Name:
    return text("all") if isinstance(sector, Every) else sector.name


def _inner(found: Iterable[Key]) -> list[Key]:
    return [key for key in found if key is not ALL]


def _at(key: Key, found: Iterable[Key]) -> float:
    inner = _inner(found)
    return float(inner.index(key)) if key in inner else len(inner) + 0.1


def _share(spot: Spot | None) -> float | None:
    return spot.share if spot else None


def _heat(grid: Grid) -> Layout:
    sectors, clusters = _inner(grid.sectors), _inner(grid.clusters)
    return {
        "type": "heatmap",
        "x": list(range(len(clusters))),
        "y": list(range(len(sectors))),
        "z": [[_share(grid.spots.get((sector, cluster))) for cluster in clusters] for sector in sectors],
        "xgap": 3,
        "ygap": 3,
        "zmin": 0,
        "zmax": 1,
        "showscale": False,
        "hoverinfo": "skip",
        "colorscale": [[step / 9, colour] for step, colour in enumerate(SEQUENTIAL)],
    }


def _numbers(grid: Grid, say: Speaker) -> list[Layout]:
    return [
        _number(grid.spots.get((sector, cluster)), _at(cluster, grid.clusters), _at(sector, grid.sectors), say)
        for sector in grid.sectors
        for cluster in grid.clusters
    ]


def _number(spot: Spot | None, x: float, y: float, say: Speaker) -> Layout:
    if spot is None or spot.share is None:
        return words(x, y, "·")
    said = say(text("{covered} of {partners}", covered=spot.covered, partners=spot.partners))
    covered = say(spot.covered)
    bold = said.replace(covered, f"<b>{covered}</b>", 1) if spot.is_total or spot.is_white else said
    return words(x, y, bold, font={"size": 12, "color": INK if spot.is_total or spot.share < DARK_FROM else BACKGROUND})


def _heads(grid: Grid, language: str) -> list[Layout]:
    return [above(_at(cluster, grid.clusters), "<br>".join(map(for_plotly, parts))) for cluster, parts in _names(grid, language).items()]


def _names(grid: Grid, language: str) -> dict[ClusterKey, list[str]]:
    plain = Speaker(language, shortened)
    return {cluster: _lines(plain(name)) for cluster, name in grid.clusters.items()}


def _column(grid: Grid, language: str) -> int:
    """The pixels of a column in which no name touches that of its neighbour."""
    letters = [max(map(len, parts), default=0) for parts in _names(grid, language).values()]
    return max(COLUMN, *(int(LETTER * (left + right) / 2) for left, right in pairwise(letters)), 0)


def _boxes(grid: Grid) -> list[Layout]:
    return [
        _box(_at(cluster, grid.clusters), _at(sector, grid.sectors))
        for sector in _inner(grid.sectors)
        for cluster in _inner(grid.clusters)
        if (spot := grid.spots.get((sector, cluster))) and spot.is_white
    ]


def _box(x: float, y: float) -> Layout:
    edges = {"x0": x - 0.47, "x1": x + 0.47, "y0": y - 0.46, "y1": y + 0.46}
    return {"type": "rect", **edges, "line": {"color": LOSS, "width": 1.5}}


def _glyphs(grid: Grid) -> list[Layout]:
    looks = [look(sector) for sector in grid.sectors.values() if isinstance(sector, Sector)]
    return [marks([-0.64], [y], marker(seen, 10 * seen.ink)) for y, seen in enumerate(looks)]


def _lines(name: str) -> list[str]:
    """A name over as many short lines as it needs; a long word parted by hyphens."""
    return [part for line in wrap(name, WIDEST, break_long_words=False, break_on_hyphens=False) for part in _parted(line)]


def _parted(word: str) -> list[str]:
    count = ceil(len(word) / WIDEST)
    size = ceil(len(word) / count)
    parts = [word[start : start + size] for start in range(0, len(word), size)]
    return [f"{part}-" for part in parts[:-1]] + parts[-1:]
