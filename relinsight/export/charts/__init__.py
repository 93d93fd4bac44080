"""Exhibits as plotly figures, one drawer a kind; screen and picture share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import plotly.graph_objects as go

from relinsight.export.charts import (
    amounts,
    both_sides,
    butterfly,
    falling_bars,
    heartbeat,
    rhythm_and_view,
    rhythm_bars,
    ribbon,
    sector_dots,
    state_shares,
    timeline,
    white_spots,
)
from relinsight.export.charts.size import enlarged
from relinsight.insights.blocks import Chart
from relinsight.insights.exhibits.amounts import Amounts
from relinsight.insights.exhibits.both_sides import BothSides
from relinsight.insights.exhibits.butterfly import Butterfly
from relinsight.insights.exhibits.exhibit import Exhibit
from relinsight.insights.exhibits.falling_bars import FallingBars
from relinsight.insights.exhibits.heartbeat import Heartbeat
from relinsight.insights.exhibits.rhythm_and_view import RhythmAndView
from relinsight.insights.exhibits.rhythm_bars import RhythmBars
from relinsight.insights.exhibits.ribbon import Ribbon
from relinsight.insights.exhibits.sector_dots import SectorDots
from relinsight.insights.exhibits.state_shares import StateShares
from relinsight.insights.exhibits.timeline import Timeline
from relinsight.insights.exhibits.white_spots import WhiteSpots

DRAWERS: Mapping[type[Exhibit], Callable[[Any, str], go.Figure]] = {
    Amounts: amounts.draw,
    BothSides: both_sides.draw,
    Butterfly: butterfly.draw,
    FallingBars: falling_bars.draw,
    Heartbeat: heartbeat.draw,
    RhythmAndView: rhythm_and_view.draw,
    RhythmBars: rhythm_bars.draw,
    Ribbon: ribbon.draw,
    SectorDots: sector_dots.draw,
    StateShares: state_shares.draw,
    Timeline: timeline.draw,
    WhiteSpots: white_spots.draw,
}


def drawn(chart: Chart, language: str, factor: float = 1.0) -> go.Figure:
    """The figure of a chart in one language, in the placeholders of the theme's colours; the factor is 1 on the page."""
    figure = DRAWERS[type(chart.exhibit)](chart.exhibit, language)
    return figure if factor == 1.0 else enlarged(figure, factor)
