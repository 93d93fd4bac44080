"""A clock that was set back, or that is about to be: nothing is lost, the order holds, and it is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from arriving import City, said

from relinsight.access.reader import Reader
from relinsight.command_line.asking import as_of
from relinsight.insights.naming import partners_named
from relinsight.warehouse.backup import backup, restore
from relinsight.warehouse.checks import findings
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import import_files
from relinsight.warehouse.runs import runs
from relinsight.words import clock
from relinsight.words.scope import Scope

NOW = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
BACK, FORTH = NOW - timedelta(days=400), NOW + timedelta(days=1)
WARNING = "The clock of this machine is behind: an earlier import bears the date"


def _bring(city: City, at: datetime, name: str, owner: str) -> list[str]:
    """The warnings of an import at some time that renames the partner."""
    report = import_files(city.warehouse, [city.file("partner.csv", f"id,name,about\np1,{name},{owner}\n")], at=at)
    return [said(line) for line in report.warnings if WARNING in said(line)]


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def test_the_newest_import_is_the_last_one_whatever_the_clock_says(city: City, tmp_path: Path) -> None:
    assert _bring(city, NOW, "First", "a") == []
    assert _bring(city, FORTH, "Second", "b") == []
    assert _bring(city, BACK, "Third", "c") == [f"{WARNING} 2026-10-02. Set the clock right."]
    assert _bring(city, NOW, "Fourth", "d") != []
    assert [run["made_at"] for run in runs(city.warehouse)] == [NOW, BACK, FORTH, NOW]
    assert city.values("SELECT name, about FROM partner") == [("Fourth", "d")]
    before = city.values("SELECT json_extract_string(before, '$.name') FROM history ORDER BY rowid")
    assert before == [("First",), ("Second",), ("Third",)]
    assert findings(city.warehouse) == ()


def test_a_copy_keeps_the_order_of_the_imports(tmp_path: Path) -> None:
    warehouse = open_file(tmp_path / "city.duckdb")
    for at in (FORTH, BACK, NOW):
        (tmp_path / "partner.csv").write_text(f"id,name\np1,{at}\n")
        import_files(warehouse, [tmp_path / "partner.csv"], at=at)
    backup(warehouse, tmp_path / "copy.duckdb")
    warehouse.close()
    restore(tmp_path / "copy.duckdb", tmp_path / "city.duckdb")
    assert [run["made_at"] for run in runs(open_file(tmp_path / "city.duckdb"))] == [NOW, BACK, FORTH]


def test_pages_show_what_was_brought_in_with_a_clock_set_back(city: City) -> None:
    """Answers are kept until the data change: an import with an earlier time is a change too."""
    _bring(city, FORTH, "First", "a")
    seen = [Reader(city.warehouse).mark]
    scope = Scope(date(2026, 9, 30))
    for at, name in ((BACK, "Second"), (BACK, "Third"), (NOW, "Fourth")):
        _bring(city, at, name, "b")
        seen.append(Reader(city.warehouse).mark)
        (row,) = partners_named(Reader(city.warehouse), scope)
        assert row.name == name
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-10-24T22:30+00:00", "2026-10-25"),  # half past midnight on the day that the clock goes back
        ("2026-10-25T00:30+00:00", "2026-10-25"),  # half past two, the first time
        ("2026-10-25T01:30+00:00", "2026-10-25"),  # half past two, the second time
        ("2026-10-25T22:59+00:00", "2026-10-25"),  # one minute to midnight, in winter
        ("2026-10-25T23:00+00:00", "2026-10-26"),
        ("2026-03-28T22:59+00:00", "2026-03-28"),
        ("2026-03-28T23:00+00:00", "2026-03-29"),  # midnight before the clock goes forth
        ("2026-12-31T23:00+00:00", "2027-01-01"),
    ],
)
def test_today_is_the_day_of_the_municipality(city: City, monkeypatch: pytest.MonkeyPatch, moment: str, day: str) -> None:
    at = datetime.fromisoformat(moment)
    monkeypatch.setattr(clock, "now", lambda: at)
    assert clock.today().isoformat() == day
    assert Reader(city.warehouse).default_day(clock.today()).isoformat() == day
    _bring(city, at, "Harbour", "a")
    assert Reader(city.warehouse).holding.last_import == clock.today()


@pytest.mark.parametrize(
    ("zone", "day"), [("America/Curacao", "2026-12-31"), ("Asia/Tokyo", "2027-01-01"), ("Europe/Amsterdam", "2027-01-01")]
)
def test_another_time_zone_has_its_own_day(city: City, monkeypatch: pytest.MonkeyPatch, zone: str, day: str) -> None:
    """Half an hour after midnight in Amsterdam, the last import of a city in Curacao was yesterday, and so is its today."""
    at = datetime.fromisoformat("2026-12-31T23:30+00:00")
    monkeypatch.setattr(clock, "now", lambda: at)
    with city.warehouse.transaction() as cursor:
        cursor.execute("INSERT INTO setting (name, value, recorded_at) VALUES ('time_zone', $zone, now())", {"zone": zone})
    _bring(city, at, "Harbour", "a")
    assert Reader(city.warehouse).holding.last_import.isoformat() == day  # type: ignore[union-attr]
    monkeypatch.setattr("relinsight.command_line.asking.clock.now", lambda: at)
    assert as_of(Reader(city.warehouse), None).isoformat() == day
