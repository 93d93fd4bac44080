"""What a register of dealings answers to the questions of the three pages."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.access.reader import Reader
from relinsight.insights.nothing import nobody_known
from relinsight.insights.register.rows import PartnerLine, SectorLine
from relinsight.words.quantities import AboutMoney
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


def open_dealings(rows: list[PartnerLine], reader: Reader, scope: Scope) -> Text:
    """How many partners have open dealings."""
    if not rows:
        return nobody_known(scope, empty=reader.holding.is_empty)
    if not any(row.dealings for row in rows):
        return counted(
            "{n} partner is known; nothing was promised to it yet",
            "{n} partners are known; nothing was promised to them yet",
            len(rows),
        )
    return counted(
        "{open} of {n} partner has open dealings; nothing was promised to it yet",
        "{open} of {n} partners have open dealings; nothing was promised to them yet",
        len(rows),
        open=sum(row.open > 0 for row in rows),
    )


def not_on_list(rows: list[PartnerLine], reader: Reader, scope: Scope) -> Text:
    """That nobody can be uncovered yet, and how many deal with us without a tier."""
    loose = round(reader.stand(scope, "not_on_list")["not_on_list"].value or 0)
    if not loose and not rows:
        return nobody_known(scope, empty=reader.holding.is_empty)
    if not loose:
        return text("Nothing was promised yet, so nobody is uncovered")
    return counted(
        "Nothing was promised yet, so nobody is uncovered; {n} organisation deals with us without a tier",
        "Nothing was promised yet, so nobody is uncovered; {n} organisations deal with us without a tier",
        loose,
    )


def largest_amount(groups: Sequence[SectorLine], reader: Reader, scope: Scope) -> Text:
    """Which sector has the largest amount: the first of the groups, which stand in the order of what was granted."""
    if not groups:
        return nobody_known(scope, empty=reader.holding.is_empty)
    amount = groups[0].granted
    if amount is None or amount <= 0:
        return nothing_granted(groups)
    return text(
        "{sector} has the largest amount in open dealings: {amount}",
        sector=text("{name}", name=groups[0].sector.name),
        amount=AboutMoney(amount),
    )


def nothing_granted(groups: Sequence[SectorLine]) -> Text:
    """What is said of open dealings in which no amount was granted, or no more than was taken back."""
    if not any(group.open for group in groups):
        return text("No dealings are open")
    if all(group.granted is None for group in groups):
        return text("No granted amount is known of the dealings that are open")
    if any(group.granted for group in groups):
        return text("More was taken back than granted in the dealings that are open")
    return text("Nothing was granted yet in the dealings that are open")


def largest_sector(groups: Sequence[SectorLine]) -> Text:
    """Where the largest amount went."""
    if not groups or (groups[0].granted or 0) <= 0:
        return nothing_granted(groups)
    return text("The largest amount in open dealings went to {sector}", sector=groups[0].sector.name)
