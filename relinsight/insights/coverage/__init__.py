"""Coverage: whom are we not covering?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import before_tiers
from relinsight.insights.blocks import Beside, Insight, KeyFigure
from relinsight.insights.coverage.answer import answer, uncovered_by_rank
from relinsight.insights.coverage.chains import chain, silence
from relinsight.insights.coverage.lists import partner_lists
from relinsight.insights.coverage.steps import steps
from relinsight.insights.coverage.unknown import unknown
from relinsight.insights.coverage.white_spots import white_spots
from relinsight.insights.key_figures import Asked, key_figures
from relinsight.insights.page import Page
from relinsight.insights.relations.context import context
from relinsight.insights.relations.in_view import partners, relations
from relinsight.insights.relations.without_tier import list_where_needed, without_tier
from relinsight.words.scope import Scope
from relinsight.words.text import text


def coverage(reader: Reader, scope: Scope) -> Insight:
    """Name the partners whom we promised more than we keep."""
    if not reader.holding.tiers:
        return before_tiers.coverage(reader, scope, PAGE.title, PAGE.question)
    in_view = relations(reader, scope)
    gaps = uncovered_by_rank(in_view)
    others = without_tier(reader, scope)
    return Insight(
        PAGE.name,
        scope,
        PAGE.question,
        answer(in_view, gaps),
        context(reader, PAGE.title, PAGE.question, scope, partners(in_view.total)),
        _figures(reader, scope),
        (
            Beside((white_spots(in_view, reader),), (steps(gaps, in_view),)),
            Beside((chain(in_view, reader),), (silence(in_view),)),
            partner_lists(in_view, gaps, reader),
            *list_where_needed(others, reader.sectors_known()),
        ),
        PAGE.measures,
        unknown(in_view, reader, others),
    )


def _figures(reader: Reader, scope: Scope) -> tuple[KeyFigure, ...]:
    wanted = (
        Asked(text("Covered"), "covered", of=True),
        Asked(text("Never contacted"), "never_contacted", of=True),
        Asked(text("Only one tie"), "single_points_of_failure", of=True),
        Asked(text("Without a tie"), "without_tie", of=True),
        Asked(text("Not on our list"), "not_on_list"),
    )
    return key_figures(reader, scope, wanted)


PAGE = Page(
    name="coverage",
    place=2,
    title=text("Coverage"),
    symbol="radar",
    question=text("Whom are we not covering?"),
    measures=(
        "coverage_share",
        "coverage_weighted",
        "uncovered",
        "never_contacted",
        "single_points_of_failure",
        "without_tie",
        "not_on_list",
        "chain_owner",
        "chain_contact_person",
        "chain_in_time",
        "chain_assessed",
        "chain_goals",
        "partners",
    ),
    answer=coverage,
    keys=("map", "rows"),
)
