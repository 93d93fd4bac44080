"""A dashboard whose database goes away, or whose disk fills up, while it is open: one sentence on the page."""

from __future__ import annotations

import shutil
from pathlib import Path

import doing
import pytest
from children import Child, done, full_disk, needs
from invented import Demo
from streamlit.testing.v1 import AppTest

from relinsight.show import caches

FRAME = Path(__file__).parents[2] / "relinsight" / "show" / "frame.py"
GONE = "city.duckdb was moved, deleted or replaced while it was open; put it back, or start the dashboard again."


@pytest.fixture(scope="module")
def city(demo: Demo) -> Path:
    """The demo, whole and closed."""
    return demo.after


@pytest.fixture
def path(city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of one's own, which the dashboard opens."""
    copy = Path(shutil.copy(city, tmp_path / "city.duckdb"))
    monkeypatch.setenv("RELINSIGHT_DB", str(copy))
    return copy


def opened() -> AppTest:
    """The dashboard after its first run, with everything on the page."""
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    assert not app.error
    assert app.title
    return app


def said(app: AppTest) -> list[str]:
    """What went wrong, as the page says it; never a traceback."""
    assert not app.exception
    return [error.value.replace("\\", "") for error in app.error]


@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_city_that_goes_away_is_said_and_found_again(path: Path, city: Path, how: str) -> None:
    app, aside = opened(), path.with_name("aside.duckdb")
    path.rename(aside)
    if how == "deleted":
        aside = None
    if how == "replaced":
        shutil.copy(city, path)
    assert said(app.run()) == [GONE]
    assert path.exists() == (how == "replaced")
    if aside:
        aside.replace(path)
        assert said(app.run()) == []
        assert app.title


def test_a_city_that_the_engine_gave_up_is_opened_anew(path: Path) -> None:
    app = opened()
    caches.city().warehouse.is_over = True
    assert said(app.run()) == []
    assert not caches.city().warehouse.is_over


def test_a_city_that_another_process_holds_opens_when_it_is_free(path: Path) -> None:
    child = Child(doing.hold, path)
    assert child.hears("opened")
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    assert said(app) == ["city.duckdb is open in another process; wait until that is done or end it, and try again."]
    child.kill()
    assert said(app.run()) == []
    assert app.title


def test_a_disk_that_fills_up_while_the_dashboard_is_open(city: Path, tmp_path: Path) -> None:
    needs(full_disk(64 << 20), tmp_path)
    disk = tmp_path / "disk"
    disk.mkdir()
    path = Path(shutil.copy(city, disk / "city.duckdb"))
    found = done(doing.remove_in_dashboard, path, FRAME, prepare=full_disk(path.stat().st_size + (40 << 20)), folder=disk)
    assert found["full"] == [f"There is no room left on the disk of {disk}, so nothing was changed; make room and try again."]
    assert found["exceptions"] == 0
    assert found["room again"] == []
    assert found["partners after"] == found["partners before"] > 0
