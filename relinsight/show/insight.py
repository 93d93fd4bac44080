"""An insight on the screen: its answer as the heading, then figures, exhibits and rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Beside, Cards, Chart, Insight, KeyFigure, Note, Shown, Switch, Table
from relinsight.insights.page import Page
from relinsight.show import address, caches, opening, tables
from relinsight.show.run import Run, now
from relinsight.words.quantities import ShortDay
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

WIDE, NARROW = 15, 8
ROOM = 14  # letters of a label beside a mark on the narrowest laptop


Below = Callable[[], Callable[[Reader, Scope], Insight] | None]


def show(page: Page, below: Below | None = None) -> None:
    """Ask the page's question and show the answer; below its exhibits a further choice with an answer of its own."""
    run = now()
    insight = answered(page, run)
    for row in insight.rows:
        show_row(row, run)
    if below and (further := below()):
        for row in caches.kept(further, run.reader, insight.scope).rows:
            show_row(row, run)
    opening.panel(insight, run)
    if insight.unknown:
        _note(insight.unknown, run)


def answered(page: Page, run: Run) -> Insight:
    """Ask the page's question, and show its answer and its figures."""
    insight = asked(page, run)
    heading(insight, run)
    figures(insight.figures, run)
    return insight


def asked(page: Page, run: Run) -> Insight:
    """Ask the page's question."""
    scope = run.scope if page.filtered else run.scope.unfiltered()
    with st.spinner(run.say(text("Working out the figures …"))):
        return caches.kept(page.answer, run.reader, scope)


def heading(insight: Insight, run: Run) -> None:
    """The question small, the answer large."""
    with st.container(gap="xxsmall"):
        st.caption(" · ".join(run.say(line) for line in insight.context))
        st.title(run.say.heading(insight.answer), anchor=False)
        if insight.subtitle:
            st.markdown(run.say(insight.subtitle))


def figures(found: tuple[KeyFigure, ...], run: Run) -> None:
    """At most five figures in one row."""
    if not found:
        return
    for column, figure in zip(st.columns(max(len(found), 4), gap="small"), found, strict=False):
        with column:
            _metric(figure, run)


def _metric(figure: KeyFigure, run: Run) -> None:
    value = figure.value or figure.unknown or text("unknown")
    st.metric(run.say(figure.label), run.say(value), help=_help(figure, run), border=True, height="stretch", **_delta(figure, run))


def _help(figure: KeyFigure, run: Run) -> str | None:
    """The meaning behind a mark, where the label leaves room for it; the panel below has it for every figure."""
    return run.say(opening.meaning(figure)) if len(run.plain(figure.label)) <= ROOM else None


def _delta(figure: KeyFigure, run: Run) -> dict[str, Any]:
    change = figure.change
    if change is None:
        aside = figure.aside or _behind(figure)
        return {"delta": run.say(aside), "delta_color": "off", "delta_arrow": "off"} if aside else {}
    since = run.say(figure.aside or text("since {day}", day=ShortDay(change.since)))
    if not change.amount:
        return {"delta": 0, "delta_color": "off", "delta_arrow": "off", "delta_description": since}
    points = f"{change.points:+}" if change.is_share else f"{change.amount:+g}"
    colour = {"up": "normal", "down": "inverse", "neither": "off"}[change.good]
    return {"delta": points, "delta_color": colour, "delta_description": since}


def _behind(figure: KeyFigure) -> Text | None:
    return None if figure.n is None else text("n = {n}", n=figure.n)


def show_row(row: Beside | Shown, run: Run) -> None:
    """A block over the whole width, or several side by side."""
    if not isinstance(row, Beside):
        _block(row, run)
        return
    left, right = st.columns([WIDE, NARROW], gap="large")
    for column, blocks in ((left, row.left), (right, row.right)):
        with column:
            for block in blocks:
                _block(block, run)


def _block(block: Shown, run: Run) -> None:
    match block:
        case Switch():
            _switch(block, run)
        case Chart():
            _chart(block, run)
        case Table():
            tables.show(block, run)
        case Cards():
            _cards(block, run)
        case Note():
            _note(block, run)
        case KeyFigure():
            _metric(block, run)


def _switch(switch: Switch, run: Run) -> None:
    """One block at a time; the choice stands in the address."""
    options = {option.key: option for option in switch.options}
    widget = f"switch-{switch.name}"
    asked = next(iter(address.current().get(switch.name, [])), None)
    st.session_state[widget] = asked if asked in options else switch.options[0].key
    chosen = st.segmented_control(
        run.say.heading(switch.label),
        tuple(options),
        key=widget,
        required=True,
        format_func=lambda key: run.plain(options[key].label),
        on_change=lambda: address.put(switch.name, st.session_state[widget]),
    )
    _block(options[chosen or switch.options[0].key].block, run)


def _chart(chart: Chart, run: Run) -> None:
    st.header(run.say.heading(chart.title), anchor=False)
    if not chart.rows:
        st.caption(run.say(chart.none))
        return
    drawn = caches.figure(chart, run.request.language)
    layout: Any = drawn.layout
    with st.grid(1, min_column_width=layout.width, wrap=False).cell():
        st.plotly_chart(drawn, config={"displayModeBar": False}, alt=run.plain(chart.alt), key=f"chart-{chart.name}")
        tables.rows_of(chart, run)
    if chart.caption:
        st.caption(run.say(chart.caption))


def _cards(block: Cards, run: Run) -> None:
    st.header(run.say.heading(block.title), anchor=False)
    if not block.cards:
        st.caption(run.say(block.none))
    for card in block.cards:
        with st.container(border=True, gap="xsmall"):
            link = f"[{run.say(card.name)}]({run.dossier(card.partner)})"
            st.markdown(f"**{link}** :gray-badge[{run.say(card.badge)}]  \n{run.say.heading(card.reason)}")
            st.caption(f":material/arrow_forward: {run.say.heading(card.step)}")


def _note(note: Note, run: Run) -> None:
    if note.title:
        st.header(run.say.heading(note.title), anchor=False)
    lines = "\n".join(f"- {run.say(line)}" for line in note.lines)
    if note.urgent:
        st.warning(lines)
    else:
        st.markdown(lines)
