"""A name is found as a whole, in part, or by a spelling that is nearly right."""

from __future__ import annotations

import pytest

from relinsight.insights.finding import found, nearest

NAMES = {"f": "Farmers’ Association Zuid", "h": "Haven Noord", "b": "Bank van Lening", "r": "Rode Kruis"}


@pytest.mark.parametrize(
    ("sought", "keys"),
    [
        ("haven", ["h"]),
        ("farmers asociation", ["f"]),
        ("Rode Kruiz", ["r"]),
        ("havn noord", ["h"]),
        ("Theater", []),
        ("tank", []),
        ("xav", []),
    ],
)
def test_a_name_is_found_whole_in_part_or_nearly(sought: str, keys: list[str]):
    assert found(sought, NAMES) == keys


def test_the_nearest_spelling_comes_first():
    assert nearest("wijkraad oots", {1: "Wijkraad West", 2: "Wijkraad Oost", 3: "Museum"})[0] == 2
