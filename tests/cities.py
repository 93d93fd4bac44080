"""Cities as files, as a user has them: the invented town, the demo, and the register of Amsterdam."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from town import TOWN

from relinsight.warehouse.connection import open_file
from relinsight.warehouse.demo import fill_with_demo
from relinsight.warehouse.imports import ImportOptions, import_files

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REGISTER = Path(__file__).parents[1] / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"


def town_file(path: Path) -> Path:
    """The town, imported as a user imports it."""
    warehouse = open_file(path)
    files = sorted(file for file in TOWN.glob("*.csv") if file.stem != "figures")
    import_files(warehouse, files, ImportOptions(replace=True), at=AT)
    warehouse.close()
    return path


def demo_file(path: Path, partners: int = 140) -> Path:
    """The demo city, of any size."""
    warehouse = open_file(path)
    fill_with_demo(warehouse, at=AT, partners=partners)
    warehouse.close()
    return path


def register_file(path: Path) -> Path:
    """The subsidy register of Amsterdam, by its shipped profile."""
    warehouse = open_file(path)
    import_files(warehouse, [REGISTER], ImportOptions(profile="amsterdam-subsidies"), at=AT)
    warehouse.close()
    return path
