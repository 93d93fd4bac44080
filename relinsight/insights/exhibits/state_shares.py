"""The partners of each tier by state, as parts of the whole tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class StateShare(NamedTuple):
    """How many partners of one tier are in one state."""

    tier: Name
    state: str
    state_name: Text
    partners: int


@dataclass(frozen=True)
class StateShares:
    """The tiers from most to least promised, each with its states from best to worst."""

    rows: tuple[StateShare, ...]
    kind: ClassVar[str] = "silence"
    becomes: ClassVar[Document] = Document.STACKED_BARS
