"""Why a database cannot be used, or not by this viewer."""

from __future__ import annotations

from relinsight.words.refusal import Refusal
from relinsight.words.text import Text


class WarehouseError(Refusal):
    """What stands between a user and the database, in one sentence; where `is_over`, the open connection is of no more use."""

    def __init__(self, reason: Text, *, is_over: bool = False) -> None:
        super().__init__(reason)
        self.is_over = is_over


class NotAllowed(Refusal):
    """Why a viewer may not do something, in one sentence."""
