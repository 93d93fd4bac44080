"""Why a city cannot be made as it was asked for."""

from __future__ import annotations

from relinsight.words.refusal import Refusal


class CityRefusedError(Refusal):
    """A wish for a city that cannot be, with the reason and the remedy in a sentence."""
