"""Partners by how long they were silent, as a share of what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.access.choices import Sector
from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class Silence(NamedTuple):
    """One partner: its silence, in days and as a share of the promise, whether it is covered, and if not, why."""

    partner: str
    name: Name
    tier: Name | None
    sector: Sector
    days: int | None
    promised: int | None
    ratio: float | None
    never: bool
    state_said: Text
    said: Text
    covered: bool
    reason: Text | None


@dataclass(frozen=True)
class RhythmBars:
    """The partners of one sector, the longest silence first; who is covered is filled."""

    rows: tuple[Silence, ...]
    kind: ClassVar[str] = "rhythm_bars"
    becomes: ClassVar[Document] = Document.BARS
