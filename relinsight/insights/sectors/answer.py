"""Which sector comes last, on how many measures, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.insights.blocks import Note
from relinsight.insights.exhibits.sector_dots import SectorDot
from relinsight.insights.nothing import missing, nobody_stands
from relinsight.insights.relations.in_view import Relations, partners, without_sector
from relinsight.insights.relations.without_tier import WithoutTier, outside
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

FEWEST = 2  # sectors, or measures, below which there is nothing to compare


def total(in_view: Relations) -> Text:
    """How many partners are in view, in how many sectors."""
    known = {row.sector for row in in_view.now} - {None}
    without = without_sector(in_view.now)
    if not known:
        return counted("{n} partner without a sector", "{n} partners without a sector", without) if without else partners(0)
    said = text("{partners} in {sectors}", partners=partners(in_view.total), sectors=counted("{n} sector", "{n} sectors", len(known)))
    if not without:
        return said
    return counted("{partners}, {n} of them without a sector", "{partners}, {n} of them without a sector", without, partners=said)


def last_places(rows: list[SectorDot]) -> dict[str, list[Text]]:
    """The measures on which each sector comes last, among the sectors that can be compared."""
    found: dict[str, list[Text]] = {}
    for measure in dict.fromkeys(row.measure for row in rows):
        known = [row for row in rows if row.measure == measure and row.value is not None and row.sector.id is not None]
        last = _last(known, most=measure == "questions_late") if len(known) >= FEWEST else None
        if last is not None and last.sector.id is not None:
            found.setdefault(last.sector.id, []).append(last.measure_name)
    return found


def _last(known: list[SectorDot], *, most: bool) -> SectorDot | None:
    """The one sector that comes last on a measure; none where two do, or where its interval reaches that of another."""
    first, *others = sorted(known, key=lambda row: row.value or 0.0, reverse=most)
    return first if all(is_below(other, first) if most else is_below(first, other) for other in others) else None


def is_below(one: SectorDot, other: SectorDot) -> bool:
    """Whether a sector is lower than another one for certain: by the intervals of the two, or as counts of all."""
    high = one.value if one.high is None else one.high
    low = other.value if other.low is None else other.low
    return high is not None and low is not None and high < low


def behind(rows: list[SectorDot]) -> str | None:
    """The sector that comes last most often; nothing where no sector does so more than once."""
    found = last_places(rows)
    most = max(found, key=lambda sector: (len(found[sector]), sector), default=None)
    return most if most is not None and len(found[most]) >= FEWEST else None


def answer(rows: list[SectorDot], scope: Scope) -> Text:
    """The sentence at the top of the page."""
    if not rows:
        return nobody_stands(scope)
    if len({row.sector.id for row in rows} - {None}) < FEWEST:
        return text("There is one sector at most in view, so there is nothing to compare")
    worst = behind(rows)
    compared = Spelled(len({row.measure for row in rows}))
    if worst is None:
        return text("No sector stays behind on more than one of {n} measures", n=compared)
    name = next(row.sector.name for row in rows if row.sector.id == worst)
    return text(
        "{sector} comes last on {places} of {n} measures",
        sector=text("The sector {name}", name=name),
        places=Spelled(len(last_places(rows)[worst])),
        n=compared,
    )


def unknown(rows: list[SectorDot], in_view: Relations, others: Sequence[WithoutTier]) -> Note | None:
    """Sectors with too few scores, and partners without a sector."""
    few = sum(row.measure.startswith("quality") and row.value is None for row in rows)
    lines = [
        outside(others),
        counted(
            "{n} sector has too few scores to compare its view of us.",
            "{n} sectors have too few scores to compare their view of us.",
            few,
        ),
        counted("{n} partner has no sector.", "{n} partners have no sector.", without_sector(in_view.now)),
    ]
    return missing(lines, in_view.total)
