"""What holds at each link of a chain, and what falls away there, a panel a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class Fall(NamedTuple):
    """One link of one group: how many hold it and all before it, how many fall away at it, and whether the group is promised it."""

    group: Text | Name
    link: Text | Name
    kept: int
    lost: int
    total: int
    promised: bool


@dataclass(frozen=True)
class FallingBars:
    """The links of each group in their order; of each group the largest fall is emphasised."""

    rows: tuple[Fall, ...]
    kind: ClassVar[str] = "falling_bars"
    becomes: ClassVar[Document] = Document.STACKED_BARS

    def is_strong(self, fall: Fall) -> bool:
        """Whether at no link of the group more falls away."""
        return bool(fall.lost) and fall.lost == max(row.lost for row in self.rows if row.group == fall.group and row.promised)
