"""The program without a browser: the frame over a database file, one run after another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import cities
import pytest
from opened import Opened, opened
from streamlit.testing.v1 import AppTest


@pytest.fixture(scope="session")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cities.town_file(tmp_path_factory.mktemp("town") / "town.duckdb")


@pytest.fixture(scope="session")
def small_demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cities.demo_file(tmp_path_factory.mktemp("demo") / "demo.duckdb", partners=40)


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a page over a file, at an address."""

    def over(file: Path, page: str = "portfolio", **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("RELINSIGHT_DB", str(file))
        return opened(page, address)

    return over


@pytest.fixture
def own_copy(tmp_path: Path) -> Callable[[Path], Path]:
    """A copy of a city's file that a test may change."""

    def copied(file: Path) -> Path:
        target = tmp_path / file.name
        shutil.copy(file, target)
        return target

    return copied
