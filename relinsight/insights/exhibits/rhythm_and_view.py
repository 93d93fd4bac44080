"""Every partner by how long it was silent, against what it thinks of us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.access.choices import Sector
from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class SilenceAndView(NamedTuple):
    """One partner: its silence as a share of what was promised (empty: no rhythm, or never met), and its view of us (empty: none given)."""

    partner: str
    name: Name
    tier: Name | None
    sector: Sector
    state: str
    state_said: Text
    days: int | None
    promised: int | None
    ratio: float | None
    view: float | None


@dataclass(frozen=True)
class RhythmAndView:
    """The partners, and the few of them of whom the heading speaks."""

    rows: tuple[SilenceAndView, ...]
    named: frozenset[str] = frozenset()
    kind: ClassVar[str] = "rhythm_and_view"
    becomes: ClassVar[Document] = Document.PICTURE
