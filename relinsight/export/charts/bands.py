"""The states of silence as pale strips behind marks: where each begins, and how dark it is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from relinsight.export.charts.ground import Layout
from relinsight.export.palette import DIVERGING
from relinsight.insights.relations.silence import UP_TO

BEGINS = dict(zip(("cooling", "dormant", "lost"), UP_TO.values(), strict=True))  # times what was promised
SHADES = (0.06, 0.11, 0.17)


def band(x0: Any, x1: Any, colour: str, opacity: float) -> Layout:
    """A pale strip over the whole height of the plot."""
    place = {"type": "rect", "x0": x0, "x1": x1, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return place | {"line": {"width": 0}, "fillcolor": colour, "opacity": opacity}


def lateness(place: Callable[[float], float], end: float) -> list[Layout]:
    """Strips for cooling, dormant and lost from sight, each darker than the one before, up to the end of the axis."""
    edges = [*map(place, BEGINS.values()), end]
    return [band(first, last, DIVERGING[2], shade) for (first, last), shade in zip(pairwise(edges), SHADES, strict=True)]
