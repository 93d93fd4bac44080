"""The filters and the language: the same in the sidebar of every page."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from relinsight.access.choices import Choice
from relinsight.access.reader import Reader
from relinsight.languages.catalogue import languages, own_name
from relinsight.languages.sentence import Speaker
from relinsight.show import address
from relinsight.show.labels import told_apart
from relinsight.words.name import Name
from relinsight.words.scope import NOBODY, Period, Scope
from relinsight.words.text import Text, counted, text, worded

CHOSEN = "chosen"
SINCE_LABELS = {
    "review": text("the last team meeting"),
    "month": text("a month before"),
    "quarter": text("a quarter before"),
    "year": text("a year before"),
    "none": text("no comparison"),
    CHOSEN: text("another day"),
}
PERIOD_LABELS = {
    "year": text("the last 365 days"),
    "quarter": text("the last 91 days"),
    "calendar": text("this calendar year"),
    CHOSEN: text("other days"),
}


def sidebar(reader: Reader, scope: Scope, say: Speaker) -> None:
    """The widgets, each showing what the address says and writing its choice into it."""
    _as_of(scope, say)
    if last := reader.holding.last_import:
        st.caption(say(text("Last import: {day}", day=last)))
    _since(scope, say)
    _period(scope, say)
    for key, label, choices in _filters(reader, scope):
        _filter(key, label, choices, say)
    language(say)


def language(say: Speaker) -> None:
    """The switch of language."""
    key = "w_lang"
    st.session_state[key] = say.language
    st.segmented_control(
        say(text("Language")),
        languages(),
        key=key,
        required=True,
        format_func=own_name,
        on_change=lambda: address.put("lang", st.session_state[key]),
    )


def _as_of(scope: Scope, say: Speaker) -> None:
    st.session_state["w_as_of"] = scope.as_of
    st.date_input(
        say(text("As of")),
        key="w_as_of",
        format="DD-MM-YYYY",
        min_value=address.FIRST_DAY,
        max_value=address.LAST_DAY,
        on_change=lambda: _put_day("as_of", "w_as_of"),
    )


def _since(scope: Scope, say: Speaker) -> None:
    written = address.current()["since"][0]
    st.session_state["w_since"] = written if written in address.SINCE else CHOSEN
    st.selectbox(
        say(text("Change since")),
        tuple(SINCE_LABELS),
        key="w_since",
        format_func=lambda name: say(SINCE_LABELS[name]),
        on_change=lambda: _put_choice("since", "w_since", _month_before(scope.as_of).isoformat()),
    )
    if st.session_state["w_since"] == CHOSEN:
        st.session_state["w_since_day"] = scope.since or _month_before(scope.as_of)
        st.date_input(
            say(text("The earlier day")),
            key="w_since_day",
            format="DD-MM-YYYY",
            min_value=address.FIRST_DAY,
            max_value=scope.as_of,
            on_change=lambda: _put_day("since", "w_since_day"),
        )


def _month_before(day: date) -> date:
    return max(day - timedelta(days=address.STEPS["month"]), address.FIRST_DAY)


def _period(scope: Scope, say: Speaker) -> None:
    written = address.current()["period"][0]
    days = Period(max(scope.counting.first, address.FIRST_DAY), scope.counting.last)
    st.session_state["w_period"] = written if written in address.PERIODS else CHOSEN
    st.selectbox(
        say(text("Counted over")),
        tuple(PERIOD_LABELS),
        key="w_period",
        format_func=lambda name: say(PERIOD_LABELS[name]),
        on_change=lambda: _put_choice("period", "w_period", f"{days.first}..{days.last}"),
    )
    if st.session_state["w_period"] == CHOSEN:
        st.session_state["w_days"] = (days.first, days.last)
        st.date_input(
            say(text("First and last day")),
            key="w_days",
            format="DD-MM-YYYY",
            min_value=address.FIRST_DAY,
            max_value=address.LAST_DAY,
            on_change=_put_days,
        )


def _put_choice(key: str, widget: str, otherwise: str) -> None:
    chosen = st.session_state[widget]
    address.put(key, otherwise if chosen == CHOSEN else chosen)


def _put_day(key: str, widget: str) -> None:
    if isinstance(day := st.session_state[widget], date):
        address.put(key, day.isoformat())


def _put_days() -> None:
    days = st.session_state["w_days"]
    if len(days) == 2:  # noqa: PLR2004
        address.put("period", f"{days[0]}..{days[1]}")


def _filters(reader: Reader, scope: Scope) -> tuple[tuple[str, Text, tuple[Choice, ...]], ...]:
    return (
        ("sector", text("Sector"), reader.sectors(scope.as_of)),
        ("cluster", text("Cluster"), reader.clusters()),
        ("tier", worded("filter", "Tier"), reader.tiers()),
        ("account_manager", text("Account manager"), reader.account_managers(scope.as_of)),
    )


def _filter(key: str, label: Text, choices: tuple[Choice, ...], say: Speaker) -> None:
    chosen = address.chosen(key, address.current())
    plain = Speaker(say.language)
    names = told_apart({value: Name(value) for value in chosen} | {choice.id: choice.name for choice in choices}, plain)
    widget = f"w_{key}"
    st.session_state[widget] = list(chosen)
    st.multiselect(
        say(label),
        tuple(names),
        key=widget,
        format_func=names.__getitem__,
        placeholder=plain(_all(len([choice for choice in choices if choice.id != NOBODY]))),
        on_change=lambda: _put_filter(key, widget),
    )


def _all(choices: int) -> Text:
    return counted("the only one", "all {n}", choices) if choices else text("none known")


def _put_filter(key: str, widget: str) -> None:
    address.put_chosen(key, st.session_state[widget])


def copied_link(say: Speaker) -> None:
    """The address of this page, ready to copy."""
    with st.expander(say(text("Link to this page")), icon=":material/link:"):
        st.caption(say(text("Whoever opens this link sees the same day and the same filters.")))
        st.code(f"{(st.context.url or '').split('?')[0]}?{address.query()}", language=None, wrap_lines=True)
