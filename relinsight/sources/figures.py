"""Numbers that come as numbers, written so that nobody can take their point for one that parts thousands."""

from __future__ import annotations

import re

from relinsight.sources.arrow import Array, compute

MISTAKABLE = r"^(-?[0-9]{1,3}\.[0-9]{3})$"


def unmistakable(figures: str) -> str:
    """The figures with a zero behind them where exactly three follow the point."""
    return re.sub(MISTAKABLE, r"\g<1>0", figures)


def all_unmistakable(figures: Array) -> Array:
    """The same of a whole column."""
    return compute.replace_substring_regex(figures, MISTAKABLE, r"\10")
