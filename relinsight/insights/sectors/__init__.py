"""Sectors: how do they compare?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import before_tiers
from relinsight.insights.blocks import Insight
from relinsight.insights.page import Page
from relinsight.insights.relations.context import context
from relinsight.insights.relations.in_view import relations
from relinsight.insights.relations.views import views
from relinsight.insights.relations.without_tier import list_where_needed, without_tier
from relinsight.insights.sectors.answer import answer, total, unknown
from relinsight.insights.sectors.comparison import compared
from relinsight.insights.sectors.dots import dots
from relinsight.words.scope import Scope
from relinsight.words.text import text


def sectors(reader: Reader, scope: Scope) -> Insight:
    """Say which sector comes last, on how many measures, and show all sectors side by side."""
    if not reader.holding.tiers:
        return before_tiers.sectors(reader, scope, PAGE.title, PAGE.question)
    in_view = relations(reader, scope)
    seen = views(reader, scope)
    rows = compared(reader, in_view, seen)
    others = without_tier(reader, scope)
    return Insight(
        PAGE.name,
        scope,
        PAGE.question,
        answer(rows, scope),
        context(reader, PAGE.title, PAGE.question, scope, total(in_view)),
        (),
        (dots(rows, seen.instrument), *list_where_needed(others, reader.sectors_known())),
        (*PAGE.measures, *seen.measures),
        unknown(rows, in_view, others),
    )


PAGE = Page(
    name="sectors",
    place=3,
    title=text("Sectors"),
    symbol="category",
    question=text("How do the sectors compare?"),
    measures=(
        "partners",
        "coverage_share",
        "uncovered",
        "contacts",
        "proactive_share",
        "goals_endorsed_both",
        "questions_open",
        "questions_late",
        "without_tie",
        "single_points_of_failure",
    ),
    answer=sectors,
    keys=("open",),
)
