"""The map of sector by cluster: how many of the partners are covered, and where fewer than half are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, NamedTuple, TypeAlias

from relinsight.access.choices import Sector
from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text

HALF = 0.5  # who covers less than half of the partners leaves a white spot


class Every(Enum):
    """Stands for every sector, or every cluster, in a total: no id can be taken for it."""

    ONE = "every one"


ALL = Every.ONE
SectorKey: TypeAlias = "str | Every | None"
ClusterKey: TypeAlias = "str | Every | None"


class Spot(NamedTuple):
    """The partners of one sector (empty: none) and one cluster (empty: none), or of all of either: how many, and how many are covered."""

    sector: Sector | Every
    cluster: ClusterKey
    cluster_name: Text | Name
    covered: int
    partners: int

    @property
    def sector_key(self) -> SectorKey:
        """The id of the sector."""
        return self.sector if isinstance(self.sector, Every) else self.sector.id

    @property
    def is_total(self) -> bool:
        """Whether it adds up a row or a column."""
        return ALL in (self.sector, self.cluster)

    @property
    def share(self) -> float | None:
        """The share that is covered; nothing where there are no partners."""
        return self.covered / self.partners if self.partners else None

    @property
    def is_white(self) -> bool:
        """Whether fewer than half are covered."""
        return self.share is not None and self.share < HALF


@dataclass(frozen=True)
class WhiteSpots:
    """The spots by sector, the least covered first, and by cluster, the largest first; totals stand behind, white spots are emphasised."""

    rows: tuple[Spot, ...]
    kind: ClassVar[str] = "white_spots"
    becomes: ClassVar[Document] = Document.PICTURE
