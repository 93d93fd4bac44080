"""What one viewer may see and do."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.warehouse.cutting import ANOTHER, Reach, Sight
from relinsight.warehouse.refusal import NotAllowed

__all__ = ["ANOTHER", "OWNER", "NotAllowed", "Rights"]


@dataclass(frozen=True)
class Rights:
    """The rights of one viewer: which partners are seen, whether the words of a contact are, and what may be changed.

    `clusters` names the departments whose partners are seen, by their owner on the day; without it every partner is.
    `reads_words` says whether subject, note and impression of a contact are seen; the day of a contact always is.
    `writes` lets the viewer change by hand what concerns partners who are seen; what concerns the whole city, only a viewer of all.
    `is_owner` opens the owner's door: import, undo, copies, exports and questions in SQL; the owner writes too, also settings and
    by which id a register knows a partner.
    """

    viewer: str | None = None
    clusters: tuple[str, ...] | None = None
    reads_words: bool = True
    writes: bool = False
    is_owner: bool = False

    @property
    def sight(self) -> Sight:
        """What is cut for this viewer."""
        return Sight(self.clusters, self.reads_words)

    @property
    def may_write(self) -> bool:
        """Whether anything may be changed by hand."""
        return self.writes or self.is_owner

    @property
    def reach(self) -> Reach:
        """What a change by hand of this viewer may touch."""
        return Reach(self.sight, settings=self.is_owner)


OWNER = Rights(is_owner=True)
