"""The chain of those partners whose tier promises all of it."""

from __future__ import annotations

from relinsight.insights.blocks import Chart
from relinsight.insights.exhibits.falling_bars import FallingBars
from relinsight.insights.relations.chain import CHAIN_COLUMNS, falls
from relinsight.insights.relations.in_view import Relations
from relinsight.words.quantities import Names, Spelled
from relinsight.words.text import Text, counted, text


def chain(in_view: Relations) -> Chart:
    """What holds at each link, and what falls away there."""
    promised = [row for row in in_view.now if row.promises_all]
    tiers = tuple(dict.fromkeys(row.tier for row in promised))
    rows = tuple(falls(promised, counted("tier {tiers}", "tiers {tiers}", len(tiers), tiers=Names(tiers)))) if promised else ()
    return Chart(
        "chain",
        _title(rows[-1].kept if rows else 0, len(promised)),
        FallingBars(rows),
        CHAIN_COLUMNS,
        text("How many partners keep each link of the chain, and how many fall away at it."),
        _caption(in_view.total - len(promised)),
        text("No tier in view promises all five links."),
    )


def _caption(rest: int) -> Text:
    if not rest:
        return text("Every partner in view has a tier that promises all five links.")
    return counted(
        "Only partners whose tier promises all five links; {n} other was promised less, and Coverage shows it per tier.",
        "Only partners whose tier promises all five links; {n} others were promised less, and Coverage shows them per tier.",
        rest,
    )


def _title(kept: int, total: int) -> Text:
    if not total:
        return text("No partner in view was promised all five links")
    if total == 1:
        return text("The one partner gets all that we promised") if kept else text("The one partner does not get all that we promised")
    said = Spelled(kept, alone=True)
    return counted(
        "{kept} of {total} gets all that we promised", "{kept} of {total} get all that we promised", kept, kept=said, total=Spelled(total)
    )
