"""What contacts and dealings answer to the questions of the three pages where nothing was promised yet."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.access.reader import Reader
from relinsight.insights.before_tiers.rows import PartnerLine, SectorLine, tells_of_dealings
from relinsight.insights.nothing import nobody_known
from relinsight.words.quantities import AboutMoney
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


def spoken_or_dealt_with(rows: list[PartnerLine], reader: Reader, scope: Scope) -> Text:
    """With how many partners we spoke; where no contact is known, how many have open dealings."""
    if not rows:
        return nobody_known(scope, empty=reader.holding.is_empty)
    return _spoken_with(rows) if any(row.contacts for row in rows) else _open_dealings(rows)


def _spoken_with(rows: list[PartnerLine]) -> Text:
    return counted(
        "We spoke with {met} of {n} partner; nothing was promised to it yet",
        "We spoke with {met} of {n} partners; nothing was promised to them yet",
        len(rows),
        met=sum(row.contacts > 0 for row in rows),
    )


def _open_dealings(rows: list[PartnerLine]) -> Text:
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


def nobody_is_uncovered(rows: list[PartnerLine], reader: Reader, scope: Scope) -> Text:
    """That nobody can be uncovered yet, with how many we never spoke, or how many deal with us without a tier."""
    if rows and reader.holding.contacts:
        return _never_met(rows)
    return _not_on_list(rows, reader, scope)


def _never_met(rows: list[PartnerLine]) -> Text:
    never = sum(not row.contacts for row in rows)
    if not never:
        return text("Nothing was promised yet, so nobody is uncovered; we spoke with every partner at least once")
    return counted(
        "Nothing was promised yet, so nobody is uncovered; with {n} partner we never spoke",
        "Nothing was promised yet, so nobody is uncovered; with {n} partners we never spoke",
        never,
    )


def _not_on_list(rows: list[PartnerLine], reader: Reader, scope: Scope) -> Text:
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


def best_known_sector(groups: Sequence[SectorLine], reader: Reader, scope: Scope) -> Text:
    """Which sector has the largest amount; where there are no dealings, in which one we spoke with most partners."""
    if not groups:
        return nobody_known(scope, empty=reader.holding.is_empty)
    return _largest_amount(groups) if tells_of_dealings(reader.holding) else _most_met(groups)


def _most_met(groups: Sequence[SectorLine]) -> Text:
    most = max(group.met for group in groups)
    first = [group for group in groups if group.met == most]
    if len(first) > 1 or first[0].sector.id is None:
        return counted(
            "We spoke with {met} of {n} partner",
            "We spoke with {met} of {n} partners",
            sum(group.partners for group in groups),
            met=sum(group.met for group in groups),
        )
    return text(
        "We spoke with most partners in the sector {sector}: {met} of {n}",
        sector=first[0].sector.name,
        met=most,
        n=first[0].partners,
    )


def _largest_amount(groups: Sequence[SectorLine]) -> Text:
    """The first of the groups, which stand in the order of what was granted."""
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
