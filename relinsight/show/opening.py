"""One panel in which every figure of the page can be opened: what it means, how it is computed, and its rows."""

from __future__ import annotations

import streamlit as st

from relinsight.insights.behind import behind
from relinsight.insights.blocks import Insight, KeyFigure
from relinsight.insights.naming import subjects
from relinsight.measures import declared
from relinsight.measures.measure import Measure, Subject
from relinsight.show import tables
from relinsight.show.labels import told_apart
from relinsight.show.run import Run
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

KINDS: dict[Subject, Text] = {
    "portfolio": text("all partners in view"),
    "sector": text("one sector"),
    "tier": text("one tier"),
    "cluster": text("one cluster"),
    "partner": text("one partner"),
}


def meaning(figure: KeyFigure) -> Text:
    """What a figure means, its n and its day, in one line."""
    if figure.definition:
        return figure.definition
    measure = declared(figure.measure)
    if measure is None:
        return figure.label
    if figure.n is None:
        return text("{definition} As of {day}.", definition=measure.definition, day=figure.as_of)
    return text("{definition} n = {n}, as of {day}.", definition=measure.definition, n=figure.n, day=figure.as_of)


def panel(insight: Insight, run: Run) -> None:
    """The panel, filled only when it is opened."""
    if not insight.measures:
        return
    label = run.say(text("What the figures mean, and the rows behind them"))
    opened = st.expander(label, key="opened-figures", on_change="rerun", icon=":material/pageview:")
    if opened.open:
        with opened:
            _open(insight, run)


def _open(insight: Insight, run: Run) -> None:
    choice, kinds, whose = st.columns(3)
    with choice:
        name = st.selectbox(
            run.say(text("Figure")),
            insight.opened,
            key="opened-measure",
            format_func=lambda found: _label(found, run),
        )
    measure = declared(name)
    if measure is None:
        return
    offered: tuple[Subject, ...] = tuple(
        kind for kind in KINDS if kind in measure.by and (insight.scope.partner is None or kind == "partner")
    )
    with kinds:
        by: Subject = st.selectbox(run.say(text("Of")), offered, key="opened-kind", format_func=lambda kind: run.plain(KINDS[kind]))
    with whose:
        subject = _subject(by, insight, run)
    _definition(measure, run)
    if subject is not None:
        _rows(name, by, subject, insight, run)


def _label(name: str, run: Run) -> str:
    measure = declared(name)
    return run.plain(measure.label) if measure else name


def _subject(by: Subject, insight: Insight, run: Run) -> str | None:
    if by == "portfolio":
        return "portfolio"
    if insight.scope.partner is not None:
        return insight.scope.partner
    names = told_apart(subjects(run.reader, insight.scope, by), run.plain)
    return st.selectbox(run.say(text("Which")), tuple(names), key=f"opened-{by}", format_func=names.__getitem__)


def _definition(measure: Measure, run: Run) -> None:
    st.markdown(f"**{run.say(measure.question)}**  \n{run.say(measure.definition)}")
    if measure.misleads:
        st.caption(run.say(text("When it misleads: {warning}", warning=measure.misleads)))
    if measure.source:
        st.caption(run.say(text("Source: {source}", source=Name(measure.source))))


def _rows(name: str, by: Subject, subject: str, insight: Insight, run: Run) -> None:
    table = behind(run.reader, insight.scope, name, by, subject)
    st.caption(run.say(counted("{n} row, as of {day}", "{n} rows, as of {day}", len(table.rows), day=insight.scope.as_of)))
    if table.rows:
        tables.scrolling(table, run)
