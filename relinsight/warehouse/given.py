"""What facts and page queries name as `$name` and is the same for every question: filled in where their texts are read."""

from __future__ import annotations

import re
from functools import cache

from relinsight.warehouse.filters import MATCHING
from relinsight.warehouse.folding import folded
from relinsight.words import yardsticks

NAMED = re.compile(r"\$(\w+)")


def filled_in(sql: str) -> str:
    """A text in which each yardstick stands as its number and each shared condition in its own words; what is asked of it stays."""
    return NAMED.sub(lambda found: given().get(found[1], found[0]), sql)


@cache
def given() -> dict[str, str]:
    """The words for each of these names."""
    return {
        "cooling_up_to": f"{yardsticks.COOLING_UP_TO}e0",
        "dormant_up_to": f"{yardsticks.DORMANT_UP_TO}e0",
        "covering_links": str(yardsticks.COVERING_LINKS),
        **{f"weight_{tier.lower()}": str(weight) for tier, weight in yardsticks.TIER_WEIGHTS.items()},
        "half_life_days": f"{yardsticks.HALF_LIFE_DAYS}e0",
        "recent_years": str(yardsticks.RECENT_YEARS),
        "matches_filters": f"({MATCHING})",
        "folded_spelling": folded("spelling"),
    }
