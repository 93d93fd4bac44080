"""While the dashboard has the city open, every verb does what it does without: the running program carries it out."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cities
import pytest
from click.testing import Result
from typer.testing import CliRunner

from bench.server import QUIET, ROOT, free_port, wait_for
from relinsight.access.handing_over.line import reached
from relinsight.access.place import copies, notice
from relinsight.command_line.main import app
from relinsight.words.refusal import Refusal

PARTNERS = "id,name,tier\nhanded,Handed over,A\nwrong,Wrong,Q\n"
LONG_NUMBER = re.compile(r"[0-9]+[.][0-9]{7,}(?:e-?[0-9]+)?")


def rounded(said: str) -> str:
    """What a verb says, its numbers without the last figures: they follow the order in which the engine adds up."""
    return LONG_NUMBER.sub(lambda found: f"{float(found.group()):.6g}", said)


READING = (
    ["runs"],
    ["rejects", "{run}"],
    ["matches"],
    ["figures"],
    ["figures", "--by", "tier", "--as-of", "2026-09-30", "--measure", "partners", "--measure", "uncovered", "--json"],
    ["page", "portfolio"],
    ["page", "coverage", "--language", "nl", "--tier", "A"],
    ["page", "partner", "--partner", "prt-01", "--format", "json"],
    ["page", "nothing"],
    ["who", "zee"],
    ["measures", "coverage_share"],
    ["check"],
    ["sql", "SELECT name FROM partner ORDER BY name"],
    ["sql", "SELECT silence, count(*) AS n FROM chain GROUP BY silence ORDER BY n, silence", "--as-of", "2026-06-30", "--format", "csv"],
    ["sql", "DELETE FROM partner"],
    ["rejects", "nothing"],
    ["undo", "nothing"],
    ["import", "nowhere.csv"],
    ["demo", "--remove"],
    ["demo", "--partners", "10"],
    ["profile", "suggest", "partner.csv"],
)


@dataclass(frozen=True)
class Dashboard:
    """A running dashboard, the file that it has open, and a closed file with the same city."""

    open: Path
    closed: Path
    process: subprocess.Popen[bytes]
    run: str


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """Started as people do without the verb: `streamlit run dashboard.py`."""
    folder = tmp_path_factory.mktemp("handing-over")
    (folder / "partner.csv").write_text(PARTNERS, encoding="utf-8")
    closed = cities.town_file(folder / "closed.duckdb")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("RELINSIGHT_DB", str(closed))
        run = json.loads(_done("import", "partner.csv", "--json").stdout)["run_id"]
    (folder / "open").mkdir()
    opened = Path(shutil.copy(closed, folder / "open" / "city.duckdb"))
    port = free_port()
    settings = os.environ | {**QUIET, "STREAMLIT_SERVER_PORT": str(port), "RELINSIGHT_DB": str(opened), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "dashboard.py"],
        cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(port)
        _until(lambda: notice(opened).exists())
        yield Dashboard(opened, closed, process, run)
    finally:
        process.terminate()
        process.wait(30)
    assert not notice(opened).exists()
    assert not copies(opened).exists()


@pytest.fixture
def here(dashboard: Dashboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, beside the running dashboard."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RELINSIGHT_DB", str(dashboard.open))
    (tmp_path / "partner.csv").write_text(PARTNERS, encoding="utf-8")
    return tmp_path


def _done(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def _until(holds) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


def _started(here: Path, *words: str) -> subprocess.Popen[str]:
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "relinsight", *words]
    return subprocess.Popen(command, cwd=here, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _names() -> str:
    return _done("sql", "SELECT name FROM partner ORDER BY name", "--format", "csv").stdout


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_verb_says_the_same_with_and_without_the_dashboard(
    words: list[str], dashboard: Dashboard, here: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = [word.format(run=dashboard.run) for word in words]
    handed = _done(*asked)
    monkeypatch.setenv("RELINSIGHT_DB", str(dashboard.closed))
    alone = _done(*asked)
    assert (handed.exit_code, rounded(handed.stdout), handed.stderr) == (alone.exit_code, rounded(alone.stdout), alone.stderr)
    assert handed.exception is None or isinstance(handed.exception, SystemExit)


def test_files_are_written_by_the_verb_and_are_the_same(dashboard: Dashboard, here: Path, monkeypatch: pytest.MonkeyPatch):
    def files(folder: str) -> dict[str, bytes]:
        (here / folder).mkdir()
        monkeypatch.chdir(here / folder)
        assert _done("page", "coverage", "--format", "md", "-o", "page.md").exit_code == 0
        assert _done("export", "all", "--format", "csv").stdout == "46 files were written to all.\n"
        assert _done("rejects", dashboard.run, "--out", "mend.csv").exit_code == 0
        assert _done("backup", "copy.duckdb").stdout == "copy.duckdb\n"
        return {
            str(file.relative_to(here / folder)): file.read_bytes() for file in (here / folder).rglob("*.*") if file.suffix != ".duckdb"
        }

    handed = files("handed")
    monkeypatch.setenv("RELINSIGHT_DB", str(here / "handed" / "copy.duckdb"))
    assert _done("check").stdout == "All rules hold.\n"
    assert handed == files("alone")
    assert "Wrong" in handed["mend.csv"].decode()


def test_an_import_is_read_back_at_once_and_taken_back(here: Path):
    (here / "partner.csv").write_text("id,name\nsoon,Soon gone\n", encoding="utf-8")
    before = _names()
    assert _done("import", "partner.csv", "--dry-run").exit_code == 0
    assert _names() == before
    report = json.loads(_done("import", "partner.csv", "--as", "A steward", "--json").stdout)
    assert report["inserted"] == 1
    assert "Soon gone" in _names()
    assert "A steward" in _done("runs").stdout
    assert _done("undo", report["run_id"][:8]).exit_code == 0
    assert _names() == before


def test_names_are_decided_about(here: Path):
    before = _names()
    first, second = (row["id"] for row in json.loads(_done("sql", "SELECT id FROM partner ORDER BY id LIMIT 2", "--json").stdout))
    told = _done("matches", "--merge", f"{first}={second}", "--dry-run")
    assert told.stdout.startswith("Nothing was changed: this was a dry run.")
    run = json.loads(_done("matches", "--merge", f"{first}={second}", "--json").stdout)["run_id"]
    assert len(_names().splitlines()) == len(before.splitlines()) - 1
    assert _done("undo", run).exit_code == 0
    assert _names() == before


def test_a_copy_is_not_put_back_while_the_city_is_open(dashboard: Dashboard, here: Path):
    before = dashboard.open.read_bytes()
    found = _done("restore", str(dashboard.closed))
    said = "city.duckdb is open in the dashboard, and no copy can take its place; stop the dashboard, and try again.\n"
    assert (found.exit_code, found.stdout, found.stderr) == (1, "", said)
    assert dashboard.open.read_bytes() == before


@pytest.mark.parametrize("words", [["page", "portfolio", "-o", "{}"], ["backup", "{}"], ["rejects", "x", "--out", "{}"]], ids=" ".join)
def test_no_answer_takes_the_place_of_the_notice(words: list[str], dashboard: Dashboard, here: Path):
    before = notice(dashboard.open).read_bytes()
    found = _done(*(word.format(notice(dashboard.open)) for word in words))
    assert found.exit_code == 1
    assert notice(dashboard.open).read_bytes() == before


def test_the_private_copy_for_sql_is_the_owners_alone_and_of_one_state(dashboard: Dashboard, here: Path):
    _names()
    assert copies(dashboard.open).stat().st_mode & 0o077 == 0
    (first,) = copies(dashboard.open).glob("*.duckdb")
    _names()
    assert list(copies(dashboard.open).glob("*.duckdb")) == [first]
    run = json.loads(_done("import", "partner.csv", "--json").stdout)["run_id"]
    _until(lambda: not first.exists())
    assert "Handed over" in _names()
    assert _done("undo", run).exit_code == 0


def test_ctrl_c_takes_an_import_back_while_others_read_and_the_next_waits_for_its_turn(dashboard: Dashboard, here: Path):
    """The verbs are processes here, for Ctrl-C is sent to one; another write is asked for while the first one works."""
    rows = (f"big{n},2026-01-0{n % 9 + 1},call,yes,prt-01" for n in range(400_000))
    (here / "contact_moment.csv").write_text("id,day,kind,achieved,partner_id\n" + "\n".join(rows), encoding="utf-8")
    before = _done("sql", "SELECT count(*) AS n FROM contact_moment").stdout
    reading = _started(here, "sql", "SELECT count(*) FROM range(100000000000) AS t (x) WHERE x % 7 = 8")
    writing = _started(here, "import", "contact_moment.csv", "--replace")
    _until(lambda: _is_written_into(dashboard.open))
    waiting = _started(here, "matches", "--merge", "prt-01=nobody")
    assert waiting.stderr is not None
    assert waiting.stderr.readline() == "Waiting for its turn\n"
    assert _done("who", "zee").exit_code == 0
    writing.send_signal(signal.SIGINT)
    _, said = writing.communicate(timeout=30)
    assert (writing.returncode, said) == (130, "Stopped: what was not finished has changed nothing in the database.\n")
    assert "nobody" in waiting.communicate(timeout=30)[1]
    assert waiting.returncode == 1
    assert reading.poll() is None
    reading.send_signal(signal.SIGINT)
    assert reading.wait(30) == 130
    assert _done("sql", "SELECT count(*) AS n FROM contact_moment").stdout == before
    assert _done("check").stdout == "All rules hold.\n"


def _is_written_into(database: Path) -> bool:
    """Whether a write goes on: who wants to hold up all writes has to wait for it."""
    line = reached(database)
    assert line is not None
    line.wire.end.settimeout(0.5)
    try:
        line.call("hold")
    except Refusal:
        return True
    finally:
        line.close()
    return False
