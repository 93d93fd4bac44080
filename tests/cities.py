"""Cities as files, as a user has them: the invented town, the demo, and the register of Amsterdam."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from town import TOWN

from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.demo import fill_with_demo
from relinsight.warehouse.imports import ImportOptions, import_files

MADE: dict[tuple[object, ...], Path] = {}  # the cities that were made, to be copied
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGISTER = Path(__file__).parents[1] / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"


def town_file(path: Path) -> Path:
    """The town, imported as a user imports it."""
    return _copied(_town, path)


def demo_file(path: Path, partners: int = 140) -> Path:
    """The demo city, of any size."""
    return _copied(partial(fill_with_demo, at=AT, partners=partners), path)


def register_file(path: Path) -> Path:
    """The subsidy register of Amsterdam, by its shipped profile."""
    return _copied(_register, path)


def _town(warehouse: Warehouse) -> None:
    files = sorted(file for file in TOWN.glob("*.csv") if file.stem != "figures")
    import_files(warehouse, files, ImportOptions(replace=True), at=AT)


def _register(warehouse: Warehouse) -> None:
    import_files(warehouse, [REGISTER], ImportOptions(profile="amsterdam-subsidies"), at=AT)


def _copied(fill: Callable[[Warehouse], object], path: Path) -> Path:
    """A copy of the city that is filled so, which is made once."""
    key = (fill.func, *fill.keywords.items()) if isinstance(fill, partial) else (fill,)
    if key not in MADE:
        folder = Path(tempfile.mkdtemp(prefix="relinsight-city-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        with closing(open_file(folder / "made.duckdb")) as warehouse:
            fill(warehouse)
        MADE[key] = folder / "made.duckdb"
    return Path(shutil.copy(MADE[key], path))
