"""Why a city cannot be made as it was asked for."""

from __future__ import annotations

from relinsight.words.text import Text


class CityRefusedError(ValueError):
    """A wish for a city that cannot be, with the reason and the remedy in a sentence."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.message)
        self.reason = reason
