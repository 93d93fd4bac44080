"""What a scope says to a query: its days and its filters."""

from __future__ import annotations

from relinsight.words.scope import Scope


def parameters(scope: Scope) -> dict[str, object]:
    """The named values of a scope: nothing after the as-of day is seen, so nothing after it is counted."""
    since = scope.since or scope.as_of
    then = scope.on(since).counting
    return {
        "as_of": scope.as_of,
        "since": since,
        "first_day": scope.counting.first,
        "last_day": min(scope.counting.last, scope.as_of),
        "first_day_since": then.first,
        "last_day_since": min(then.last, since),
        "sectors": list(scope.sectors),
        "clusters": list(scope.clusters),
        "tiers": list(scope.tiers),
        "account_managers": list(scope.account_managers),
        "partner": scope.partner,
        "seen_clusters": [],  # whose partners a viewer sees; access gives those of a viewer who does not see all
    }
