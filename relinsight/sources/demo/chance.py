"""Chance with a seed: each noun draws from a stream of its own, so that one can change without the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar
from zlib import crc32

import numpy as np

T = TypeVar("T")


class Chance:
    """A stream of draws that is the same for the same seed and noun."""

    def __init__(self, seed: int, noun: str) -> None:
        self.generator = np.random.default_rng([seed, crc32(noun.encode())])

    def share(self) -> float:
        """A number from 0 up to 1."""
        return float(self.generator.random())

    def maybe(self, probability: float) -> bool:
        """Yes, with this probability."""
        return self.share() < probability

    def between(self, low: float, high: float) -> float:
        """A number between two others."""
        return low + (high - low) * self.share()

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int((high - low + 1) * self.share())

    def normal(self, spread: float) -> float:
        """A number around zero."""
        return float(self.generator.normal(0.0, spread))

    def pick(self, things: Sequence[T]) -> T:
        """One of these."""
        return things[int(len(things) * self.share())]

    def some(self, things: Sequence[T], number: int) -> list[T]:
        """So many of these, none twice, fewer where there are fewer."""
        return [things[i] for i in self.generator.permutation(len(things))[: max(0, number)]]

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """All of these in another order."""
        pile = list(things)
        return [pile[i] for i in self.generator.permutation(len(pile))]

    def day(self, first: date, last: date) -> date:
        """A day between two others, both included; the last one where they are the wrong way round."""
        return last - timedelta(days=self.number(0, max(0, (last - first).days)))
