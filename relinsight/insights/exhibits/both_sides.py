"""What they say of the relation beside what we say, a row a dimension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.access.choices import Sector
from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class TwoViews(NamedTuple):
    """One dimension: both sides' scores (0 to 100, empty where a side gave none), and the difference in words."""

    dimension: str
    dimension_name: Text | Name
    them: float | None
    us: float | None
    gap_said: Text


@dataclass(frozen=True)
class BothSides:
    """Both values of each dimension, never the gap alone; theirs in the look of their sector."""

    rows: tuple[TwoViews, ...]
    sector: Sector
    kind: ClassVar[str] = "both_sides"
    becomes: ClassVar[Document] = Document.DOTS
