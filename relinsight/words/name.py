"""Text that came from data: shown as it is, never as markup."""

from __future__ import annotations

import re

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # marks that turn the direction of all that follows
BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # signs that end a line or steer a screen


class Name(str):
    """A name, title or note out of the tables; each renderer escapes it for its own grammar."""

    __slots__ = ()


def contained(name: str) -> str:
    """A name that turns no words but its own."""
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}" if TURNING.search(name) else name


def on_one_line(name: str) -> str:
    """A name as part of one line of plain text: it neither breaks the line nor steers the screen."""
    return contained(BREAKS.sub(" ", name))
