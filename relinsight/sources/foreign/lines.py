"""How a process that parses hands over what it finds: one line of JSON each."""

from __future__ import annotations

import json


def line(said: object) -> bytes:
    """A row, or what is told of all, as the line that is written."""
    return json.dumps(said, separators=(",", ":")).encode() + b"\n"
