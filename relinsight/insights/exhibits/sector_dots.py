"""The sectors side by side, a narrow axis a measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.access.choices import Sector
from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.text import Text


class SectorDot(NamedTuple):
    """One measure of one sector: its value (empty: unknown or too few) and interval, in words too, and that of all partners."""

    sector: Sector
    measure: str
    measure_name: Text
    measure_note: Text
    value: float | None
    low: float | None
    high: float | None
    said: Text
    all: float | None
    all_said: Text
    n: int | None


@dataclass(frozen=True)
class SectorDots:
    """A dot a sector and measure, in the order of the measures and of the sectors; a line for all partners."""

    rows: tuple[SectorDot, ...]
    kind: ClassVar[str] = "sector_dots"
    becomes: ClassVar[Document] = Document.DOTS
