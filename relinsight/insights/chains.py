"""The chain of promises per tier, and how long each tier has been silent."""

from __future__ import annotations

from relinsight.insights.blocks import Cells, Chart, Column
from relinsight.insights.naming import STATES
from relinsight.insights.standing import (
    CHAIN_COLUMNS,
    ORDER,
    Standing,
    count,
    falling,
)
from relinsight.insights.white_spots import covered_share
from relinsight.words.name import Name
from relinsight.words.quantities import Percent
from relinsight.words.text import Text, counted, text


def chain(stand: Standing) -> Chart:
    """The chain of each tier: what holds at each link, and what falls away there."""
    rows: list[Cells] = []
    for tier in dict.fromkeys(row["tier"] for row in stand.now):
        rows += falling([row for row in stand.now if row["tier"] == tier], text("tier {tier}", tier=tier))
    weights = {"A": 3, "B": 2, "C": 1}
    total = sum(weights[row["tier"]] for row in stand.now) or 1
    weighted = sum(weights[row["tier"]] for row in stand.now if not row["uncovered"]) / total
    plain = covered_share(list(stand.now)) if stand.now else 0.0
    return Chart(
        "chain",
        "falling_bars",
        _chain_title(rows),
        tuple(rows),
        CHAIN_COLUMNS,
        text("How many partners of each tier keep each link of the chain, and how many fall away at it."),
        text(
            "How many partners keep each link, and what falls away at it. Weighted A 3, B 2, C 1: {weighted} covered; plain {plain}.",
            weighted=Percent(weighted),
            plain=Percent(plain),
        ),
        height=300,
        none=text("No partner is in view."),
    )


def _chain_title(rows: list[Cells]) -> Text:
    lost: dict[Text, int] = {}
    for row in rows:
        lost[row["link"]] = lost.get(row["link"], 0) + row["lost"]
    worst = max(lost, key=lambda link: lost[link], default=None)
    if worst is None or not lost[worst]:
        return text("The chain of promises holds everywhere")
    return text("The chain breaks most often at: {link}", link=worst)


def silence(stand: Standing) -> Chart:
    """The partners of each tier by the time since their last contact."""
    tiers = list(dict.fromkeys(row["tier"] for row in stand.now))
    states = [state for state in (*ORDER, "not_promised") if count(stand.now, "state", state)]
    rows = tuple(
        {
            "tier": tier,
            "state": state,
            "state_name": STATES[state],
            "partners": sum(1 for row in stand.now if row["tier"] == tier and row["state"] == state),
        }
        for tier in tiers
        for state in states
    )
    loose = sum(1 for row in stand.now if row["state"] == "in_time" and row["chain_break"] in ("owner", "contact_person"))
    return Chart(
        "silence",
        "silence",
        _silence_title(stand, tiers),
        rows,
        SILENCE_COLUMNS,
        text("The partners of each tier by the time since the last contact."),
        counted(
            "Share of the partners of a tier, by time since the last contact. In time also counts {n} partner "
            "that lacks an owner or a contact person.",
            "Share of the partners of a tier, by time since the last contact. In time also counts {n} partners "
            "that lack an owner or a contact person.",
            loose,
        ),
        height=300,
        none=text("No partner is in view."),
    )


SILENCE_COLUMNS = (
    Column("tier", text("Tier")),
    Column("state_name", text("State")),
    Column("partners", text("Partners"), "number"),
)


def _silence_title(stand: Standing, tiers: list[Name]) -> Text:
    def late(tier: Name) -> float:
        rows = [row for row in stand.now if row["tier"] == tier]
        return sum(1 for row in rows if row["state"] not in ("in_time", "not_promised")) / len(rows)

    worst = max(tiers, key=late, default=None)
    if worst is None or not late(worst):
        return text("No tier has fallen silent")
    return text("Silence is most common in tier {tier}", tier=worst)
