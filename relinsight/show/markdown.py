"""Escape names for Streamlit's markdown, so that a name full of markup shows as itself."""

from __future__ import annotations

import re
from string import punctuation

SPECIAL = re.compile(f"([{re.escape(punctuation)}])")


def for_markdown(name: str) -> str:
    """Every mark of punctuation with a backslash before it, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(name.split()))
