"""The answer of the portfolio: how many relations keep their rhythm, and how many of tier A wait for us."""

from __future__ import annotations

from relinsight.insights.nothing import nobody_stands
from relinsight.insights.relations.in_view import Relations
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.text import Text, counted, text


def answer(in_view: Relations) -> Text:
    """The sentence at the top of the page."""
    if not in_view.total:
        return nobody_stands(in_view.scope)
    kept = _rhythm(in_view)
    first = in_view.of_tier(Name("A"))
    waiting = sum(row.is_silent for row in first)
    if not first:
        return kept
    if not waiting:
        return text("{kept}; no tier A partner is waiting for us", kept=kept)
    return text(
        "{kept}; {waits}",
        kept=kept,
        waits=counted(
            "{number} tier A partner is waiting for us",
            "{number} tier A partners are waiting for us",
            waiting,
            number=Spelled(waiting),
        ),
    )


def _rhythm(in_view: Relations) -> Text:
    """How many keep their rhythm, of those who were promised one: the same as the figure below it."""
    promised = [row for row in in_view.now if row.link_in_time is not None]
    in_time = sum(row.link_in_time is True for row in promised)
    if not promised:
        return text("No rhythm was promised to the partners in view")
    if len(promised) == 1:
        return text("The one relation with a rhythm keeps it") if in_time else text("The one relation with a rhythm does not keep it")
    return counted("{n} of {total} relations keeps its rhythm", "{n} of {total} relations keep their rhythm", in_time, total=len(promised))
