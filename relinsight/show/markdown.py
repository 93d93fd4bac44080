"""Escape names for Streamlit's markdown, so that a name full of markup shows as itself."""

from __future__ import annotations

import re
from string import punctuation

from relinsight.words.name import contained

SPECIAL = re.compile(f"([{re.escape(punctuation)}])")
JOINER = "\N{WORD JOINER}"  # without width: it parts what is still read after the backslashes are gone
REPLACED = re.compile(
    r"(?<=www)(?=\.)|(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=[-.+\w])(?=@)"  # addresses become links
    r"|(?<=<)(?=-)|(?<=[-~<>])(?=[-=>])"  # arrows and comparisons become one sign
    r"|(?<=:)(?=[-+\w/]+:)",  # words between colons become pictures
    re.IGNORECASE,
)


def for_markdown(name: str) -> str:
    """Every mark of punctuation with a backslash before it, on one line, and nothing that Streamlit makes a link or a sign of."""
    return SPECIAL.sub(r"\\\1", REPLACED.sub(JOINER, contained(" ".join(name.split()))))
