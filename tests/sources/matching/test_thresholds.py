"""The thresholds hold on the labelled names: what matches by itself is right, and asking is worth it."""

from __future__ import annotations

import pytest

from bench.matching.labelled import LISTS, Pair, counted, pairs
from relinsight.sources.matching.likeness import ALONE, ASKED

PUBLIC_BODIES = "related_bodies"


@pytest.fixture(scope="module")
def labelled() -> dict[str, list[Pair]]:
    return {listed: pairs(listed) for listed in LISTS}


def test_both_halves_have_as_many_of_each_label(labelled: dict[str, list[Pair]]):
    for found in labelled.values():
        for label in ("same", "different"):
            halves = [sum(pair.label == label and pair.is_held_back is half for pair in found) for half in (True, False)]
            assert min(halves) > 5
            assert abs(halves[0] - halves[1]) <= 1


@pytest.mark.parametrize("is_held_back", [False, True])
def test_of_what_matches_by_itself_all_is_right(labelled: dict[str, list[Pair]], is_held_back: bool):
    found = [pair for listed in labelled.values() for pair in listed if pair.is_held_back is is_held_back]
    alone = counted(found, ALONE)
    assert (alone.right > 25, alone.wrong) == (True, 0)


def test_most_public_bodies_that_are_one_are_found_or_asked_and_nobody_is_asked_in_vain(labelled: dict[str, list[Pair]]):
    held_back = [pair for pair in labelled[PUBLIC_BODIES] if pair.is_held_back]
    asked = counted(held_back, ASKED)
    assert asked.recall >= 0.6
    assert asked.wrong == 0
