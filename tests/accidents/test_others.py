"""A file that another process, another program or a newer version holds, or that is no whole database: it is left as it is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import doing
import duckdb
import pytest
from arriving import said
from children import Child, done

from relinsight.sources.safe_write import replacing
from relinsight.warehouse.backup import BackupRefused, backup, restore
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.refusal import WarehouseError

HELD = "city.duckdb is open in another process; wait until that is done or end it, and try again."
DAMAGED = "city.duckdb is damaged; put back a copy of it with `relinsight restore`."
OTHERS = "is the database of another program"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with a partner, whole and closed."""
    folder = tmp_path_factory.mktemp("city")
    (folder / "partner.csv").write_text("id,name\np1,Harbour\n")
    assert done(doing.bring, folder / "city.duckdb", [folder / "partner.csv"]) is None
    return folder / "city.duckdb"


@pytest.fixture
def path(city: Path, tmp_path: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(city, tmp_path / "city.duckdb"))


def refused(work: Callable[..., object], *arguments: object) -> str:
    """The sentence with which work is refused."""
    with pytest.raises((WarehouseError, BackupRefused)) as why:
        work(*arguments)
    return said(why.value.reason)


def test_a_city_that_an_import_has_open(path: Path, tmp_path: Path, city: Path) -> None:
    """Whoever comes second hears it, and what the first one does is not touched."""
    child = Child(doing.hold, path)
    assert child.hears("opened")
    assert refused(open_file, path) == HELD
    assert refused(restore, city, path) == HELD
    assert refused(backup, open_file(tmp_path / "other.duckdb"), path) == HELD
    child.kill()
    open_file(path).close()


def test_a_city_that_the_dashboard_has_open(path: Path, tmp_path: Path) -> None:
    warehouse = open_file(path)
    assert done(doing.look, path) == HELD
    code, told, _ = done(doing.command, path, "runs", tmp_path)
    assert (code, told) == (1, f"{HELD}\n")
    warehouse.close()
    assert done(doing.look, path) is None


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE migration (version VARCHAR)",
        "CREATE TABLE migration (number INTEGER, name VARCHAR, made_at TIMESTAMPTZ); CREATE TABLE invoice (id INTEGER)",
        "CREATE TABLE partner (id INTEGER); CREATE TABLE contact_moment (id INTEGER)",
        "CREATE SCHEMA theirs; CREATE TABLE theirs.migration (id INTEGER)",
        "CREATE VIEW invoice AS SELECT 1 AS id",
    ],
)
def test_a_database_of_another_program_is_neither_opened_nor_replaced(city: Path, tmp_path: Path, tables: str) -> None:
    theirs = tmp_path / "another.duckdb"
    with duckdb.connect(str(theirs)) as connection:
        connection.execute(tables)
    before = theirs.read_bytes()
    assert OTHERS in refused(open_file, theirs)
    assert "not a database of relinsight" in refused(restore, theirs, tmp_path / "city.duckdb")
    assert "no copy takes its place" in refused(restore, city, theirs)
    assert theirs.read_bytes() == before
    assert not (tmp_path / "city.duckdb").exists()


@pytest.mark.parametrize("content", [b"dear all", b"PK\x03\x04" + bytes(5000), b""])
def test_a_copy_does_not_take_the_place_of_what_is_no_database(city: Path, tmp_path: Path, content: bytes) -> None:
    letter = tmp_path / "letter.duckdb"
    letter.write_bytes(content)
    assert "cannot be opened as a database" in refused(open_file, letter)
    assert "no copy takes its place" in refused(restore, city, letter)
    assert letter.read_bytes() == content


def test_a_folder_or_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "folder.duckdb").mkdir()
    (tmp_path / "link.duckdb").symlink_to(tmp_path / "nowhere" / "city.duckdb")
    assert refused(open_file, tmp_path / "folder.duckdb") == "folder.duckdb is a folder and not a database; name a file in RELINSIGHT_DB."
    assert "is a link to" in refused(open_file, tmp_path / "link.duckdb")
    assert (tmp_path / "link.duckdb").is_symlink()


def test_a_city_that_was_cut_off_is_damaged_and_a_copy_takes_its_place(path: Path, city: Path) -> None:
    for part in (4096, 12_288, path.stat().st_size // 2):
        path.write_bytes(city.read_bytes()[:part])
        before = path.read_bytes()
        assert done(doing.check, path) == DAMAGED
        assert path.read_bytes() == before
    restore(city, path)
    assert done(doing.check, path) is None


def test_damage_within_a_city_is_said_when_it_is_met(path: Path) -> None:
    """Blocks of 256 kB carry a sum of their own; a write into each of them makes each of them wrong."""
    content = bytearray(path.read_bytes())
    for block in range(3 * 4096 + 262_144, len(content), 262_144):
        content[block + 1000 : block + 1064] = bytes(64)
    path.write_bytes(content)
    assert done(doing.check, path) == DAMAGED


def test_the_log_of_another_city_or_of_another_day_is_not_mixed_in(path: Path, city: Path, tmp_path: Path) -> None:
    """As when a copy is put in the place of a city by hand after its process was killed."""
    busy = tmp_path / "busy.duckdb"
    shutil.copy(city, busy)
    assert Child(doing.add_and_die, busy).answer() == "dying"
    log = Path(f"{busy}.wal").read_bytes()
    assert log
    for other in (path, tmp_path / "new.duckdb"):
        if other != path:
            assert done(doing.look, other) is None
        else:
            assert done(doing.rename, path) is None
        before = other.read_bytes()
        Path(f"{other}.wal").write_bytes(log)
        assert f"{other.name}.wal is damaged or belongs to another database than {other.name}" in refused(open_file, other)
        assert (other.read_bytes(), Path(f"{other}.wal").read_bytes()) == (before, log)
    assert done(doing.names, busy) == ["Harbour", "New"]


def test_a_log_that_was_torn_is_as_if_its_last_change_was_never_made(path: Path) -> None:
    assert Child(doing.add_and_die, path).answer() == "dying"
    log = Path(f"{path}.wal")
    log.write_bytes(log.read_bytes()[:-20])
    assert done(doing.names, path) == ["Harbour"]


def test_a_log_full_of_noise_costs_nothing_that_comes_later(path: Path) -> None:
    Path(f"{path}.wal").write_bytes(random.Random(1).randbytes(3000))
    assert Child(doing.add_and_die, path).answer() == "dying"
    assert done(doing.names, path) == ["Harbour", "New"]


def test_a_file_that_is_written_whole_follows_a_link_and_spares_a_pipe(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    with replacing(link) as fresh:
        fresh.write_text("new")
        assert real.read_text() == "old"
    assert (link.is_symlink(), real.read_text()) == (True, "new")
    with replacing(Path("/dev/null")) as fresh:
        assert fresh == Path("/dev/null")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.txt", "real.txt"]
