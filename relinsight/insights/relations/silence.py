"""The states of silence, from best to worst, and the limits between them."""

from __future__ import annotations

from relinsight.words.yardsticks import COOLING_UP_TO, DORMANT_UP_TO

# Up to so many times the promised days; what is longer is lost from sight.
UP_TO = {"in_time": 1.0, "cooling": COOLING_UP_TO, "dormant": DORMANT_UP_TO}
STATES = (*UP_TO, "lost", "never")
NOT_PROMISED = "not_promised"


def slipped(now: str, before: str) -> int:
    """How many states a partner slipped between two days; negative: it came back; 0 where one of both is no state of silence."""
    return STATES.index(now) - STATES.index(before) if {now, before} <= set(STATES) else 0


def is_silent(state: str) -> bool:
    """Whether a partner waits longer than its tier was promised, or was never spoken to."""
    return state not in ("in_time", NOT_PROMISED)
