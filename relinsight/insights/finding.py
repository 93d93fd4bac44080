"""Find what somebody looks for by its name: as a whole or in part, and where nothing fits, what is spelled most like it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from rapidfuzz import fuzz

from relinsight.words.name import fits, folded

LEAST_LIKE = 80  # of 100 letters that agree, from which on a name is spelled like another
FEWEST_LETTERS = 4  # of what somebody typed: shorter words look like too many
MOST_NEAR = 8

K = TypeVar("K")


def fitting(sought: str, names: Mapping[K, str]) -> list[K]:
    """The keys of the names that hold what is sought, in their order."""
    return [key for key, name in names.items() if fits(sought, name)]


def nearest(sought: str, names: Mapping[K, str]) -> list[K]:
    """The keys of the few names that are spelled most like what is sought, the nearest first."""
    typed = folded(sought)
    if len(typed) < FEWEST_LETTERS:
        return []
    scores = {key: _alike(typed, folded(name)) for key, name in names.items()}
    near = sorted((key for key, score in scores.items() if score >= LEAST_LIKE), key=lambda key: -scores[key])
    return near[:MOST_NEAR]


def found(sought: str, names: Mapping[K, str]) -> list[K]:
    """The keys of the names that fit; where none does, of those that are spelled most like what is sought."""
    return fitting(sought, names) or nearest(sought, names)


def _alike(typed: str, name: str) -> float:
    """How many of 100 letters agree with the name, or with that part of a longer one that agrees most."""
    return fuzz.partial_ratio(typed, name) if len(name) > len(typed) else fuzz.ratio(typed, name)
