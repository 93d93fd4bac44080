"""How the partners of each tier stand at the end: the shares that the default city has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relinsight.sources.demo.quota import scaled

SECTORS = {
    "care": 30,
    "culture": 24,
    "maritime": 22,
    "residents": 21,
    "developers": 18,
    "entrepreneurs": 17,
    "sport": 8,
}
TIERS = {"A": 22, "B": 44, "C": 74}
MEANS = {
    "culture": 69.0,
    "entrepreneurs": 64.0,
    "maritime": 64.0,
    "sport": 62.0,
    "developers": 60.0,
    "care": 59.0,
    "residents": 51.0,
}
# days since the last contact as a share of what was promised, weekends kept inside the band
RATIOS = {"in_time": (0.06, 0.95), "cooling": (1.08, 1.44), "dormant": (1.56, 2.85), "lost": (3.06, 3.6)}


@dataclass(frozen=True)
class Shape:
    """Of so many partners of a tier, how many are silent, lack a link, have few ties or gave a view."""

    tier: str
    of: int
    yearly: float
    cooling: int = 0
    dormant: int = 0
    lost: int = 0
    never: int = 0
    ownerless: int = 0
    personless: int = 0
    lacking_and_late: int = 0
    single: int = 0
    untied: int = 0
    both: int = 0
    theirs: int = 0
    ours: int = 0

    def sized(self, size: int) -> Shape:
        """The same shape for another number of partners."""
        counts = {name: value for name, value in vars(self).items() if isinstance(value, int) and name != "of"}
        return replace(self, of=size, **{name: scaled(value, self.of, size) for name, value in counts.items()})

    def late(self) -> Iterator[str]:
        """The state of each partner that is not in time."""
        for state in ("cooling", "dormant", "lost", "never"):
            yield from [state] * int(getattr(self, state))

    def views(self) -> Iterator[str]:
        """Who was asked, partner by partner."""
        yield from ["both"] * self.both + ["partner"] * self.theirs + ["us"] * self.ours


SHAPES = (
    Shape("A", 22, 13.0, cooling=3, dormant=2, personless=1, single=2, both=16, theirs=2, ours=3),
    Shape(
        "B", 44, 6.0, cooling=7, dormant=4, lost=1, ownerless=2, personless=2, lacking_and_late=2, single=5,
        both=29, theirs=6, ours=6,
    ),
    Shape(
        "C", 74, 2.0, cooling=3, dormant=8, lost=6, never=5, ownerless=10, personless=4, lacking_and_late=11, single=24,
        untied=6, both=3, theirs=28, ours=6,
    ),
)  # fmt: skip


def yearly(tier: str | None) -> float:
    """How many contacts a year a partner of this tier has."""
    return next((shape.yearly for shape in SHAPES if shape.tier == tier), 1.0)
