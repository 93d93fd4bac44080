"""The filters of a scope as one condition: what a row of a partner or dealing must be on the day to be chosen."""

from __future__ import annotations

from relinsight.words.scope import NOBODY

FILTERS = {"sector": "sectors", "cluster": "clusters", "tier": "tiers", "owner": "account_managers"}
BELOW = {"cluster": " OR cluster IN (SELECT cluster FROM chosen_cluster)"}  # a cluster takes those below it along
MATCHING = " AND ".join(
    f"(coalesce(array_length(CAST(${choice} AS VARCHAR[])), 0) = 0"
    f" OR list_contains(CAST(${choice} AS VARCHAR[]), coalesce({column}, '{NOBODY}')){BELOW.get(column, '')})"
    for column, choice in FILTERS.items()
)
