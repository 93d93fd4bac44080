"""The sentence of a dossier, and the line below it."""

from __future__ import annotations

from relinsight.insights.blocks import Cells
from relinsight.insights.dossier.both_sides import AGREE, apart, whole
from relinsight.insights.dossier.figures import Figures, number
from relinsight.insights.naming import DIMENSIONS, called, sector_of
from relinsight.words.name import Name
from relinsight.words.quantities import Days, Score, Spelled
from relinsight.words.text import Text, text


def answer(head: Cells, now: Figures, sides: list[Cells]) -> Text:
    """The sentence of the dossier: how we keep in touch, and what both sides think."""
    return text("{name}: {touch}; {view}", name=Name(head["name"]), touch=touch(head, now), view=view(sides))


def touch(head: Cells, now: Figures) -> Text:
    """Whether the rhythm is kept, in words."""
    days = number(now, "days_since_contact")
    promised = head["rhythm_days"]
    if days is None:
        return text("never contacted")
    if promised is None:
        return text("last contact {days} ago, no rhythm promised", days=Days(days))
    if days <= promised:
        return text("in touch as promised")
    return text("silent for {days}, {more} longer than promised", days=Days(days), more=days - promised)


def view(sides: list[Cells]) -> Text:
    """What both sides think of the relation, in words."""
    scores = whole(sides)
    if scores is None or scores["them"] is None:
        return text("how they see us is not known")
    if scores["us"] is None:
        return text("they rate us {them}, our own view is missing", them=Score(scores["them"]))
    gap = scores["us"] - scores["them"]
    if abs(gap) <= AGREE:
        return _alike(sides)
    if gap > 0:
        return text("we rate the relation {gap} points higher than they do", gap=Score(gap))
    return text("they rate the relation {gap} points higher than we do", gap=Score(-gap))


def _alike(sides: list[Cells]) -> Text:
    """Agreement on the whole, with the part on which it does not hold."""
    parts = apart(sides)
    if not parts:
        return text("both sides see the relation alike")
    if len(parts) == 1:
        return text("both sides see the relation alike, except on {dimension}", dimension=called(DIMENSIONS, parts[0]["dimension"]))
    return text("both sides see the relation alike on the whole, and differ on {n} parts of it", n=Spelled(len(parts)))


def subtitle(head: Cells) -> Text:
    """Sector, tier, owner, and their world in their words."""
    parts = [text("{sector}", sector=sector_of(head)), _tier(head), _owner(head)]
    if head["about"]:
        parts.append(text("{about}", about=Name(head["about"])))
    if head["active_to"]:
        parts.append(text("until {day}", day=head["active_to"]))
    joined = parts[0]
    for part in parts[1:]:
        joined = text("{a} · {b}", a=joined, b=part)
    return joined


def _tier(head: Cells) -> Text:
    if head["tier"] is None:
        return text("no tier")
    if head["tier_from_name"]:
        return text("tier {tier}, inherited from {name}", tier=Name(head["tier"]), name=Name(head["tier_from_name"]))
    return text("tier {tier}", tier=Name(head["tier"]))


def _owner(head: Cells) -> Text:
    if head["owner_name"] is None:
        return text("no account manager")
    if head["cluster_name"] is None:
        return text("account manager {name}", name=Name(head["owner_name"]))
    return text("account manager {name}, {cluster}", name=Name(head["owner_name"]), cluster=Name(head["cluster_name"]))
