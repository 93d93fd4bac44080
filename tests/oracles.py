"""Worked examples, computed apart from this program."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def oracle(name: str) -> dict[str, Any]:
    """One worked example by name."""
    return json.loads((Path(__file__).parent / "data" / "oracles.json").read_text(encoding="utf-8"))[name]
