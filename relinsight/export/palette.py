"""The names of the theme's colours, and how a sector, a tier and a state look everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.access.choices import Sector

# The browser replaces these placeholders by the colours of the theme that is on, light or dark.
INK, MUTED, RULE, BACKGROUND = "#000008", "#000009", "#000010", "#000038"
SEQUENTIAL = tuple(f"#0000{number}" for number in range(11, 21))
DIVERGING = tuple(f"#0000{number}" for number in range(21, 31))
KEPT, LOSS, FALL, PALE = SEQUENTIAL[6], DIVERGING[1], DIVERGING[2], DIVERGING[4]
STATES = {
    "in_time": (SEQUENTIAL[6], BACKGROUND),
    "cooling": (DIVERGING[4], INK),
    "dormant": (DIVERGING[3], INK),
    "lost": (DIVERGING[1], BACKGROUND),
    "never": (MUTED, BACKGROUND),
    "not_promised": (RULE, INK),
}
TIER_SIZE = {"A": 15.0, "B": 10.0, "C": 7.0}
SMALLEST = 7.0


@dataclass(frozen=True)
class Look:
    """The colour, marker and glyph of a sector; `ink` evens out how large shapes seem."""

    colour: str
    symbol: str
    glyph: str
    ink: float


SECTORS = {
    "care": Look("#000001", "square", "■", 0.88),
    "culture": Look("#000002", "circle", "●", 1.0),
    "maritime": Look("#000003", "diamond", "◆", 1.08),
    "developers": Look("#000004", "triangle-up", "▲", 1.2),
    "residents": Look("#000005", "star", "★", 1.3),
    "entrepreneurs": Look("#000006", "hexagon", "⬢", 1.04),
    "sport": Look("#000007", "x", "✕", 0.95),
}
OTHERS = (
    Look(MUTED, "triangle-down", "▼", 1.2),
    Look(INK, "square-open", "□", 0.88),
    Look(MUTED, "pentagon", "⬟", 1.04),
    Look(INK, "diamond-open", "◇", 1.08),
    Look(MUTED, "triangle-left", "◀", 1.2),
    Look(INK, "triangle-up-open", "△", 1.2),
    Look(MUTED, "triangle-right", "▶", 1.2),
    Look(INK, "triangle-down-open", "▽", 1.2),
    Look(MUTED, "cross", "✚", 1.0),
    Look(INK, "pentagon-open", "⬠", 1.04),
    Look(MUTED, "hourglass", "⧗", 1.0),
    Look(INK, "star-open", "☆", 1.3),
    Look(MUTED, "bowtie", "⧓", 1.0),
    Look(INK, "hexagon-open", "⬡", 1.04),
)
BEYOND = Look(MUTED, "circle", "•", 0.6)  # where the marks have run out, the name alone tells a sector
NO_SECTOR = Look(MUTED, "circle-open", "○", 1.0)


def look(sector: Sector) -> Look:
    """The look of a sector; one that a city added has a neutral colour and a shape of its own, as far as there are shapes."""
    if sector.id is None:
        return NO_SECTOR
    if sector.place is None:
        return SECTORS.get(sector.id, BEYOND)
    return OTHERS[sector.place] if sector.place < len(OTHERS) else BEYOND


def tier_size(tier: str | None) -> float:
    """How large the mark of a partner is, in pixels."""
    return TIER_SIZE.get(tier or "", SMALLEST)
