"""A process that is killed at any moment leaves all of what it was doing, or nothing of it."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import doing
import pytest
from children import Child, done, lengths
from examples import examples
from invented import Demo

from relinsight.warehouse.backup import BackupRefused, restore
from relinsight.warehouse.checks import findings
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.importing.progress import CHECKING, READING, WRITING
from relinsight.warehouse.migrations import migrations
from relinsight.warehouse.origin import is_demo

TURNS, PARTNERS, MOMENTS = examples(25), 20, 500
STAGES = ("opened", *(stage.message for stage in (READING, CHECKING, WRITING)), "written")
TABLES = ("partner", "contact_moment", "contact_moment_partner")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with earlier data, whole and closed."""
    folder = tmp_path_factory.mktemp("base")
    assert done(doing.bring, folder / "city.duckdb", files(folder, "base")) is None
    return folder / "city.duckdb"


def files(folder: Path, *turns: str) -> list[Path]:
    """The two files of one call, of which the second leans on the first."""
    folder.mkdir(parents=True, exist_ok=True)
    partner, moment = folder / "partner.csv", folder / "contact_moment.csv"
    partner.write_text("id,name\n" + "".join(f"{turn}-{i},Partner {turn} {i}\n" for turn in turns for i in range(PARTNERS)))
    rows = (f"{turn}-{i},2026-01-{i % 28 + 1:02},call,{turn}-{i % PARTNERS},Talk {i}\n" for turn in turns for i in range(MOMENTS))
    moment.write_text("id,day,kind,partner_id,subject\n" + "".join(rows))
    return [partner, moment]


def killed(work: Callable[..., object], *arguments: object, at: str = "opened", after: float) -> None:
    """Kill a child so many seconds after it said that it is at this stage."""
    child = Child(work, *arguments)
    if child.hears(at):
        time.sleep(after)
    child.kill()


def turns(warehouse: Warehouse) -> dict[str, tuple[int, ...]]:
    """How many rows of each turn stand in each table that its files fill."""
    keys = {"contact_moment_partner": "contact_moment_id"}
    every = " UNION ALL ".join(
        f"SELECT '{table}' AS held, split_part({keys.get(table, 'id')}, '-', 1) AS turn FROM {table}" for table in TABLES
    )
    found = {str(row["turn"]): dict(row) for row in warehouse.rows(f"PIVOT ({every}) ON held IN {TABLES} USING count(*) GROUP BY turn")}
    return {turn: tuple(int(str(row[table])) for table in TABLES) for turn, row in found.items()}


def content(path: Path) -> dict[str, list[object]]:
    """Everything that was brought in, without the marks of the runs."""
    warehouse = open_file(path)
    rows = {t: warehouse.rows(f"SELECT * EXCLUDE (recorded_at, run_id) FROM {t} ORDER BY ALL") for t in (*TABLES, "tie", "sector")}
    warehouse.close()
    return {table: list(found) for table, found in rows.items()}


def test_killed_imports_leave_all_rows_of_a_call_or_none(base: Path, tmp_path: Path) -> None:
    chance, path = random.Random(13), Path(shutil.copy(base, tmp_path / "city.duckdb"))
    long = lengths(doing.bring, shutil.copy(base, tmp_path / "measured.duckdb"), files(tmp_path / "measured", "measured"))
    whole = {"base"}
    for turn in range(TURNS):
        stage = STAGES[turn % len(STAGES)]
        killed(doing.bring, path, files(tmp_path / "turn", f"t{turn}"), at=stage, after=chance.uniform(0, long[stage]))
        found = _whole(path, every_rule=stage == STAGES[-1])
        assert found in (whole, whole | {f"t{turn}"})
        assert found > whole or stage != "written", "an import that was done is gone"
        whole = found
    assert TURNS // len(STAGES) < len(whole) < TURNS
    _again(path, base, tmp_path)


def _whole(path: Path, *, every_rule: bool) -> set[str]:
    """The turns that are there, none of them in part; a rule that a kill broke stays broken, so once in a round all are looked at."""
    warehouse = open_file(path)
    found = turns(warehouse)
    assert set(found.values()) == {(PARTNERS, MOMENTS, MOMENTS)}
    assert warehouse.rows("SELECT count(*) AS n FROM import_run") == [{"n": len(found)}]
    assert not every_rule or findings(warehouse) == ()
    warehouse.close()
    return set(found)


def _again(path: Path, base: Path, folder: Path) -> None:
    """Once more and unkilled, the imports give what they give a city that nobody killed."""
    every = files(folder / "every", *(f"t{turn}" for turn in range(TURNS)))
    other = Path(shutil.copy(base, folder / "other.duckdb"))
    for city in (path, other):
        assert done(doing.bring, city, every) is None
    assert content(path) == content(other)


def moments(work: Callable[..., object], *arguments: object, times: int) -> Iterator[float]:
    """Random moments over the whole length of a piece of work."""
    began = time.monotonic()
    done(work, *arguments)
    took = time.monotonic() - began
    chance = random.Random(13)
    yield from (chance.uniform(0, took) for _ in range(times))


def test_a_killed_copy_is_never_taken_for_a_whole_one(base: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.duckdb"
    for after in moments(doing.copy, base, tmp_path / "measured.duckdb", times=6):
        killed(doing.copy, base, target, after=after)
        for left in tmp_path.glob("copies/.*.part"):
            assert _is_refused_or_whole(left, tmp_path / "back.duckdb", content(base))
        assert not target.exists() or content(target) == content(base)
    assert done(doing.copy, base, target) is None
    assert content(target) == content(base)


def _is_refused_or_whole(left: Path, back: Path, everything: dict[str, list[object]]) -> bool:
    """A copy that was cut off is no copy, unless nothing but its name was still to come."""
    back.unlink(missing_ok=True)
    try:
        restore(left, back)
    except BackupRefused:
        return not back.exists()
    return content(back) == everything


def test_a_killed_restore_leaves_the_old_city_or_the_new_one(base: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.duckdb"
    assert done(doing.bring, old, files(tmp_path / "old", "old")) is None
    path, either = tmp_path / "city.duckdb", (content(old), content(base))
    shutil.copy(old, path)
    for after in moments(doing.put_back, tmp_path / "measured.duckdb", base, times=6):
        shutil.copy(old, path)
        killed(doing.put_back, path, base, after=after)
        assert content(path) in either
    assert done(doing.put_back, path, base) is None
    assert content(path) == either[1]


def test_a_killed_demo_is_there_whole_or_not_at_all(demo: Demo, tmp_path: Path) -> None:
    chance, either = random.Random(13), (content(demo.before), content(demo.after))
    for begins, work in ((demo.before, doing.invent), (demo.after, doing.uninvent)) * 2:
        path = Path(shutil.copy(begins, tmp_path / "city.duckdb"))
        at = WRITING.message if work is doing.invent else "opened"
        killed(work, path, at=at, after=chance.uniform(0, demo.writing))
        assert content(path) in either
        warehouse = open_file(path)
        assert findings(warehouse) == ()
        assert is_demo(warehouse.connection) == bool(warehouse.rows("SELECT 1 FROM partner"))
        warehouse.close()
        path.unlink()


def test_a_city_of_an_older_version_survives_a_kill_while_it_is_brought_up(tmp_path: Path) -> None:
    older = tmp_path / "older.duckdb"
    assert done(doing.make_older, older) is None
    for after in moments(doing.look, Path(shutil.copy(older, tmp_path / "measured.duckdb")), times=6):
        path = Path(shutil.copy(older, tmp_path / "city.duckdb"))
        killed(doing.bring_up, path, after=after)
        warehouse = open_file(path)
        assert warehouse.rows("SELECT max(number) AS n FROM migration") == [{"n": len(migrations())}]
        assert warehouse.rows("SELECT name FROM cluster") == [{"name": "Port"}]
        warehouse.close()
        for copy in tmp_path.glob("city.version-*.duckdb"):
            assert doing.version(copy) < len(migrations())
            copy.unlink()


def test_a_city_that_was_killed_while_it_was_made_can_be_made(tmp_path: Path) -> None:
    for after in moments(doing.look, tmp_path / "measured.duckdb", times=6):
        path = tmp_path / f"city{after}.duckdb"
        killed(doing.bring_up, path, after=after)
        if not path.exists() or path.stat().st_size:
            assert done(doing.look, path) is None
