"""Chart blocks as plotly figures, one module a kind; screen and picture share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import plotly.graph_objects as go

from relinsight.export.charts import (
    amounts,
    both_sides,
    falling_bars,
    rhythm_and_view,
    rhythm_bars,
    sector_dots,
    silence,
    timeline,
    white_spots,
)
from relinsight.insights.blocks import Chart, ChartKind

DRAWERS: Mapping[ChartKind, Callable[[Chart, str], go.Figure]] = {
    "amounts": amounts.draw,
    "both_sides": both_sides.draw,
    "falling_bars": falling_bars.draw,
    "rhythm_and_view": rhythm_and_view.draw,
    "rhythm_bars": rhythm_bars.draw,
    "sector_dots": sector_dots.draw,
    "silence": silence.draw,
    "timeline": timeline.draw,
    "white_spots": white_spots.draw,
}


def drawn(chart: Chart, language: str) -> go.Figure:
    """The figure of a chart in one language, in the placeholders of the theme's colours."""
    return DRAWERS[chart.kind](chart, language)
