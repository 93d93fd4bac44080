"""Numbers that come as numbers, written so that nobody can take their point for one that parts thousands."""

from __future__ import annotations

import re

MISTAKABLE = r"^(-?[0-9]{1,3}\.[0-9]{3})$"


def unmistakable(digits: str) -> str:
    """The digits with a zero behind them where exactly three follow the point."""
    return re.sub(MISTAKABLE, r"\g<1>0", digits)
