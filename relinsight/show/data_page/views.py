"""Which part of the page is shown: what is known, the runs, the rows to mend, or new files; the choice stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from relinsight.insights.blocks import Beside, Insight, Table
from relinsight.insights.page import Page
from relinsight.show import address, opening
from relinsight.show.data_page import bringing, mending, names, runs
from relinsight.show.insight import asked, figures, heading, show_row
from relinsight.show.run import Run, now
from relinsight.words.text import Text, text

VIEW, KEY = "view", "w_view"
View = Callable[[Insight, Run], Text | None]  # what it shows; the answer that it gives itself, where it has one


def show(page: Page) -> None:
    """The answer and the figures, and the view that the address names."""
    run = now()
    insight = asked(page, run)
    answer = st.empty()
    with answer:
        heading(insight, run)
    figures(insight.figures, run)
    views = _views(run)
    _, view = views[_chosen(views, run)]
    if (said := view(insight, run)) is not None:
        with answer:
            heading(replace(insight, answer=said), run)


def _views(run: Run) -> Mapping[str, tuple[Text, View]]:
    """What this visitor may look at; what changes the data is for their owner."""
    looked_at: dict[str, tuple[Text, View]] = {"quality": (text("Quality"), _quality), "runs": (text("Runs"), _runs)}
    if not run.city.rights.is_owner:
        return looked_at
    done: dict[str, tuple[Text, View]] = {"bring": (text("Bring in"), _bring), "mend": (text("Mend"), _mend)}
    return done if run.reader.holding.is_empty else looked_at | done


def _chosen(views: Mapping[str, tuple[Text, View]], run: Run) -> str:
    asked = next(iter(address.current().get(VIEW, [])), None)
    st.session_state[KEY] = asked if asked in views else next(iter(views))
    chosen = st.segmented_control(
        run.say(text("View")),
        tuple(views),
        key=KEY,
        required=True,
        format_func=lambda view: run.plain(views[view][0]),
        on_change=lambda: address.put(VIEW, st.session_state[KEY]),
        label_visibility="collapsed",
    )
    return chosen or next(iter(views))


def _quality(insight: Insight, run: Run) -> None:
    for row in insight.rows:
        if isinstance(row, Beside):
            show_row(row, run)
    opening.panel(insight, run)


def _runs(insight: Insight, run: Run) -> None:
    for row in insight.rows:
        if isinstance(row, Table):
            runs.show(row, run)


def _mend(_insight: Insight, run: Run) -> None:
    mending.show(run)


def _bring(_insight: Insight, run: Run) -> Text | None:
    said = bringing.show(run)
    names.show(run)
    return said
