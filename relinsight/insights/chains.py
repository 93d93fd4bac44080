"""The chain of promises per tier, and how long each tier has been silent."""

from __future__ import annotations

from relinsight.insights.blocks import Cells, Chart, Column
from relinsight.insights.naming import STATES
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS
from relinsight.insights.standing import CHAIN_COLUMNS, ORDER, Standing, count, falling, is_silent
from relinsight.insights.white_spots import covered_share
from relinsight.words.name import Name
from relinsight.words.quantities import Names, Percent
from relinsight.words.text import Text, counted, text

WEIGHTS = {"A": 3, "B": 2, "C": 1}


def chain(stand: Standing) -> Chart:
    """The chain of each tier: what holds at each link, and what falls away there."""
    rows: list[Cells] = []
    for tier in dict.fromkeys(row["tier"] for row in stand.now):
        rows += falling([row for row in stand.now if row["tier"] == tier], text("tier {tier}", tier=tier))
    return Chart(
        "chain",
        "falling_bars",
        _chain_title(rows),
        tuple(rows),
        CHAIN_COLUMNS,
        text("How many partners of each tier keep each link of the chain, and how many fall away at it."),
        _shares(stand),
        height=300,
        none=NO_ROWS,
    )


def _shares(stand: Standing) -> Text:
    weight = {row["partner"]: WEIGHTS[row["tier"]] for row in stand.now}
    covered = sum(weight[row["partner"]] for row in stand.now if not row["uncovered"])
    return text(
        "How many partners keep each link, and what falls away at it. Weighted A 3, B 2, C 1: {weighted} covered; plain {plain}.",
        weighted=Percent(covered / (sum(weight.values()) or 1)),
        plain=Percent(covered_share(stand.now)),
    )


def _chain_title(rows: list[Cells]) -> Text:
    if not rows:
        return NO_PARTNER
    lost: dict[Text, int] = {}
    for row in rows:
        lost[row["link"]] = lost.get(row["link"], 0) + row["lost"]
    most = max(lost.values(), default=0)
    if not most:
        return text("The chain of promises holds everywhere")
    return text("The chain breaks most often at: {links}", links=Names(tuple(link for link, n in lost.items() if n == most)))


def silence(stand: Standing) -> Chart:
    """The partners of each tier by the time since their last contact."""
    tiers = list(dict.fromkeys(row["tier"] for row in stand.now))
    loose = sum(1 for row in stand.now if row["state"] == "in_time" and row["chain_break"] in ("owner", "contact_person"))
    return Chart(
        "silence",
        "silence",
        _silence_title(stand, tiers),
        _silence_rows(stand, tiers),
        SILENCE_COLUMNS,
        text("The partners of each tier by the time since the last contact."),
        text("Share of the partners of a tier, by time since the last contact.{loose}", loose=_loose(loose)),
        height=300,
        none=NO_ROWS,
    )


def _silence_rows(stand: Standing, tiers: list[Name]) -> tuple[Cells, ...]:
    states = [state for state in (*ORDER, "not_promised") if count(stand.now, "state", state)]
    return tuple(
        {
            "tier": tier,
            "state": state,
            "state_name": STATES[state],
            "partners": sum(1 for row in stand.now if row["tier"] == tier and row["state"] == state),
        }
        for tier in tiers
        for state in states
    )


def _loose(n: int) -> Text:
    """How many partners are in time and yet not covered; nothing where there are none."""
    if not n:
        return text("")
    return counted(
        " 'In time' also counts {n} partner that lacks an owner or a contact person.",
        " 'In time' also counts {n} partners that lack an owner or a contact person.",
        n,
    )


SILENCE_COLUMNS = (
    Column("tier", text("Tier")),
    Column("state_name", text("State")),
    Column("partners", text("Partners"), "number"),
)


def _silence_title(stand: Standing, tiers: list[Name]) -> Text:
    def silent(tier: Name) -> int:
        return sum(1 for row in stand.now if row["tier"] == tier and is_silent(row))

    def late(tier: Name) -> float:
        return silent(tier) / count(stand.now, "tier", tier)

    if not tiers:
        return NO_PARTNER
    most = max(map(late, tiers))
    worst = [tier for tier in tiers if late(tier) == most]
    if not most:
        return text("No tier has fallen silent")
    if len(tiers) == 1:
        total = count(stand.now, "tier", tiers[0])
        return counted(
            "In tier {tier} {n} of {total} is silent",
            "In tier {tier} {n} of {total} are silent",
            silent(tiers[0]),
            total=total,
            tier=tiers[0],
        )
    return counted(
        "Silence is most common in tier {tiers}", "Silence is most common in tiers {tiers}", len(worst), tiers=Names(tuple(worst))
    )
