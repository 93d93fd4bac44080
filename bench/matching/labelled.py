"""The labelled pairs of names, in two halves: one to choose the thresholds by, one held back."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path

from relinsight.sources.matching.nearest import nearest
from relinsight.words.name import folded

HERE = Path(__file__).parent
LISTS = ("related_bodies", "register")
LABELS, UNSURE = ("same", "different"), "unsure"
LEAST = 70  # the score below which the search among many names is not asked


@dataclass(frozen=True)
class Pair:
    """Two names that a person looked at: the same body or not, how much they are alike (0: not found among many), and in which half."""

    name: str
    other: str
    label: str
    score: int
    is_held_back: bool


def pairs(listed: str) -> list[Pair]:
    """The pairs of one list, but for those whose names are equal after folding, which need no judgement, and unsure ones."""
    with (HERE / f"{listed}.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["name"], row["other"], row["label"]) for row in csv.DictReader(file) if row["other"]]
    judged = [row for row in rows if row[2] != UNSURE and folded(row[0]) != folded(row[1])]
    near = nearest({name for name, _, _ in rows}, {other for _, other, _ in rows}, LEAST)
    scores = {(name, one.known): one.likeness.score for name, found in near.items() for one in found}
    return [pair for label in LABELS for pair in _halved([row for row in judged if row[2] == label], scores)]


def _halved(rows: Sequence[tuple[str, str, str]], scores: Mapping[tuple[str, str], int]) -> Iterator[Pair]:
    """Every other pair, in the order of a hash of its names, is held back: as many of each label in both halves."""
    ordered = sorted(rows, key=lambda row: blake2s("|".join(row).encode()).digest())
    for place, (name, other, label) in enumerate(ordered):
        yield Pair(name, other, label, scores.get((name, other), 0), is_held_back=place % 2 == 1)


@dataclass(frozen=True)
class Counted:
    """Of the pairs that reach a score: how many are the same body, and how many are not; of those below it, how many are the same."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of those that reach it that are the same; of none, all."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the same ones that reach it; of none, all."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def counted(found: Sequence[Pair], least: int) -> Counted:
    """What a threshold would do to pairs."""
    reach = [pair for pair in found if pair.score >= least]
    right = sum(pair.label == "same" for pair in reach)
    return Counted(right, len(reach) - right, sum(pair.label == "same" for pair in found) - right)
