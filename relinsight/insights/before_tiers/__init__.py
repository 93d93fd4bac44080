"""What can be said where no partner has a tier: of contacts and dealings, on each of the three pages that speak of promises."""

from __future__ import annotations

from relinsight.access.reader import Holding, Reader
from relinsight.insights.before_tiers.answers import best_known_sector, nobody_is_uncovered, spoken_or_dealt_with
from relinsight.insights.before_tiers.exhibits import amounts, largest, longest_ago, most_met, partner_list, sector_table
from relinsight.insights.before_tiers.notes import unknown, what_to_do
from relinsight.insights.before_tiers.rows import PartnerLine, by_sector, partners_before_tiers, tells_of_dealings
from relinsight.insights.blocks import Beside, Insight, Shown, Table
from relinsight.insights.key_figures import Asked, key_figures
from relinsight.insights.relations.context import context
from relinsight.insights.relations.in_view import partners
from relinsight.insights.relations.without_tier import tier_list, without_tier
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

MEASURES = ("partners_known", "partners_met", "dealings_open", "granted_open", "not_on_list")
PARTNERS = Asked(text("Partners"), "partners_known")
MET = Asked(text("Partners met"), "partners_met", of=True)
OPEN = Asked(text("Dealings open"), "dealings_open")
GRANTED = Asked(text("Granted in these"), "granted_open")
LOOSE = Asked(text("Not on our list"), "not_on_list")


def portfolio(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Say with how many partners we spoke, or how many have open dealings, and what these are worth."""
    rows = partners_before_tiers(reader, scope)
    return Insight(
        "portfolio",
        scope,
        question,
        spoken_or_dealt_with(rows, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        key_figures(reader, scope, _asked(reader.holding)),
        (_seen_first(rows, reader), partner_list(rows, reader.holding), _tier_list(reader, scope)),
        MEASURES,
        unknown(reader, scope, len(rows)),
    )


def coverage(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Say that nobody can be uncovered yet, and whom we never met or met longest ago."""
    rows = partners_before_tiers(reader, scope)
    first = longest_ago(rows) if reader.holding.contacts else largest(rows)
    return Insight(
        "coverage",
        scope,
        question,
        nobody_is_uncovered(rows, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        key_figures(reader, scope, (*((MET,) if reader.holding.contacts else ()), LOOSE)),
        (Beside((first,), (what_to_do(reader),)), _tier_list(reader, scope)),
        MEASURES,
        unknown(reader, scope, len(rows)),
    )


def sectors(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Compare the sectors by partners, whom we met, open dealings and amounts."""
    rows = partners_before_tiers(reader, scope)
    groups = by_sector(rows)
    shown: Shown = amounts(groups) if reader.holding.dealings else most_met(rows)
    return Insight(
        "sectors",
        scope,
        question,
        best_known_sector(groups, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        (),
        (Beside((shown,), (what_to_do(reader),)), sector_table(groups, reader.holding), _tier_list(reader, scope)),
        MEASURES,
        unknown(reader, scope, len(rows)),
    )


def _tier_list(reader: Reader, scope: Scope) -> Table:
    return tier_list(without_tier(reader, scope), reader.sectors_known())


def _asked(holding: Holding) -> tuple[Asked, ...]:
    """The figures of what there is: contacts, dealings, or both."""
    met = (MET,) if holding.contacts else ()
    dealt = (OPEN, GRANTED, LOOSE) if tells_of_dealings(holding) else ()
    return (PARTNERS, *met, *dealt)


def _seen_first(rows: list[PartnerLine], reader: Reader) -> Beside:
    """Whom we met most, what was granted, and what to do first."""
    met = (most_met(rows),) if reader.holding.contacts else ()
    granted = (amounts(by_sector(rows)),) if tells_of_dealings(reader.holding) else ()
    return Beside((*met, *granted), (what_to_do(reader),))
