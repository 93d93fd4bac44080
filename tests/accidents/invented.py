"""The demo city as a file, made once for all accidents that befall it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import doing
from children import done, lengths

from relinsight.warehouse.importing.progress import WRITING


@dataclass(frozen=True)
class Demo:
    """A city before and after its invention, and how many seconds its rows took to be written."""

    before: Path
    after: Path
    writing: float


def invented(folder: Path) -> Demo:
    """A demo that nobody disturbed."""
    before = folder / "empty.duckdb"
    assert done(doing.look, before) is None
    after = Path(shutil.copy(before, folder / "city.duckdb"))
    return Demo(before, after, lengths(doing.invent, after)[WRITING.message])
