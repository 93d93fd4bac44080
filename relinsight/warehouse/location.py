"""Where a city's database file lies."""

from __future__ import annotations

import os
from pathlib import Path

DEFAULT = Path(__file__).parents[2] / "data" / "relinsight.duckdb"


def database() -> Path:
    """The file that `RELINSIGHT_DB` names, else the one under data/."""
    return Path(os.environ.get("RELINSIGHT_DB") or DEFAULT)
