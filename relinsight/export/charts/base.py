"""What every figure starts from: margins, type, axes without ornament."""

from __future__ import annotations

from html import escape
from typing import Any

import plotly.graph_objects as go

from relinsight.export.palette import BACKGROUND, INK, MUTED, RULE
from relinsight.languages.sentence import Speaker

Layout = dict[str, Any]
SANS = "Source Sans, sans-serif"


def for_plotly(name: str) -> str:
    """Escape a name for Plotly, whose labels read a few tags."""
    return escape(name, quote=False)


def speaker(language: str) -> Speaker:
    """Who says the words in a chart."""
    return Speaker(language, for_plotly)


def axis(**more: Any) -> Layout:
    """An axis without lines, ticks and zoom."""
    plain = {"showgrid": False, "zeroline": False, "ticks": "", "fixedrange": True, "showline": False}
    return plain | {"tickfont": {"size": 12, "color": MUTED}} | more


def named_axis(**more: Any) -> Layout:
    """An axis whose ticks are names."""
    return axis(tickfont={"size": 13, "color": INK}) | more


def figure(traces: list[Layout], height: int, **layout: Any) -> go.Figure:
    """A figure of these traces on the common base."""
    base: Layout = {
        "margin": {"l": 0, "r": 0, "t": 6, "b": 0, "pad": 4},
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
    return {"x": x, "y": y, "text": said, "showarrow": False, "font": {"size": 12, "color": MUTED}} | more


def rule(x0: Any, x1: Any, y0: Any, y1: Any, **more: Any) -> Layout:
    """A straight line of one pixel."""
    line = {"color": RULE, "width": 1}
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below", "line": line} | more


def band(x0: Any, x1: Any, colour: str, opacity: float) -> Layout:
    """A pale strip over the whole height of the plot."""
    return {
        "type": "rect", "x0": x0, "x1": x1, "y0": 0, "y1": 1, "yref": "paper", "layer": "below",
        "line": {"width": 0}, "fillcolor": colour, "opacity": opacity,
    }  # fmt: skip


def outline() -> Layout:
    """The thin edge in the background colour that parts overlapping marks."""
    return {"width": 1.2, "color": BACKGROUND}
