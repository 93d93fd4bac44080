"""The chain of promises per tier, and how long each tier has been silent."""

from __future__ import annotations

from functools import reduce

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.falling_bars import Fall, FallingBars
from relinsight.insights.exhibits.state_shares import StateShare, StateShares
from relinsight.insights.naming import STATES as NAMES
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS
from relinsight.insights.relations.chain import CHAIN_COLUMNS, falls
from relinsight.insights.relations.in_view import Relations
from relinsight.insights.relations.silence import NOT_PROMISED, STATES
from relinsight.words.name import Name
from relinsight.words.quantities import Names, Percent
from relinsight.words.text import UNSAID, Text, counted, text


def chain(in_view: Relations, reader: Reader) -> Chart:
    """The chain of each tier: what holds at each link, and what falls away there."""
    rows = tuple(row for tier in in_view.tiers for row in falls(in_view.of_tier(tier), text("tier {tier}", tier=tier)))
    return Chart(
        "chain",
        _chain_title(rows),
        FallingBars(rows),
        CHAIN_COLUMNS,
        text("How many partners of each tier keep each link of the chain, and how many fall away at it."),
        _shares(in_view, reader),
        NO_ROWS,
    )


def _shares(in_view: Relations, reader: Reader) -> Text | None:
    """The share that is covered: the declared measures, by tier weight and plain."""
    found = reader.stand(in_view.scope, "coverage_weighted", "coverage_share")
    weighted, plain = (found[name].value for name in ("coverage_weighted", "coverage_share"))
    if not in_view.now or weighted is None or plain is None:
        return None
    return text(
        "How many partners keep each link, and what falls away at it. Weighted {weights}: {weighted} covered; plain {plain}.",
        weights=_weights(in_view),
        weighted=Percent(weighted),
        plain=Percent(plain),
    )


def _weights(in_view: Relations) -> Text:
    """What each tier in view weighs: 'A 3, B 2, C 1'."""
    weights = {row.tier: row.tier_weight for row in in_view.now}
    said = (text("{tier} {weight}", tier=tier, weight=weight) for tier, weight in weights.items())
    return reduce(lambda first, second: text("{first}, {second}", first=first, second=second), said)


def _chain_title(rows: tuple[Fall, ...]) -> Text:
    if not rows:
        return NO_PARTNER
    lost: dict[Text | Name, int] = {}
    for row in rows:
        lost[row.link] = lost.get(row.link, 0) + row.lost
    most = max(lost.values(), default=0)
    if not most:
        return text("The chain of promises holds everywhere")
    return text("The chain breaks most often at: {links}", links=Names(tuple(link for link, n in lost.items() if n == most)))


def silence(in_view: Relations) -> Chart:
    """The partners of each tier by the time since their last contact."""
    loose = sum(row.state == "in_time" and row.chain_break in ("owner", "contact_person") for row in in_view.now)
    return Chart(
        "silence",
        _silence_title(in_view),
        StateShares(_silence_rows(in_view)),
        SILENCE_COLUMNS,
        text("The partners of each tier by the time since the last contact."),
        text("Share of the partners of a tier, by time since the last contact.{loose}", loose=_loose(loose)),
        NO_ROWS,
    )


def _silence_rows(in_view: Relations) -> tuple[StateShare, ...]:
    seen = {row.state for row in in_view.now}
    states = [state for state in (*STATES, NOT_PROMISED) if state in seen]
    return tuple(
        StateShare(tier, state, NAMES[state], sum(row.state == state for row in in_view.of_tier(tier)))
        for tier in in_view.tiers
        for state in states
    )


def _loose(n: int) -> Text:
    """How many partners are in time and yet not covered; nothing where there are none."""
    if not n:
        return UNSAID
    return counted(
        " 'In time' also counts {n} partner that lacks an owner or a contact person.",
        " 'In time' also counts {n} partners that lack an owner or a contact person.",
        n,
    )


SILENCE_COLUMNS = (
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("state_name", text("State")),
    TableColumn("partners", text("Partners"), "number"),
)


def _silence_title(in_view: Relations) -> Text:
    if not in_view.tiers:
        return NO_PARTNER
    silent = {tier: sum(row.is_silent for row in in_view.of_tier(tier)) for tier in in_view.tiers}
    late = {tier: silent[tier] / len(in_view.of_tier(tier)) for tier in in_view.tiers}
    most = max(late.values())
    if not most:
        return text("No tier has fallen silent")
    if len(late) == 1:
        return _one_tier(in_view.tiers[0], silent[in_view.tiers[0]], in_view.total)
    worst = tuple(tier for tier, share in late.items() if share == most)
    return counted("Silence is most common in tier {tiers}", "Silence is most common in tiers {tiers}", len(worst), tiers=Names(worst))


def _one_tier(tier: Name, silent: int, total: int) -> Text:
    return counted(
        "In tier {tier} {n} of {total} is silent",
        "In tier {tier} {n} of {total} are silent",
        silent,
        total=total,
        tier=tier,
    )
