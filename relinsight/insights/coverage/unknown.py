"""What the coverage page does not know."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Note
from relinsight.insights.nothing import missing
from relinsight.insights.relations.in_view import Relations, without_sector
from relinsight.insights.relations.without_tier import WithoutTier, outside
from relinsight.words.text import counted


def unknown(in_view: Relations, reader: Reader, others: Sequence[WithoutTier]) -> Note | None:
    """Partners without a sector or a tie, and organisations that are on no list."""
    unmatched = reader.stand(in_view.scope, "not_on_list").get("not_on_list")
    lines = [
        outside(others),
        counted(
            "{n} partner in view has no sector and stands in a row of its own.",
            "{n} partners in view have no sector and stand in a row of their own.",
            without_sector(in_view.now),
        ),
        counted(
            "{n} uncovered partner has no colleague with an active tie.",
            "{n} uncovered partners have no colleague with an active tie.",
            sum(row.uncovered and row.best_name is None for row in in_view.now),
        ),
        counted(
            "{n} organisation has dealings with us but no tier; it is in none of the counts above.",
            "{n} organisations have dealings with us but no tier; they are in none of the counts above.",
            round(unmatched.value) if unmatched and unmatched.value else 0,
        ),
    ]
    return missing(lines, in_view.total)
