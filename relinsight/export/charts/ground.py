"""What every figure starts from: margins, type, axes without ornament."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape, unescape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from relinsight.export.palette import BACKGROUND, INK, MUTED, RULE
from relinsight.languages.sentence import Speaker
from relinsight.words.name import contained

Layout = dict[str, Any]
SANS = "Source Sans, sans-serif"
LETTER = 6.6  # pixels of one letter of a name beside the plot
NARROWEST = 200
SHORT, LINE = 32, 60  # letters of a name in a chart, and of one line where a mark is pointed at
DARK = {"size": 12, "color": INK}
PALE_TEXT = {"size": 12, "color": MUTED}


def for_plotly(name: str) -> str:
    """Escape a name for Plotly, whose labels read a few tags and mathematics, and for Streamlit, which reads colours after `#`."""
    return escape(name, quote=False).replace("#", "&#35;").replace("$", "&#36;")


def speaker(language: str) -> Speaker:
    """Who says the words in a chart, where a long name ends in dots; the table that says the same has all of it."""
    return Speaker(language, lambda name: for_plotly(shortened(name)))


def in_full(language: str) -> Speaker:
    """Who says whose mark it is that is pointed at: a long name over several lines."""
    return Speaker(language, lambda name: "<br>".join(map(for_plotly, wrap(contained(name), LINE, break_on_hyphens=False))))


def shortened(name: str) -> str:
    """A name on one line, cut where a chart has no more room."""
    plain = " ".join(name.split())
    return contained(plain if len(plain) <= SHORT else f"{plain[: SHORT - 1].rstrip()}…")


def breadth(names: Iterable[str]) -> int:
    """The pixels that the longest of these names takes beside the plot."""
    return round(LETTER * max((len(unescape(name)) for name in names), default=0))


def axis(**more: Any) -> Layout:
    """An axis without lines, ticks and zoom."""
    plain = {"showgrid": False, "zeroline": False, "ticks": "", "fixedrange": True, "showline": False}
    return plain | {"tickfont": PALE_TEXT} | more


def named_axis(**more: Any) -> Layout:
    """An axis whose ticks are names."""
    return axis(tickfont={"size": 13, "color": INK}) | more


def legend(**more: Any) -> Layout:
    """A legend in one line above the plot."""
    return {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": DARK, "itemclick": False} | more


def figure(traces: list[Layout], width: int, height: int, top: int = 6, **layout: Any) -> go.Figure:
    """A figure of these traces on the common base: the least width in which its words stay apart, its height, and the room on top."""
    base: Layout = {
        "margin": {"l": 0, "r": 0, "t": top, "b": 0, "pad": 4},
        "font": {"size": 13, "color": INK, "family": SANS},
        "showlegend": False,
        "dragmode": False,
        "barcornerradius": 2,
        "width": max(width, NARROWEST),
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
