"""The instruments that are there from the start, with their dimensions and scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from relinsight.records.vocabularies import DIMENSIONS
from relinsight.sources.demo.shipped import SCALES, dimensions
from relinsight.sources.headers import plain


@dataclass(frozen=True)
class Instrument:
    """A questionnaire that is there from the start."""

    id: str
    dimensions: tuple[str, ...]
    low: float
    high: float

    def spelled(self, word: str) -> str | None:
        """The dimension of it that a word means."""
        found = _meanings().get(plain(word))
        return found if found in self.dimensions else None


@cache
def instruments() -> tuple[Instrument, ...]:
    """Every instrument that is there from the start."""
    return tuple(Instrument(name, dimensions(name), low, high) for name, (low, high) in SCALES.items())


@cache
def _meanings() -> Mapping[str, str]:
    return {plain(spelling): means for spelling, means in DIMENSIONS.meanings.items()}
