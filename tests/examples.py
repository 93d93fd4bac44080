"""How many examples a run looks at: few in an ordinary one, and more where RELINSIGHT_EXAMPLES says how many."""

from __future__ import annotations

import os

MORE = os.environ.get("RELINSIGHT_EXAMPLES")


def examples(ordinary: int) -> int:
    """So many in an ordinary run."""
    return int(MORE) if MORE else ordinary


def one_in(step: int) -> int:
    """In an ordinary run every so many of a row of cases, in a longer one each of them."""
    return 1 if MORE else step
