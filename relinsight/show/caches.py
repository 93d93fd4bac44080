"""What is kept between runs: the open database, and answers until the data change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from relinsight.access.reader import Reader
from relinsight.export.charts import drawn
from relinsight.insights.blocks import Chart, Insight
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.location import database
from relinsight.words.scope import Scope


def warehouse() -> Warehouse:
    """The one open database of this process: opened anew where the engine gave it up, refused where its file is gone."""
    found = _opened(str(database()))
    if found.is_over:
        _opened.clear()
        found.close()
        found = _opened(str(database()))
    found.stay()
    return found


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Warehouse:
    return open_file(Path(path))


def reader() -> Reader:
    """Who reads for the visitor of this run."""
    return Reader(warehouse())


def answered(ask: Callable[[Reader, Scope], Insight], now: Reader, scope: Scope) -> Insight:
    """The answer of a page to this scope, computed once until the data change."""
    return _answered(ask.__module__, scope, now.viewer, now.holding.change, str(database()), ask, now)


@st.cache_resource(show_spinner=False, max_entries=64)
def _answered(
    page: str,
    scope: Scope,
    viewer: str | None,
    change: str,
    path: str,
    _ask: Callable[[Reader, Scope], Insight],
    _reader: Reader,
) -> Insight:
    return _ask(_reader, scope)


def figure(chart: Chart, page: str, scope: Scope, change: str, language: str) -> go.Figure:
    """The figure of a chart, built once for each answer and language."""
    return _figure(page, chart.name, scope, change, str(database()), language, chart)


@st.cache_resource(show_spinner=False, max_entries=256)
def _figure(page: str, name: str, scope: Scope, change: str, path: str, language: str, _chart: Chart) -> go.Figure:
    return drawn(_chart, language)
