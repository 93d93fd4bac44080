"""The interval of a mean of some: Student's t, narrowed where the group is small."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

CONFIDENCE = 0.95


def half_width(n: int, spread: float, people: int) -> float | None:
    """Half of the 95 % interval of a mean of n out of so many people; a census and a single answer have none."""
    if n < 2 or n >= people:  # noqa: PLR2004
        return None
    return _student(n - 1) * spread / sqrt(n) * sqrt(1 - n / people)


@lru_cache(maxsize=1024)
def _student(freedom: int) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]  # takes time to load

    return float(stdtrit(freedom, (1 + CONFIDENCE) / 2))
