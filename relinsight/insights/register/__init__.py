"""What can be said where no partner has a tier: a register of dealings alone, on each of the three pages that speak of promises."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Beside, Insight
from relinsight.insights.key_figures import Asked, key_figures
from relinsight.insights.register.answers import largest_amount, not_on_list, open_dealings
from relinsight.insights.register.exhibits import amounts, largest, partner_list, sector_table, tier_list
from relinsight.insights.register.notes import unknown, what_to_do
from relinsight.insights.register.rows import by_sector, register_partners
from relinsight.insights.relations.context import context
from relinsight.insights.relations.in_view import partners
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

MEASURES = ("partners_known", "dealings_open", "granted_open", "not_on_list")
FIGURES = (
    Asked(text("Partners"), "partners_known"),
    Asked(text("Dealings open"), "dealings_open"),
    Asked(text("Granted in these"), "granted_open"),
    Asked(text("Not on our list"), "not_on_list"),
)


def portfolio(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Say how many partners have open dealings and what these are worth."""
    rows = register_partners(reader, scope)
    return Insight(
        "portfolio",
        scope,
        question,
        open_dealings(rows, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        key_figures(reader, scope, FIGURES),
        (Beside((amounts(by_sector(rows)),), (what_to_do(reader),)), partner_list(rows), tier_list(rows)),
        MEASURES,
        unknown(reader, scope, len(rows)),
    )


def coverage(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Say that nobody can be uncovered yet, and who has dealings with us all the same."""
    rows = register_partners(reader, scope)
    return Insight(
        "coverage",
        scope,
        question,
        not_on_list(rows, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        key_figures(reader, scope, FIGURES[-1:]),
        (Beside((largest(rows),), (what_to_do(reader),)), tier_list(rows)),
        MEASURES,
        unknown(reader, scope, len(rows)),
    )


def sectors(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Compare the sectors by partners, open dealings and amounts."""
    rows = register_partners(reader, scope)
    groups = by_sector(rows)
    return Insight(
        "sectors",
        scope,
        question,
        largest_amount(groups, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        (),
        (Beside((amounts(groups),), (what_to_do(reader),)), sector_table(groups), tier_list(rows)),
        MEASURES,
        unknown(reader, scope, len(rows)),
    )
