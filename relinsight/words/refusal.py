"""Why something was not done, as one sentence."""

from __future__ import annotations

from relinsight.words.text import Text


class Refusal(Exception):  # noqa: N818
    """What stands in the way: what is wrong, where, and what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.message)
        self.reason = reason
