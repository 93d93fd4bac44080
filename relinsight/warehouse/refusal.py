"""Why a database cannot be used."""

from __future__ import annotations

from relinsight.words.text import Text


class WarehouseError(Exception):
    """What stands between a user and the database, in one sentence."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.message)
        self.reason = reason
