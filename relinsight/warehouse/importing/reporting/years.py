"""The days in a column by year, and the years that stand apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

LEAST = 5  # days: of fewer none stands apart
NEAR = 2  # years that may always lie between two days of one column


class Year(NamedTuple):
    """The days of one year in a column: how many, the first and the last."""

    year: int
    days: int
    first: date
    last: date


def apart(years: Sequence[Year]) -> list[Year]:
    """The years that lie further from the others than these from each other, and hold few days: at most one in ten.

    `years` is in order. The body of a column is what lies between its tenths; whatever follows on it without a gap belongs to it.
    """
    total = sum(year.days for year in years)
    if total < LEAST or len(years) == 1:
        return []
    few = max(total // 10, 1)
    first, last = _at(years, few), _at(years, total - 1 - few)
    gap = max(years[last].year - years[first].year, NEAR)
    low, high = _reached(years[first::-1], gap), _reached(years[last:], gap)
    return [*years[: first + 1 - low], *years[last + high :]]


def _at(years: Sequence[Year], place: int) -> int:
    """The year in which the day of a place lies, as its place among the years."""
    passed = 0
    for number, year in enumerate(years):
        passed += year.days
        if place < passed:
            return number
    return len(years) - 1


def _reached(years: Sequence[Year], gap: int) -> int:
    """How many years follow on each other from the first on, with no greater gap between them."""
    return next((number for number, (one, other) in enumerate(pairwise(years), 1) if abs(other.year - one.year) > gap), len(years))
