"""The sentence of a dossier, and the line below it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from relinsight.access.choices import Sector, sector_of
from relinsight.insights.naming import DIMENSIONS, called
from relinsight.insights.partner.both_sides import AGREE, apart, of_all_dimensions
from relinsight.insights.partner.figures import Figures, number
from relinsight.insights.partner.rows import Head, Sides
from relinsight.words.quantities import Days, Score, Spelled
from relinsight.words.text import Text, text


def answer(head: Head, now: Figures, sides: list[Sides]) -> Text:
    """The sentence of the dossier: how we keep in touch, and what both sides think."""
    return text("{name}: {touch}; {view}", name=head.name, touch=touch(head, now), view=view(sides))


def touch(head: Head, now: Figures) -> Text:
    """Whether the rhythm is kept, in words."""
    days = number(now, "days_since_contact")
    promised = head.rhythm_days
    if days is None:
        return text("never contacted")
    if promised is None:
        return text("last contact {days} ago, no rhythm promised", days=Days(days))
    if days <= promised:
        return text("in touch as promised")
    return text("silent for {days}, {more} longer than promised", days=Days(days), more=days - promised)


def view(sides: list[Sides]) -> Text:
    """What both sides think of the relation, in words."""
    scores = of_all_dimensions(sides)
    if scores is None or scores.them is None:
        return text("how they see us is not known")
    if scores.gap is None:
        return text("they rate us {them}, our own view is missing", them=Score(scores.them))
    if abs(scores.gap) <= AGREE:
        return _alike(sides)
    if scores.gap > 0:
        return text("we rate the relation {gap} points higher than they do", gap=Score(scores.gap))
    return text("they rate the relation {gap} points higher than we do", gap=Score(-scores.gap))


def _alike(sides: list[Sides]) -> Text:
    """Agreement on the whole, with the part on which it does not hold."""
    parts = apart(sides)
    if not parts:
        return text("both sides see the relation alike")
    if len(parts) == 1:
        return text("both sides see the relation alike, except on {dimension}", dimension=called(DIMENSIONS, parts[0].dimension))
    return text("both sides see the relation alike on the whole, and differ on {n} parts of it", n=Spelled(len(parts)))


def subtitle(head: Head, sectors: Mapping[str | None, Sector]) -> Text:
    """Sector, tier, owner, and their world in their words."""
    parts = [text("{sector}", sector=sector_of(sectors, head.sector).name), _tier(head), _owner(head)]
    if head.about:
        parts.append(text("{about}", about=head.about))
    if head.active_to:
        parts.append(text("until {day}", day=head.active_to))
    return reduce(lambda first, second: text("{a} · {b}", a=first, b=second), parts)


def _tier(head: Head) -> Text:
    if head.tier is None:
        return text("no tier")
    if head.tier_from_name:
        return text("tier {tier}, inherited from {name}", tier=head.tier, name=head.tier_from_name)
    return text("tier {tier}", tier=head.tier)


def _owner(head: Head) -> Text:
    if head.owner_name is None:
        return text("no account manager")
    if head.cluster_name is None:
        return text("account manager {name}", name=head.owner_name)
    return text("account manager {name}, {cluster}", name=head.owner_name, cluster=head.cluster_name)
