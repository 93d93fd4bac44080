"""The limits between the states of silence, as a sentence says them."""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.words.quantities import OneDecimal
from relinsight.words.yardsticks import COOLING_UP_TO, DORMANT_UP_TO


def _times(limit: float) -> OneDecimal | int:
    """How many times the promised days: 3, but 1.5."""
    return int(limit) if limit.is_integer() else OneDecimal(limit)


LIMITS: Mapping[str, OneDecimal | int] = {"cooling": _times(COOLING_UP_TO), "dormant": _times(DORMANT_UP_TO)}
