"""What is kept between runs: the open database, and answers until the data change."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import plotly.graph_objects as go
import streamlit as st

from relinsight.access.city import City, open_city
from relinsight.access.place import database
from relinsight.access.reader import Reader
from relinsight.access.rights import Rights
from relinsight.export.charts import drawn
from relinsight.insights.blocks import Chart, Table
from relinsight.words.scope import Scope

T = TypeVar("T")
Block = Table | Chart
Framed: TypeAlias = Any  # a table of Arrow, which comes without types, or one that pandas styled


def city() -> City:
    """The one open database of this process: opened anew where the engine gave it up, refused where its file is gone."""
    found = _opened(str(database()))
    if found.is_over:
        _opened.clear()
        _reader.clear()
        found.close()
        found = _opened(str(database()))
    found.stay()
    return found


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> City:
    return open_city(Path(path), frugal=True)


def reader(now: City) -> Reader:
    """Who reads for the visitor of this run: another one after each write."""
    return _reader(str(database()), now.mark, now.rights, now)


@st.cache_resource(show_spinner=False, max_entries=2)
def _reader(path: str, mark: str, rights: Rights, _city: City) -> Reader:
    return _city.reader_of(mark)


@st.cache_resource(show_spinner=False)
def settled() -> bool:
    """What stands after the first page stays until the end: the collector, which follows each run, need not go through it."""
    gc.collect()
    gc.freeze()
    return True


def kept(ask: Callable[[Reader, Scope], T], now: Reader, scope: Scope) -> T:
    """An answer to this scope, worked out once until the data change."""
    return _kept(name_of(ask), scope, now.mark, now.rights, str(database()), ask, now)


@st.cache_resource(show_spinner=False, max_entries=8)
def _kept(
    asked: str,
    scope: Scope,
    mark: str,
    rights: Rights,
    path: str,
    _ask: Callable[[Reader, Scope], Any],
    _reader: Reader,
) -> Any:
    return _ask(_reader, scope)


def name_of(ask: Callable[..., Any]) -> str:
    """What a question is called, with the choice that is part of it."""
    if isinstance(ask, partial):
        return f"{name_of(ask.func)} {ask.keywords}"
    return f"{ask.__module__}.{ask.__qualname__}"


def figure(chart: Chart, language: str) -> go.Figure:
    """The figure of a chart, built once for each answer and language."""
    return _figure(id(chart), language, chart)[1]


@st.cache_resource(show_spinner=False, max_entries=12)
def _figure(number: int, language: str, _chart: Chart) -> tuple[Chart, go.Figure]:
    """The chart stays with its figure, so that no other one gets its number."""
    return _chart, drawn(_chart, language)


def frame(table: Block, language: str, make: Callable[[], Framed]) -> Framed:
    """The rows of a table for the screen, made once for each answer and language."""
    return _frame(id(table), language, table, make)[1]


@st.cache_resource(show_spinner=False, max_entries=12)
def _frame(number: int, language: str, _table: Block, _make: Callable[[], Framed]) -> tuple[Block, Framed]:
    return _table, _make()
