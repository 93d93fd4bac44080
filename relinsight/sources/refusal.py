"""Why an import is refused as a whole: what is wrong, where, and what to do; nothing was changed."""

from __future__ import annotations

from relinsight.words.text import Text


class ImportRefused(Exception):  # noqa: N818
    """What stands between files and the warehouse, in one sentence."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.message)
        self.reason = reason
