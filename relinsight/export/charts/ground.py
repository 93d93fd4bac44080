"""What every figure starts from: margins, type, axes without ornament."""

from __future__ import annotations

from html import escape
from typing import Any

import plotly.graph_objects as go

from relinsight.export.palette import BACKGROUND, INK, MUTED, RULE
from relinsight.languages.sentence import Speaker

Layout = dict[str, Any]
SANS = "Source Sans, sans-serif"
DARK = {"size": 12, "color": INK}
PALE_TEXT = {"size": 12, "color": MUTED}


def for_plotly(name: str) -> str:
    """Escape a name for Plotly, whose labels read a few tags and, where it can, mathematics between dollars."""
    return escape(name, quote=False).replace("$", "&#36;")


def speaker(language: str) -> Speaker:
    """Who says the words in a chart."""
    return Speaker(language, for_plotly)


def axis(**more: Any) -> Layout:
    """An axis without lines, ticks and zoom."""
    plain = {"showgrid": False, "zeroline": False, "ticks": "", "fixedrange": True, "showline": False}
    return plain | {"tickfont": PALE_TEXT} | more


def named_axis(**more: Any) -> Layout:
    """An axis whose ticks are names."""
    return axis(tickfont={"size": 13, "color": INK}) | more


def rows_axis(names: list[str], below: float = 0.4, **more: Any) -> Layout:
    """A vertical axis with one row a name, the first on top."""
    return named_axis(range=[len(names) - below, -0.6], tickvals=list(range(len(names))), ticktext=names) | more


def legend(**more: Any) -> Layout:
    """A legend in one line above the plot."""
    return {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": DARK, "itemclick": False} | more


def figure(traces: list[Layout], height: int, top: int = 6, **layout: Any) -> go.Figure:
    """A figure of these traces on the common base, with so many pixels of room above the plot."""
    base: Layout = {
        "margin": {"l": 0, "r": 0, "t": top, "b": 0, "pad": 4},
        "font": {"size": 13, "color": INK, "family": SANS},
        "showlegend": False,
        "dragmode": False,
        "barcornerradius": 2,
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": axis(),
        "yaxis": axis(),
    }
    return go.Figure({"data": traces, "layout": base | layout}, skip_invalid=False)


def words(x: Any, y: Any, said: str, **more: Any) -> Layout:
    """A label in the figure, without arrow."""
    return {"x": x, "y": y, "text": said, "showarrow": False, "font": PALE_TEXT} | more


def above(x: Any, said: str, **more: Any) -> Layout:
    """A label on the upper edge of the plot."""
    return words(x, 1, said, yref="paper", yanchor="bottom", **more)


def rule(x0: Any, x1: Any, y0: Any, y1: Any, **more: Any) -> Layout:
    """A straight line of one pixel."""
    line = {"color": RULE, "width": 1}
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below", "line": line} | more


def across(y: float, **more: Any) -> Layout:
    """A straight line over the whole width of the figure."""
    return rule(0, 1, y, y, xref="paper", **more)


def upright(x: Any, **more: Any) -> Layout:
    """The line in ink, over the whole height, that parts kept from late."""
    return rule(x, x, 0, 1, yref="paper", line={"color": INK, "width": 1.5}, **more)


def band(x0: Any, x1: Any, colour: str, opacity: float) -> Layout:
    """A pale strip over the whole height of the plot."""
    place = {"type": "rect", "x0": x0, "x1": x1, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return place | {"line": {"width": 0}, "fillcolor": colour, "opacity": opacity}


def marks(x: list[Any], y: list[Any], marker: Layout, **more: Any) -> Layout:
    """Marks that are not cut off at the edge of the plot."""
    plain = {"type": "scatter", "mode": "markers", "hoverinfo": "skip", "cliponaxis": False}
    return plain | {"x": x, "y": y, "marker": marker} | more


def line(x: list[Any], y: list[Any], style: Layout, **more: Any) -> Layout:
    """A line between points."""
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": style, "hoverinfo": "skip"} | more


def bars(x: list[Any], y: list[Any], colour: str | list[str], **more: Any) -> Layout:
    """Bars from left to right."""
    return {"type": "bar", "orientation": "h", "x": x, "y": y, "marker": {"color": colour}, "hoverinfo": "skip"} | more


def outline() -> Layout:
    """The thin edge in the background colour that parts overlapping marks."""
    return {"width": 1.2, "color": BACKGROUND}
