"""One factor for all that is measured in pixels, so that a picture of the page can be read across a meeting room."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

PIXELS = frozenset({"size", "height", "l", "r", "t", "b", "pad", "xshift", "yshift", "borderpad", "standoff"})
WITH_WIDTH = frozenset({"line", "layout"})  # a width is one of pixels there; that of a bar is one of the axis


def enlarged(figure: go.Figure, factor: float) -> go.Figure:
    """The same figure with letters, marks, lines and room so many times as large."""
    return go.Figure(_larger(figure.to_plotly_json(), factor, ""), skip_invalid=False)


def _larger(part: Any, factor: float, under: str) -> Any:
    if isinstance(part, dict):
        return {name: _of(name, value, factor, under) for name, value in part.items() if name != "template"}
    if isinstance(part, list | tuple):
        return [_larger(value, factor, under) for value in part]
    return part


def _of(name: str, value: Any, factor: float, under: str) -> Any:
    if name in PIXELS or (name == "width" and under in WITH_WIDTH):
        return _times(value, factor)
    return _larger(value, factor, name)


def _times(value: Any, factor: float) -> Any:
    if isinstance(value, list | tuple):
        return [_times(one, factor) for one in value]
    return value * factor if isinstance(value, int | float) else value
