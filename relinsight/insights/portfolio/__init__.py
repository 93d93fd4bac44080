"""Portfolio: how healthy are our relations?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import before_tiers
from relinsight.insights.blocks import Beside, Insight, KeyFigure
from relinsight.insights.key_figures import Asked, key_figures
from relinsight.insights.page import Page
from relinsight.insights.portfolio.answer import answer
from relinsight.insights.portfolio.chain import chain
from relinsight.insights.portfolio.changes import what_changed
from relinsight.insights.portfolio.everybody import everybody, unknown
from relinsight.insights.portfolio.picture import picture
from relinsight.insights.portfolio.to_talk_about import to_talk_about
from relinsight.insights.relations.context import context
from relinsight.insights.relations.in_view import partners, relations
from relinsight.insights.relations.views import Views, views
from relinsight.insights.relations.without_tier import list_where_needed, without_tier
from relinsight.words.scope import Scope
from relinsight.words.text import text


def portfolio(reader: Reader, scope: Scope) -> Insight:
    """Say how many relations keep their rhythm, and which ones to talk about."""
    if not reader.holding.tiers:
        return before_tiers.portfolio(reader, scope, PAGE.title, PAGE.question)
    in_view = relations(reader, scope)
    seen = views(reader, scope)
    cards = to_talk_about(in_view)
    others = without_tier(reader, scope)
    return Insight(
        PAGE.name,
        scope,
        PAGE.question,
        answer(in_view),
        context(reader, PAGE.title, PAGE.question, scope, partners(in_view.total)),
        _figures(reader, scope, seen),
        (
            Beside((picture(in_view, seen, cards),), (cards,)),
            Beside((what_changed(in_view),), (chain(in_view),)),
            everybody(in_view, seen),
            *list_where_needed(others, reader.sectors_known()),
        ),
        (*PAGE.measures, *seen.measures),
        unknown(in_view, seen, others),
    )


def _figures(reader: Reader, scope: Scope, seen: Views) -> tuple[KeyFigure, ...]:
    wanted = (
        Asked(text("In touch as promised"), "in_time", of=True),
        *(Asked(text("Their view of us"), measure) for measure in seen.measures),
        Asked(text("Both sides assessed"), "both_assessed", of=True),
        Asked(text("Goals both endorse"), "goals_endorsed_both", of=True),
        Asked(text("Questions late"), "questions_late", of=True),
    )
    return key_figures(reader, scope, wanted)


PAGE = Page(
    name="portfolio",
    place=1,
    title=text("Portfolio"),
    symbol="monitoring",
    question=text("How healthy are our relations?"),
    measures=(
        "in_time",
        "partners",
        "uncovered",
        "chain_owner",
        "chain_contact_person",
        "chain_in_time",
        "chain_assessed",
        "chain_goals",
        "both_assessed",
        "goals_endorsed_both",
        "questions_open",
        "questions_late",
    ),
    answer=portfolio,
)
