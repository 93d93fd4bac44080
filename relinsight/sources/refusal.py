"""Why an import is refused as a whole: what is wrong, where, and what to do; nothing was changed."""

from __future__ import annotations

import zlib
from pathlib import Path

from relinsight.words.name import Name
from relinsight.words.text import Text, text

UNREADABLE = (OSError, EOFError, zlib.error, LookupError)


class ImportRefused(Exception):  # noqa: N818
    """What stands between files and the warehouse, in one sentence."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.message)
        self.reason = reason


def cut_short(path: Path) -> Text:
    """The sentence about a file whose bytes stop or make no sense."""
    return text("{file} cannot be read to its end; copy, pack or export it again.", file=Name(path.name))


def empty(path: Path) -> Text:
    """The sentence about a file in which there is nothing."""
    return text("{file} is empty; export it again with a header and rows, or choose another file.", file=Name(path.name))
