"""Data: can we trust this, and what would make it better?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Beside, Insight
from relinsight.insights.data.answer import answer, gains
from relinsight.insights.data.figures import figures
from relinsight.insights.data.heartbeat import heartbeat
from relinsight.insights.data.mends import known, mends
from relinsight.insights.data.rows import Run
from relinsight.insights.data.runs import runs_table
from relinsight.insights.page import Page
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text


def data(reader: Reader, scope: Scope) -> Insight:
    """Say how much is known, what would complete it, how fresh it is, and what was brought in."""
    found, runs = known(reader, scope), reader.page(Run, "runs", scope)
    best = mends(reader, scope, found)
    return Insight(
        PAGE.name,
        scope,
        PAGE.question,
        answer(found, best, is_empty=reader.holding.is_empty),
        _context(reader, scope),
        figures(reader, scope, found, runs),
        (Beside((gains(best),), (heartbeat(reader, scope),)), runs_table(runs, reader.holding.time_zone)),
        PAGE.measures,
    )


def _context(reader: Reader, scope: Scope) -> tuple[Text, ...]:
    last = reader.holding.last_import
    return (
        PAGE.title,
        PAGE.question,
        text("as of {day}", day=scope.as_of),
        text("last import {day}", day=last) if last else text("no import yet"),
    )


PAGE = Page(
    name="data",
    place=11,
    title=text("Data"),
    symbol="database",
    question=text("Can we trust this, and what would make it better?"),
    measures=("agreement_gap", "proactive_share", "reciprocity", "effective_ties", "days_since_contact"),
    answer=data,
    keys=("view",),
    filtered=False,
)
