"""Print what the thresholds do: `python -m bench.matching`. docs/matching.md holds the numbers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from random import Random

from bench.matching.labelled import LISTS, Pair, counted, pairs
from bench.matching.made import made, names, outcomes
from relinsight.sources.matching.likeness import ALONE, ASKED
from relinsight.sources.matching.nearest import nearest

PRECISE = 0.99  # of what is matched by itself
WORTH_ASKING = 3 / 4  # of what is asked
SCORES = range(70, 101)
MANY = 20_000


def main() -> None:
    """Choose the thresholds by one half, and say what they do to the other."""
    found = {listed: pairs(listed) for listed in LISTS}
    everything = [pair for listed in found.values() for pair in listed]
    choosing = [pair for pair in everything if not pair.is_held_back]
    print(f"By the half to choose by, matching alone could begin at {_alone(choosing)} (it does at {ALONE}),")
    print(f"and asking at {_asked(choosing)} (it does at {ASKED}).\n")
    for listed, listed_pairs in found.items():
        for part, is_held_back in (("to choose by", False), ("held back", True)):
            _say(f"{listed}, {part}", [pair for pair in listed_pairs if pair.is_held_back is is_held_back])
    _say_made()
    _say_time()


def _alone(found: list[Pair]) -> int:
    """The lowest score from which on all but one in a hundred are right, at it and at each score above it."""
    return _lowest(lambda score: counted(found, score).precision >= PRECISE)


def _asked(found: list[Pair]) -> int:
    """The lowest score from which on enough of what is asked is right."""
    below = [pair for pair in found if pair.score < ALONE]
    return _lowest(lambda score: counted(below, score).precision >= WORTH_ASKING)


def _lowest(holds: Callable[[int], bool]) -> int:
    lowest = SCORES[-1]
    for score in reversed(SCORES):
        if not holds(score):
            break
        lowest = score
    return lowest


def _say(what: str, found: list[Pair]) -> None:
    alone, asked = counted(found, ALONE), counted(found, ASKED)
    below = counted([pair for pair in found if pair.score < ALONE], ASKED)
    print(f"{what}: {len(found)} pairs, {alone.right + alone.missed} the same")
    print(f"  by itself: {alone.right} right, {alone.wrong} wrong, precision {alone.precision:.3f}, recall {alone.recall:.3f}")
    print(f"  asked: {below.right} right, {below.wrong} wrong; by itself or asked: recall {asked.recall:.3f}")


def _say_made() -> None:
    total = Counter[str]()
    print(f"\nspellings made on purpose, {len(made())} of {len(names())} names")
    for way, found in outcomes().items():
        total += found
        print(f"  {way}: {_row(found)}")
    print(f"  all: {_row(total)}; precision by itself {total['right'] / (total['right'] + total['wrong']):.4f}")


def _row(found: Counter[str]) -> str:
    return ", ".join(f"{outcome} {found[outcome]}" for outcome in ("right", "wrong", "asked", "asked of another", "new"))


def _say_time() -> None:
    """So many names against as many: those of the register with a word of another one."""
    random, listed = Random(1), names()
    words = sorted({word for name in listed for word in name.split()})
    one, other = ([f"{random.choice(listed)} {random.choice(words)}" for _ in range(MANY)] for _ in range(2))
    start = time.perf_counter()
    nearest(one, other)
    print(f"\n{MANY:,} names against {MANY:,}: {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
