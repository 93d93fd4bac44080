"""How the title of a meeting says whom it was with."""

from __future__ import annotations

import re

from relinsight.sources.suggesting.columns import Column

WITH = r"(?i)\b(?:met|with)\b:? +(.+)$"
AFTER = (
    r"(?i)\b(?:met|with|bij|visit to|werkbezoek(?: aan)?|bezoek(?: aan)?|overleg|gesprek|kennismaking|lunch|diner|call|meeting|visit)\b"
    r"[ :\-–]+(.+)$"
)
OFTEN = 0.1


def says(column: Column, pattern: str) -> bool:
    """Whether the titles of a column often say it in this way."""
    return column.share(re.compile(pattern).search) >= OFTEN
