"""Who is this? Names that look like a partner, and names that are nobody yet: a card each, with what can be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

import streamlit as st

from relinsight.access.matching import Decisions
from relinsight.access.owner import Owner
from relinsight.access.reader import Reader
from relinsight.access.waiting_names import Match, State
from relinsight.show import caches, work
from relinsight.show.jobs import Tell
from relinsight.show.labels import told_apart
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

MOST = 12  # cards that are shown; the others follow when these are decided
SCORE_OF = 100


@dataclass(frozen=True)
class Said:
    """What can be said of a name: the word on the button, its symbol, and the decision that it is."""

    key: str
    label: Text
    symbol: str
    decisions: Decisions


def show(run: Run) -> None:
    """The names that wait, those that look like a partner first."""
    waiting = caches.kept(_waiting, run.reader, Scope(date.min))
    cards = [list(found) for _, found in groupby(waiting, key=lambda match: match.id)]
    alike = sum(found[0].state is not State.UNKNOWN for found in cards)
    st.header(run.say.heading(_title(len(cards), alike)), anchor=False)
    for place, row in enumerate([cards[at : at + 2] for at in range(0, min(len(cards), MOST), 2)]):
        for column, found in zip(st.columns(2, gap="medium"), row, strict=False):
            with column, st.container(border=True, gap="xsmall", key=f"name-{place}-{found[0].id}"):
                _card(found, run)
    if len(cards) > MOST:
        left = counted("{n} more name follows when these are decided.", "{n} more names follow when these are decided.", len(cards) - MOST)
        st.caption(run.say(left))
    if cards:
        st.caption(run.say(text("What you decide is a run of its own, and can be taken back under Runs.")))


def _waiting(reader: Reader, _scope: Scope) -> list[Match]:
    """The names about which something can be said, whatever the day."""
    return [match for match in reader.matches() if match.state is not State.COLLECTIVE]


def _title(cards: int, alike: int) -> Text:
    if not cards:
        return text("Every name is known")
    return counted(
        "Who is this? {n} name waits, {alike} of them like a partner's",
        "Who is this? {n} names wait, {alike} of them like a partner's",
        cards,
        alike=alike,
    )


def _card(found: Sequence[Match], run: Run) -> None:
    first = found[0]
    st.markdown(f"**{run.say(first.name)}**  \n{run.say(_reason(found))}")
    st.caption(run.say(_origin(first)))
    partner = _which(found, run) if first.state is State.SEVERAL else None
    with st.container(horizontal=True, gap="small"):
        for said in _sayings(first, partner):
            if st.button(run.say(said.label), key=f"{said.key}-{first.id}", icon=f":material/{said.symbol}:", type="tertiary"):
                work.begin(run, text("Decision about {name}", name=first.name), partial(_decide, run.city.owner, said.decisions))


def _reason(found: Sequence[Match]) -> Text:
    first = found[0]
    if first.state is State.UNKNOWN:
        return text("looks like no partner that we have")
    if first.state is State.SEVERAL:
        return text("may be one of {n} partners", n=len(found))
    if first.score is None:
        return text("names {partner}: {reason}", partner=first.partner, reason=first.reason)
    return text("{partner}? {reason}, {score} of {most}", partner=first.partner, reason=first.reason, score=first.score, most=SCORE_OF)


def _origin(match: Match) -> Text:
    origin = match.origin
    dealings = counted("{n} dealing", "{n} dealings", origin.dealings)
    contacts = counted("{n} contact", "{n} contacts", origin.contacts)
    return text("{dealings} and {contacts}", dealings=dealings, contacts=contacts) if origin.contacts else dealings


def _which(found: Sequence[Match], run: Run) -> str | None:
    names = told_apart({match.partner_id: match.partner for match in found if match.partner_id and match.partner}, run.plain)
    return st.selectbox(run.say(text("Which partner")), tuple(names), key=f"which-{found[0].id}", format_func=names.__getitem__)


def _sayings(match: Match, partner: str | None) -> list[Said]:
    """What can be said: of a name that looks like nobody neither that it is the same nor that it differs, of a text no more than these."""
    same = Said("same", text("The same"), "check", Decisions(accept=((match.id, partner),)))
    different = Said("different", text("Different"), "close", Decisions(different=(match.id,)))
    new = Said("new", text("New"), "add", Decisions(new=(match.id,)))
    collective = Said("collective", text("Collective"), "groups", Decisions(collective=(match.id,)))
    if match.named_id is not None or match.state is State.IN_TEXT:
        return [same, different]
    return [new, collective] if match.state is State.UNKNOWN else [same, different, new, collective]


def _decide(owner: Owner, decisions: Decisions, _tell: Tell) -> object:
    return owner.decide(decisions, at=clock.now())
