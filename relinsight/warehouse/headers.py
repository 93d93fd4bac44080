"""What a fact says of itself above its SELECT: `-- Keys: ...`, and where they hold `-- Kept: ...`, `-- Stored: ...`, `-- Shown: ...`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from relinsight.warehouse.queries import facts, mentioned

Word = Literal["Keys", "Kept", "Stored", "Shown"]
LINE = re.compile(r"-- (Keys|Kept|Stored|Shown): (.+)")
EACH_DAY = "each day"
BY = "by "


def header_line(name: str, word: Word) -> str | None:
    """What a fact says under one of these words."""
    return _header(name).get(word)


@cache
def kept_each_day() -> frozenset[str]:
    """Facts with a row a partner, person, goal or question: small, asked for by every page, and kept in memory by day."""
    return frozenset(name for name in facts() if header_line(name, "Kept") == EACH_DAY)


@cache
def stored_in_file() -> Mapping[str, str]:
    """Facts of all days with a row a contact or a form, or needed by such: each after those that it reads, with the order of its rows.

    In that order the engine finds the rows of one partner, or of some days, without reading all.
    """
    found = {name: order.removeprefix(BY) for name in facts() if (order := header_line(name, "Stored"))}
    return dict(sorted(found.items(), key=lambda one: len(mentioned([one[0]]))))


@cache
def _header(name: str) -> dict[str, str]:
    """The lines before the first that is no comment."""
    lines = facts()[name].splitlines()
    end = next(place for place, line in enumerate(lines) if not line.startswith("--"))
    return {found[1]: found[2] for line in lines[:end] if (found := LINE.fullmatch(line))}
