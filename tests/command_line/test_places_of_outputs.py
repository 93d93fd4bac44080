"""Each verb that writes an output says in one sentence where it cannot, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir
from typing import get_args, get_type_hints

import cities
import pytest
from typer.testing import CliRunner

import relinsight
from relinsight.command_line.main import app, profile

PACKAGE = Path(relinsight.__file__).parent
NOBODY = 65534
FILES = {
    "page": "page portfolio -o",
    "page as a workbook": "page portfolio --format xlsx -o",
    "template": "template partner -o",
    "rejects": "rejects RUN --out",
    "rejects of two files": "rejects TWO --out",
    "backup": "backup",
}
FOLDERS = {"export": "export", "demo": "demo --partners 10 --out"}
VERBS = FILES | FOLDERS
WRITTEN = {("page", "output"), ("template", "output"), ("rejects", "out"), ("backup", "file"), ("export", "directory"), ("demo", "out")}
READ = {("import", "files"), ("profile suggest", "file"), ("restore", "file")}

FOLDER = "is a folder and not a file; name a file in it."
LINK = "is a link to {}, which is not there; remove the link, or choose another place."
FILE = "is a file and not a folder; choose another folder."
CLOSED = "may not be written in; ask for the right to do so, or choose another folder."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with an import that rejected rows of one file, and one that rejected rows of two."""
    folder = tmp_path_factory.mktemp("places")
    path = cities.town_file(folder / "city.duckdb")
    for name in ("partner", "partner-b"):
        (folder / f"{name}.csv").write_text(f"id,name,tier\n{name},New {name},D\n", encoding="utf-8")
    for files in (["partner.csv"], ["partner.csv", "partner-b.csv"]):
        words = ["import", "--record", "partner", *(str(folder / file) for file in files)]
        assert CliRunner().invoke(app, words, env={"RELINSIGHT_DB": str(path)}).exit_code == 3
    return path


@pytest.fixture
def place(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what may stand at a place: folders, links, a file and the database."""
    shutil.copy(kept, tmp_path / "city.duckdb")
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "kept.txt").write_text("kept", encoding="utf-8")
    (tmp_path / "words.txt").write_text("words", encoding="utf-8")
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "linked").symlink_to(tmp_path / "city.duckdb")
    return tmp_path


def _words(verb: str, target: str) -> list[str]:
    words = VERBS[verb].split()
    if {"RUN", "TWO"} & {*words}:
        two, one, *_ = (run["id"] for run in json.loads(CliRunner().invoke(app, ["runs", "--json"]).stdout))
        words = [{"RUN": one, "TWO": two}.get(word, word) for word in words]
    return [*words, target]


def _standing(folder: Path) -> dict[str, object]:
    """All that lies in a folder, with what it is and holds."""
    return {str(path.relative_to(folder)): _held(path) for path in sorted(folder.rglob("*")) if path.suffix != ".wal"}


def _held(path: Path) -> object:
    if path.is_symlink():
        return path.readlink()
    return path.read_bytes() if path.is_file() else "a folder"


def _refused(verb: str, target: str) -> str:
    found = CliRunner().invoke(app, _words(verb, target))
    assert (found.exit_code, found.stdout) == (1, ""), found.output
    assert found.exception is None or isinstance(found.exception, SystemExit)
    (said,) = found.stderr.strip().splitlines()
    return said


def _cases() -> Iterator[tuple[str, str, str]]:
    """Each verb, a place, and what is said of it."""
    for verb in VERBS:
        yield verb, "dead", f"dead {LINK}"
        yield verb, "dead/below", f"dead {LINK}"
        yield verb, "round", "round is a link to {round}, which is not there; remove the link, or choose another place."
        yield verb, "words.txt/below", FILE
        yield verb, str(PACKAGE / "new"), "belongs to the program itself"
    for verb in FILES:
        for folder in ("full", ".", "", str(PACKAGE)):
            yield verb, folder, FOLDER
        yield verb, "linked", "linked is the database itself"
        yield verb, "city.duckdb", "city.duckdb is the database itself"
    for verb in FOLDERS:
        yield verb, str(PACKAGE), "belongs to the program itself"
        yield verb, "city.duckdb.wal", "city.duckdb.wal is the place of a file of a database; choose another folder."
        for file in ("words.txt", "linked", "city.duckdb"):
            yield verb, file, f"{file} {FILE}"
    yield "export", "full", "full is not an empty folder; choose a new one."
    yield "backup", "words.txt", "words.txt is not a database of relinsight, so no copy takes its place; move it away first."


@pytest.mark.parametrize(("verb", "target", "said"), [*_cases()])
def test_a_place_that_cannot_be_written_is_one_sentence(place: Path, verb: str, target: str, said: str):
    before, of_ours = _standing(place), sorted(PACKAGE.iterdir())
    expected = said.replace("{round}", str(place / "round")).replace("{}", str(place / "nowhere"))
    assert expected in _refused(verb, target)
    assert _standing(place) == before
    assert sorted(PACKAGE.iterdir()) == of_ours


def test_no_file_of_a_demo_city_takes_the_place_of_the_database(place: Path):
    out = place / "out"
    out.mkdir()
    (out / "tie.csv").symlink_to(place / "city.duckdb")
    before = _standing(place)
    assert f"{out / 'tie.csv'} is the database itself" in _refused("demo", str(out))
    assert _standing(place) == before


def test_rejected_rows_of_two_files_look_at_each_place(place: Path):
    (place / "mend-partner-b.csv").mkdir()
    before = _standing(place)
    assert f"mend-partner-b.csv {FOLDER}" in _refused("rejects of two files", "mend.csv")
    assert _standing(place) == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_folder_that_one_may_not_write_in(place: Path, verb: str):
    closed = place / "closed"
    closed.mkdir(mode=0o555)
    for folder in takewhile(lambda folder: folder != Path(gettempdir()), (place, *place.parents)):
        folder.chmod(0o777)
    (place / "city.duckdb").chmod(0o666)
    _refused(verb, "dead")  # what it needs is loaded now, which nobody else may read
    before = _standing(place)
    with _as_nobody():
        assert _refused(verb, "closed/new") == f"{closed} {CLOSED}"
    assert _standing(place) == before


@contextmanager
def _as_nobody() -> Generator[None]:
    """Inside, a user for whom the rights of files hold."""
    is_root = os.getuid() == 0
    if is_root:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if is_root:
            os.setresuid(0, 0, 0)


def test_a_restore_takes_no_folder_and_no_dead_link_for_the_database(place: Path, monkeypatch: pytest.MonkeyPatch):
    before = _standing(place)
    for target, said in (("full", "full is a folder"), ("dead", "dead is a link to")):
        monkeypatch.setenv("RELINSIGHT_DB", str(place / target))
        found = CliRunner().invoke(app, ["restore", "city.duckdb"])
        assert (found.exit_code, found.stdout) == (1, "")
        assert said in found.stderr
        assert len(found.stderr.strip().splitlines()) == 1
    assert _standing(place) == before


def test_every_verb_with_a_path_is_known_here():
    verbs = {command.name: command.callback for command in app.registered_commands}
    verbs |= {f"profile {command.name}": command.callback for command in profile.registered_commands}
    hints = {(name, value): hint for name, verb in verbs.items() if verb for value, hint in get_type_hints(verb).items()}
    assert {key for key, hint in hints.items() if Path in (hint, *get_args(hint))} == WRITTEN | READ
