"""The map of sector by cluster: how many of the partners are covered, and where fewer than half are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil
from textwrap import wrap

import plotly.graph_objects as go

from relinsight.export.charts.ground import Layout, above, breadth, figure, for_plotly, marks, named_axis, rule, shortened, speaker, words
from relinsight.export.charts.labels import LETTER
from relinsight.export.palette import BACKGROUND, INK, LOSS, SEQUENTIAL, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.insights.white_spots import ALL, HALF
from relinsight.languages.sentence import Speaker
from relinsight.words.text import Text, text

GLYPHS, COLUMN = 26, 52  # pixels for the marks of the sectors, and for a cluster with a short name
DARK_FROM = 6 / 9  # from the seventh step of the sequential palette on, ink is no longer read
WIDEST = 12  # letters on one line above a column


@dataclass(frozen=True)
class Grid:
    """The rows of the chart by sector and cluster, each with its place; totals stand behind the others."""

    rows: tuple[Cells, ...]

    @cached_property
    def cells(self) -> dict[tuple[str, str], Cells]:
        """The row of each pair."""
        return {(str(row["sector"]), str(row["cluster"])): row for row in self.rows}

    @cached_property
    def sectors(self) -> dict[str, Text]:
        """The names of the sectors, from top to bottom."""
        return {str(row["sector"]): row["sector_name"] for row in self.rows}

    @cached_property
    def clusters(self) -> dict[str, Text]:
        """The names of the clusters, from left to right."""
        return {str(row["cluster"]): row["cluster_name"] for row in self.rows}


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: sector, sector_name, cluster, cluster_name, covered, partners; `all` in either is a total."""
    say = speaker(language)
    grid = Grid(chart.rows)
    high, wide = len(_inner(grid.sectors)), len(_inner(grid.clusters))
    heads = _heads(grid, language)
    names = [say(name) for name in grid.sectors.values()]
    ticks: Layout = {"tickvals": [_at(s, grid.sectors) for s in grid.sectors], "ticktext": names}
    return figure(
        [_heat(grid), *(_glyph(sector, y) for y, sector in enumerate(_inner(grid.sectors)))],
        breadth(names) + GLYPHS + _column(grid, language) * len(grid.clusters),
        chart.height,
        top=12 + 14 * max((note["text"].count("<br>") + 1 for note in heads), default=1),
        annotations=[*_numbers(grid, say), *heads],
        shapes=[*_boxes(grid), rule(-0.5, wide + 0.6, high - 0.42, high - 0.42)],
        xaxis=named_axis(range=[-0.75, wide + 0.6], showticklabels=False),
        yaxis=named_axis(range=[high + 0.6, -0.55], **ticks),
    )


def _inner(names: dict[str, Text]) -> list[str]:
    return [key for key in names if key != ALL]


def _at(key: str, names: dict[str, Text]) -> float:
    inner = _inner(names)
    return float(inner.index(key)) if key in inner else len(inner) + 0.1


def _share(cell: Cells | None) -> float | None:
    return None if not cell or not cell["partners"] else float(cell["covered"]) / float(cell["partners"])


def _is_white(cell: Cells | None) -> bool:
    share = _share(cell)
    return share is not None and share < HALF


def _heat(grid: Grid) -> Layout:
    sectors, clusters = _inner(grid.sectors), _inner(grid.clusters)
    return {
        "type": "heatmap",
        "x": list(range(len(clusters))),
        "y": list(range(len(sectors))),
        "z": [[_share(grid.cells.get((sector, cluster))) for cluster in clusters] for sector in sectors],
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
        _number(grid.cells.get((sector, cluster)), _at(cluster, grid.clusters), _at(sector, grid.sectors), say)
        for sector in grid.sectors
        for cluster in grid.clusters
    ]


def _number(cell: Cells | None, x: float, y: float, say: Speaker) -> Layout:
    share = _share(cell)
    if cell is None or share is None:
        return words(x, y, "·")
    total = ALL in (cell["sector"], cell["cluster"])
    said = say(text("{covered} of {partners}", covered=cell["covered"], partners=cell["partners"]))
    covered = say(cell["covered"])
    bold = said.replace(covered, f"<b>{covered}</b>", 1) if total or _is_white(cell) else said
    return words(x, y, bold, font={"size": 12, "color": INK if total or share < DARK_FROM else BACKGROUND})


def _heads(grid: Grid, language: str) -> list[Layout]:
    return [above(_at(cluster, grid.clusters), "<br>".join(map(for_plotly, parts))) for cluster, parts in _names(grid, language).items()]


def _names(grid: Grid, language: str) -> dict[str, list[str]]:
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
        if _is_white(grid.cells.get((sector, cluster)))
    ]


def _box(x: float, y: float) -> Layout:
    edges = {"x0": x - 0.47, "x1": x + 0.47, "y0": y - 0.46, "y1": y + 0.46}
    return {"type": "rect", **edges, "line": {"color": LOSS, "width": 1.5}}


def _glyph(sector: str, y: int) -> Layout:
    style = look(sector)
    return marks([-0.64], [y], {"symbol": style.symbol, "color": style.colour, "size": 10 * style.ink})


def _lines(name: str) -> list[str]:
    """A name over as many short lines as it needs; a long word parted by hyphens."""
    return [part for line in wrap(name, WIDEST, break_long_words=False, break_on_hyphens=False) for part in _parted(line)]


def _parted(word: str) -> list[str]:
    count = ceil(len(word) / WIDEST)
    size = ceil(len(word) / count)
    parts = [word[start : start + size] for start in range(0, len(word), size)]
    return [f"{part}-" for part in parts[:-1]] + parts[-1:]
