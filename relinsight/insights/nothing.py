"""What a page says where there is nothing to say: no partner is in view, or nothing is missing."""

from __future__ import annotations

from relinsight.insights.blocks import Note
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

NO_PARTNER = text("No partner is in view")
NO_ROWS = text("No partner is in view.")
NO_GAP = text("No missing data were found.")


def unless_empty(total: int, said: Text, empty: Text = NO_PARTNER) -> Text:
    """What is said of the partners in view; of none, that none is in view."""
    return said if total else empty


def nobody_stands(scope: Scope) -> Text:
    """The answer where no partner of the portfolio is in view."""
    if scope.is_filtered:
        return text("No partner of the portfolio fits this day and these filters")
    return text("No partner belongs to the portfolio on this day")


def nobody_known(scope: Scope, *, empty: bool) -> Text:
    """The answer where nothing was promised and no partner is in view either."""
    if empty:
        return text("There are no partners and no dealings yet")
    if scope.is_filtered:
        return text("No partner fits this day and these filters")
    return text("No partner is active on this day")


def missing(lines: list[Text], total: int) -> Note | None:
    """What a page does not know: the lines that count something. Where it shows no partner, it says nothing of what is missing."""
    known = tuple(line for line in lines if line.count)
    if not known and not total:
        return None
    return Note("unknown", text("What is not known"), known or (NO_GAP,))
