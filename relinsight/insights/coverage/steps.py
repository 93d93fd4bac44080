"""The few steps that close the most pressing gaps."""

from __future__ import annotations

from relinsight.insights.blocks import Card, Cards
from relinsight.insights.nothing import unless_empty
from relinsight.insights.relations.in_view import Relations
from relinsight.insights.relations.reasons import reason, step
from relinsight.insights.relations.rows import Relation
from relinsight.words.quantities import Spelled
from relinsight.words.text import counted, text

MOST = 4


def steps(gaps: list[Relation], in_view: Relations) -> Cards:
    """A card a gap: why, and what to do."""
    cards = tuple(_card(row, in_view) for row in gaps[:MOST])
    title = counted(
        "{number} step closes the most pressing gap",
        "{number} steps close the most pressing gaps",
        len(cards),
        number=Spelled(len(cards)),
    )
    heading = title if cards else unless_empty(in_view.total, text("Nothing to close"))
    return Cards("steps", heading, cards, text("There is no gap to close."))


def _card(row: Relation, in_view: Relations) -> Card:
    why = reason(row) or row.state_said
    return Card(row.partner, row.name, text("tier {tier}", tier=row.tier), why, step(row, in_view.scope.as_of))
