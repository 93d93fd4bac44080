"""The program without a browser: the frame over a database file, one run after another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from town import TOWN

from relinsight.warehouse.connection import open_file
from relinsight.warehouse.demo import fill_with_demo
from relinsight.warehouse.imports import import_files

FRAME = Path(__file__).parents[2] / "relinsight" / "show" / "frame.py"
AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
Opened = Callable[..., AppTest]


@pytest.fixture(scope="session")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.duckdb"
    warehouse = open_file(path)
    import_files(warehouse, sorted(file for file in TOWN.glob("*.csv") if file.stem != "figures"), at=AT, replace=True)
    warehouse.close()
    return path


@pytest.fixture(scope="session")
def small_demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    warehouse = open_file(path)
    fill_with_demo(warehouse, at=AT, partners=40)
    warehouse.close()
    return path


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a page over a file, at an address; the answer is the app after its first run."""

    def opened(file: Path, page: str = "portfolio", **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("RELINSIGHT_DB", str(file))
        app = AppTest.from_file(str(FRAME), default_timeout=60)
        for key, value in address.items():
            app.query_params[key] = value
        if page != "portfolio":
            app.switch_page(f"../../pages/{page}.py")
        return app.run()

    return opened


@pytest.fixture
def own_copy(tmp_path: Path) -> Callable[[Path], Path]:
    """A copy of a city's file that a test may change."""

    def copied(file: Path) -> Path:
        target = tmp_path / file.name
        shutil.copy(file, target)
        return target

    return copied
