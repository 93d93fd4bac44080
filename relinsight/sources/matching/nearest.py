"""Which of many known names each of many names may mean, within bounded memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from relinsight.sources.matching.likeness import ASKED, LEAST_INITIALS, Likeness, likeness
from relinsight.sources.matching.spelt import Spelt, spelt, without_brackets

ROWS = 256  # names that are held against all known ones at a time
SHORTER = 4  # by how much the share of letters alone may lie below the score that is asked for
CLOSEST = 8  # known names that are looked at for each name and order of its words

KEYS: tuple[Callable[[Spelt], Hashable], ...] = (
    lambda name: "".join(name.words),
    lambda name: "".join(name.written),
    lambda name: tuple(sorted(name.core)),
)


@dataclass(frozen=True)
class Near:
    """A known name that a name may mean."""

    known: str
    likeness: Likeness


def sure(names: Iterable[str], known: Collection[str]) -> dict[str, list[Near]]:
    """The known names that say the same as each name, the surest first."""
    by_key = _by_key(known)
    found = {name: _judged(name, _of_equal_key(name, by_key)) for name in set(names)}
    return {name: [near for near in nears if near.likeness.is_sure] for name, nears in found.items()}


def nearest(names: Iterable[str], known: Collection[str], least: int = ASKED) -> dict[str, list[Near]]:
    """The known names that each name is like, at least so much, the closest first."""
    asked, there = sorted(set(names)), sorted(set(known))
    by_key, shorts = _by_key(there), _shorts(there)
    candidates = {name: _of_equal_key(name, by_key) | shorts.of(name) for name in asked}
    if asked and there:
        for name, close in _close(asked, there, least):
            candidates[name].update(close)
    found = {name: _judged(name, close) for name, close in candidates.items()}
    return {name: [near for near in nears if near.likeness.score >= least] for name, nears in found.items()}


def _judged(name: str, candidates: Iterable[str]) -> list[Near]:
    return sorted((Near(known, likeness(name, known)) for known in candidates), key=lambda near: (-near.likeness.score, near.known))


def _by_key(known: Iterable[str]) -> Mapping[tuple[int, Hashable], set[str]]:
    found = defaultdict[tuple[int, Hashable], set[str]](set)
    for name in known:
        for key in _keys(name):
            found[key].add(name)
    return found


def _of_equal_key(name: str, by_key: Mapping[tuple[int, Hashable], set[str]]) -> set[str]:
    return set[str]().union(*(by_key.get(key, ()) for key in _keys(name)))


def _keys(name: str) -> Iterator[tuple[int, Hashable]]:
    """What a name shares with those that say the same, as a whole or without what stands in brackets."""
    for each in {name, without_brackets(name)}:
        yield from ((place, key(spelt(each))) for place, key in enumerate(KEYS))


@dataclass(frozen=True)
class _Shorts:
    """The known names of one word by that word, and the others by their first letters."""

    words: Mapping[str, set[str]]
    initials: Mapping[str, set[str]]

    def of(self, name: str) -> set[str]:
        """The known names that a name stands for in short, or that stand for it."""
        core = spelt(name).core
        if len(core) == 1:
            return set(self.initials.get(core[0], ()))
        return set[str]().union(*(self.words.get(short, ()) for short in spelt(name).initials))


def _shorts(known: Iterable[str]) -> _Shorts:
    words, initials = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for name in known:
        core = spelt(name).core
        if len(core) == 1:
            words[core[0]].add(name)
        else:
            for short in spelt(name).initials:
                if len(short) >= LEAST_INITIALS:
                    initials[short].add(name)
    return _Shorts(words, initials)


def _close(names: Sequence[str], known: Sequence[str], least: int) -> Iterator[tuple[str, set[str]]]:
    """The known names of which enough letters agree, the words as they stand or in the order of the alphabet."""
    for order in (_in_order, _sorted):
        there = [order(name) for name in known]
        for start in range(0, len(names), ROWS):
            rows = names[start : start + ROWS]
            agree = process.cdist(
                [order(name) for name in rows], there, scorer=fuzz.ratio, score_cutoff=least - SHORTER, dtype=np.uint8, workers=-1
            )
            for name, row in zip(rows, agree, strict=True):
                yield name, {known[place] for place in _highest(row)}


def _highest(row: np.ndarray) -> list[int]:
    """The places of the highest numbers of a row, but for those that are 0."""
    filled = np.flatnonzero(row)
    return [int(place) for place in filled[np.argsort(row[filled], kind="stable")[::-1][:CLOSEST]]]


def _in_order(name: str) -> str:
    return " ".join(spelt(without_brackets(name)).core)


def _sorted(name: str) -> str:
    return " ".join(sorted(spelt(without_brackets(name)).core))
