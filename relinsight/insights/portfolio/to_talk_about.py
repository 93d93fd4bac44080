"""The few partners to talk about."""

from __future__ import annotations

from relinsight.insights.blocks import Card, Cards
from relinsight.insights.relations.in_view import Relations, place
from relinsight.insights.relations.reasons import reason, step
from relinsight.insights.relations.rows import Relation
from relinsight.words.text import Text, counted, text

MOST = 5


def to_talk_about(in_view: Relations) -> Cards:
    """Tier A and B partners that slipped or stand worst: by tier, then by how far they slipped, then as they rank."""
    worst = [row for row in in_view.now if row.tier in ("A", "B") and (row.uncovered or in_view.slipped(row) > 0)]
    worst.sort(key=lambda row: (row.tier, -in_view.slipped(row), place(row), row.partner))
    cards = tuple(
        Card(row.partner, row.name, text("tier {tier}", tier=row.tier), _why(row), step(row, in_view.scope.as_of)) for row in worst[:MOST]
    )
    return Cards("to-talk-about", text("To talk about"), cards, text("No tier A or B partner in view slipped or is uncovered."))


def _why(row: Relation) -> Text:
    why = reason(row) or row.state_said
    if row.questions_late:
        return _both(why, counted("{n} question is late", "{n} questions are late", row.questions_late))
    if row.questions_open:
        return _both(why, counted("{n} question waits", "{n} questions wait", row.questions_open))
    return text("{first}", first=why)


def _both(first: Text, second: Text) -> Text:
    return text("{first}; {second}", first=first, second=second)
