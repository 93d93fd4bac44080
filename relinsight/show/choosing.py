"""The two choices that a page offers beside the filters: a partner, and a sector to open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from relinsight.access.choices import Sector
from relinsight.access.reader import Reader
from relinsight.export.palette import look
from relinsight.insights.blocks import Insight
from relinsight.insights.finding import fitting, nearest
from relinsight.insights.naming import partner_names
from relinsight.insights.sectors.one_sector import one_sector, sectors_in_view
from relinsight.show import address, caches
from relinsight.show.labels import told_apart
from relinsight.show.run import now
from relinsight.words.name import Name
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

PARTNER, SECTOR = "w_partner", "w_open"
SOUGHT = "sought-partner"


def choose_partner() -> None:
    """Search a partner by name, however it is written; the choice goes into the address."""
    run = now()
    names = caches.kept(partner_names, run.reader, run.scope.unfiltered())
    labels = told_apart(names, run.plain)
    sought = st.session_state.get(SOUGHT)
    fit = fitting(sought, labels) if sought else [*labels]
    offered = fit or (nearest(sought, labels) if sought else [])
    st.session_state[PARTNER] = run.scope.partner if run.scope.partner in names else None
    st.selectbox(
        run.say(text("Search a partner")),
        offered or [*names],
        index=None,
        key=PARTNER,
        format_func=lambda found: labels.get(found) or found,
        placeholder=run.plain(text("Type a part of the name")),
        accept_new_options=True,
        on_change=_go,
        args=(names,),
    )
    if sought:
        st.caption(run.say(_how_many(sought, len(fit), len(offered))))


def _how_many(sought: str, fit: int, offered: int) -> Text:
    """How many partners fit what was typed; where none does, how many are spelled like it."""
    if fit or not offered:
        return counted("{n} partner fits {name}", "{n} partners fit {name}", fit, name=Name(sought))
    return counted(
        "No partner is called {name}; {n} is spelled like it",
        "No partner is called {name}; {n} are spelled like it",
        offered,
        name=Name(sought),
    )


def _go(names: Mapping[str, Name]) -> None:
    """Open the partner that was chosen, or the one that fits what was typed; else offer those that fit."""
    chosen = st.session_state[PARTNER]
    fit = [chosen] if chosen in names else fitting(chosen, names) if chosen else []
    st.session_state.pop(SOUGHT, None)
    if len(fit) == 1:
        st.query_params["partner"] = fit[0]
    else:
        st.query_params.pop("partner", None)
        if chosen is not None:
            st.session_state[SOUGHT] = chosen


def opened_sector() -> Callable[[Reader, Scope], Insight] | None:
    """The answer for the sector that is open, if there is one to open."""
    sector = _choose_sector()
    return partial(one_sector, sector=sector.id) if sector else None


def _choose_sector() -> Sector | None:
    """Open one of the sectors in view; the choice goes into the address."""
    run = now()
    if not run.reader.holding.tiers:
        return None
    found = {sector.id or NOBODY: sector for sector in caches.kept(sectors_in_view, run.reader, run.scope)}
    if not found:
        return None
    asked = next(iter(address.current().get("open", [])), None)
    st.session_state[SECTOR] = asked if asked in found else next(iter(found))
    labels = told_apart({key: sector.name for key, sector in found.items()}, run.say)
    chosen = st.segmented_control(
        run.say(text("Open a sector")),
        tuple(found),
        key=SECTOR,
        required=True,
        format_func=lambda sector: f"{look(found[sector]).glyph} {labels[sector]}",
        on_change=lambda: address.put("open", st.session_state[SECTOR]),
    )
    return found.get(chosen or "")
