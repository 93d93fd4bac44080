"""Why a database cannot be used."""

from __future__ import annotations

from relinsight.words.text import Text


class WarehouseError(Exception):
    """What stands between a user and the database, in one sentence; where `is_over`, the open connection is of no more use."""

    def __init__(self, reason: Text, *, is_over: bool = False) -> None:
        super().__init__(reason.message)
        self.reason = reason
        self.is_over = is_over
