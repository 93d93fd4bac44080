"""A disk that is full or cannot be written: one sentence, nothing lost, and no half file at any name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import doing
import pytest
from children import Limited, Prepare, done, full_disk, needs, nobody, possible, read_only_disk
from invented import Demo

ROOM = "There is no room left on the disk of"
RIGHT = "may not be written; ask for the right to write it and its folder"
Disk = Callable[..., Prepare]
DISKS: dict[str, Disk] = {
    "a disk": lambda room, beside=0: full_disk(room + beside),
    "a limit": lambda room, beside=0: Limited(room),
}


@pytest.fixture(params=DISKS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Disk:
    """A disk with room for so many bytes beside what is there; where none can be had, files that cannot grow."""
    if request.param == "a disk":
        needs(full_disk(64 << 20), tmp_path)
    return DISKS[request.param]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with some rows, whole and closed."""
    folder = tmp_path_factory.mktemp("city")
    assert done(doing.bring, folder / "city.duckdb", _files(folder, 200)) is None
    return folder / "city.duckdb"


@pytest.fixture
def path(city: Path, tmp_path: Path) -> Path:
    """A copy of one's own, alone in a folder."""
    (tmp_path / "disk").mkdir()
    return Path(shutil.copy(city, tmp_path / "disk" / "city.duckdb"))


def _files(folder: Path, moments: int) -> list[Path]:
    (folder / "partner.csv").write_text("id,name\np1,Harbour\np2,Museum\n")
    rows = "".join(f"m{i},2026-01-{i % 28 + 1:02},call,p{i % 2 + 1},{'words ' * 20}{i}\n" for i in range(moments))
    (folder / "contact_moment.csv").write_text("id,day,kind,partner_id,note\n" + rows)
    return [folder / "partner.csv", folder / "contact_moment.csv"]


def test_a_new_city_on_a_full_disk(disk: Disk, tmp_path: Path) -> None:
    for room in (4096, 20_000):
        folder = tmp_path / str(room)
        folder.mkdir()
        said, left = done(doing.seen, doing.look, folder / "new.duckdb", prepare=disk(room), folder=folder)
        assert said.startswith(ROOM)
        assert left == {}


@pytest.mark.parametrize("room", [0, 300_000])
def test_an_import_on_a_full_disk(disk: Disk, path: Path, tmp_path: Path, room: int) -> None:
    files = _files(tmp_path, 20_000)
    said, kept = done(doing.told_and_kept, path, files, prepare=disk(room, beside=path.stat().st_size), folder=path.parent)
    assert said == f"{ROOM} {path.parent}, so nothing was changed; make room and try again."
    assert kept == {"partner": 2, "contact_moment": 200}


def test_an_open_city_goes_on_after_a_full_disk(path: Path, tmp_path: Path) -> None:
    """The log is written into the city at once here: where that fails, the engine gives up the open connection."""
    needs(full_disk(64 << 20), tmp_path)
    told = done(doing.full_and_empty_again, path, _files(tmp_path, 20_000), prepare=full_disk(40 << 20), folder=path.parent)
    assert told["full"].startswith(ROOM)
    assert told["is over"]
    assert told["after"] == {"contact_moment": 200}
    assert told["again"] == {"contact_moment": 20_000}


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_everything_leaves_for_a_full_disk(disk: Disk, city: Path, tmp_path: Path, format_: str) -> None:
    out = tmp_path / "disk"
    out.mkdir()
    said, left = done(doing.seen, doing.leave, city, out / "all", format_, prepare=disk(8192), folder=out)
    assert said.startswith(ROOM)
    assert left == {}


def test_a_copy_to_a_full_disk(disk: Disk, city: Path, tmp_path: Path) -> None:
    out = tmp_path / "disk"
    out.mkdir()
    said, left = done(doing.seen, doing.copy, city, out / "copy.duckdb", prepare=disk(500_000), folder=out)
    assert said.startswith(ROOM)
    assert left == {}


def test_a_full_disk_leaves_an_earlier_copy(disk: Disk, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    shutil.copy(path, out / "copy.duckdb")
    size = path.stat().st_size
    said, left = done(doing.seen, doing.copy, path, out / "copy.duckdb", prepare=disk(500_000, beside=size), folder=out)
    assert said.startswith(ROOM)
    assert left == {"copy.duckdb": size}


def test_the_demo_on_a_full_disk(demo: Demo, path: Path) -> None:
    disk = DISKS["a disk" if possible(full_disk(64 << 20), path.parent) else "a limit"]
    shutil.copy(demo.before, path)
    said, _ = done(doing.seen, doing.invent, path, prepare=disk(8192, beside=path.stat().st_size), folder=path.parent)
    assert said.startswith(ROOM)


@pytest.mark.parametrize("words", ["page.md", "page.xlsx", "rejects.csv", "demo"])
def test_what_the_command_line_writes_to_a_full_disk(disk: Disk, path: Path, tmp_path: Path, words: str) -> None:
    assert done(doing.reject, path, tmp_path) is None
    out = tmp_path / "out"
    out.mkdir()
    (out / "filler").write_bytes(bytes(4096))
    code, said, left = done(doing.command, path, words, out, prepare=disk(1, beside=4095), folder=out)
    assert code == 1
    assert said.startswith(ROOM)
    assert said.count("\n") == 1
    assert left == {"filler": 4096}


def test_a_disk_that_cannot_be_written(path: Path, tmp_path: Path) -> None:
    needs(read_only_disk, path.parent)
    files = _files(tmp_path, 10)
    other = Path(shutil.copy(path, tmp_path / "other.duckdb"))
    for work, city, more in (
        (doing.look, path, ()),
        (doing.bring, path, (files,)),
        (doing.look, path.with_name("new.duckdb"), ()),
        (doing.copy, other, (path.with_name("copy.duckdb"),)),
        (doing.leave, other, (path.with_name("all"), "csv")),
        (doing.put_back, path, (other,)),
    ):
        said = done(work, city, *more, prepare=read_only_disk, folder=path.parent)
        assert RIGHT in said, work
        assert ".part" not in said
    assert done(doing.look, path) is None


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_city_that_one_has_no_right_to_write(path: Path, what: str) -> None:
    for folder in takewhile(lambda folder: folder != Path(gettempdir()), path.parents):
        folder.chmod(0o755)
    path.chmod(0o444)
    if what == "file":
        path.parent.chmod(0o777)
    said = done(doing.look, path, prepare=nobody, folder=path.parent)
    assert said is not None
    assert RIGHT in said


def test_a_folder_that_one_may_not_look_into(city: Path, path: Path, tmp_path: Path) -> None:
    for folder in takewhile(lambda folder: folder != Path(gettempdir()), path.parents):
        folder.chmod(0o777)
    path.chmod(0o666)
    closed, before = tmp_path / "closed", city.read_bytes()
    closed.mkdir()
    shutil.copy(city, closed / "city.duckdb")
    closed.chmod(0o600)
    try:
        for work, first, more in (
            (doing.look, closed / "city.duckdb", ()),
            (doing.look, closed / "new.duckdb", ()),
            (doing.put_back, path, (closed / "city.duckdb",)),
        ):
            said = done(work, first, *more, prepare=nobody, folder=path.parent)
            assert said is not None, work
            assert RIGHT in said or "is not there; check the name and the folder." in said
    finally:
        closed.chmod(0o700)
    assert (closed / "city.duckdb").read_bytes() == before
