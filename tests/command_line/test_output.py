"""No answer ever replaces a database or a file of the program's own, by whatever verb, name or link."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import cities
import pytest
from arriving import AT
from typer.testing import CliRunner

from relinsight.command_line.main import app
from relinsight.command_line.output import is_ours
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import import_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with one rejected row."""
    folder = tmp_path_factory.mktemp("output")
    path = cities.town_file(folder / "town.duckdb")
    (folder / "partner.csv").write_text("id,name,tier\nnew,New,A\nwrong,Wrong,D\n", encoding="utf-8")
    warehouse = open_file(path)
    assert import_files(warehouse, (folder / "partner.csv",), at=AT).rejected == 1
    warehouse.close()
    return path


@pytest.fixture
def city(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in a folder with another database beside it."""
    path = Path(shutil.copy(kept, tmp_path / "city.duckdb"))
    shutil.copy(kept, tmp_path / "other.bin")
    monkeypatch.setenv("RELINSIGHT_DB", str(path))
    monkeypatch.chdir(tmp_path)
    shutil.copy(kept.with_name("partner.csv"), tmp_path)
    (tmp_path / "link.md").symlink_to(path)
    (tmp_path / "hard.md").hardlink_to(path)
    (tmp_path / "other.bin.wal").write_bytes(b"log")
    return path


def _run() -> str:
    return CliRunner().invoke(app, ["runs", "--json"]).stdout.split('"id": "')[1][:8]


PRECIOUS = [
    "city.duckdb", "./city.duckdb", "link.md", "hard.md", "city.duckdb.wal", "other.bin", "other.bin.wal",
    str(ROOT / "README.md"), str(ROOT / "relinsight" / "languages" / "nl.po"), str(ROOT / "docs" / "new.md"), str(ROOT / ".git" / "config"),
]  # fmt: skip


@pytest.mark.parametrize("target", PRECIOUS)
@pytest.mark.parametrize("verb", ["page portfolio -o", "page portfolio --format xlsx -o", "page portfolio --json -o", "rejects RUN --out"])
def test_an_answer_replaces_nothing_precious(city: Path, target: str, verb: str):
    file, run = Path(target), _run()
    before = file.read_bytes() if file.is_file() else None
    found = CliRunner().invoke(app, [*verb.replace("RUN", run).split(), target])
    assert found.exit_code == 1
    assert len(found.stderr.strip().splitlines()) == 1
    assert (file.read_bytes() if file.is_file() else None) == before


@pytest.mark.parametrize("target", [name for name in PRECIOUS if name != "other.bin"])
def test_a_copy_replaces_nothing_but_an_older_copy(city: Path, target: str):
    file = Path(target)
    before = file.read_bytes() if file.is_file() else None
    assert CliRunner().invoke(app, ["backup", target]).exit_code == 1
    assert (file.read_bytes() if file.is_file() else None) == before


def test_a_copy_replaces_an_older_copy(city: Path):
    for _ in range(2):
        assert CliRunner().invoke(app, ["backup", "copy.duckdb"]).exit_code == 0


def test_what_lies_beside_the_rejected_rows_is_safe_too(city: Path):
    Path("partner-b.csv").write_text("id,name,tier\nwrong,Wrong,D\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["import", "--record", "partner", "partner.csv", "partner-b.csv"]).exit_code == 3
    Path("mend-partner.duckdb").write_bytes(Path("other.bin").read_bytes())
    found = CliRunner().invoke(app, ["rejects", _run(), "--out", "mend.duckdb"])
    assert found.exit_code == 1
    assert "mend-partner.duckdb is a database" in found.stderr


def test_files_of_a_city_are_not_written_over_the_program():
    found = CliRunner().invoke(app, ["demo", "--partners", "10", "--out", str(ROOT / "tests" / "data" / "town")])
    assert found.exit_code == 1
    assert "belongs to the program itself" in found.stderr


def test_an_answer_replaces_an_older_answer(city: Path):
    for _ in range(2):
        assert CliRunner().invoke(app, ["page", "portfolio", "-o", "answer.md"]).exit_code == 0
    assert Path("answer.md").read_text(encoding="utf-8").startswith("#")


def test_every_file_of_the_checkout_is_the_programs_own():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    if not tracked:
        pytest.skip("this is no checkout of git")
    assert [name for name in tracked if not (ROOT / name).is_symlink() and not is_ours(ROOT / name)] == []
    assert not is_ours(ROOT / "data" / "relinsight.duckdb")
    assert not is_ours(ROOT / "answer.md")
