"""What one viewer may see and do."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.warehouse.cutting import Sight
from relinsight.words.refusal import Refusal


@dataclass(frozen=True)
class Rights:
    """The rights of one viewer: which partners are seen, whether the words of a contact are, and whether the data are theirs to change.

    `clusters` names the departments whose partners are seen, by their owner on the day; without it every partner is.
    `reads_words` says whether subject, note and impression of a contact are seen; the day of a contact always is.
    `is_owner` opens the owner's door: import, undo, copies, exports and questions in SQL.
    """

    viewer: str | None = None
    clusters: tuple[str, ...] | None = None
    reads_words: bool = True
    is_owner: bool = False

    @property
    def sight(self) -> Sight:
        """What is cut for this viewer."""
        return Sight(self.clusters, self.reads_words)


OWNER = Rights(is_owner=True)


class NotAllowed(Refusal):
    """Why a viewer may not do something, in one sentence."""
