"""However the program is stopped, and whatever the console knows, it ends with one sentence and never with a traceback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import cities
import pytest

ROOT = Path(__file__).parents[2]
STOPPED = "Stopped: what was not finished has changed nothing in the database.\n"
LONG = "SELECT count(*) FROM range(100000000000) AS t (x) WHERE x % 7 = 8"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cities.town_file(tmp_path_factory.mktemp("ending") / "city.duckdb")


@pytest.fixture
def city(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(kept, tmp_path / "city.duckdb"))


def _start(city: Path, *words: str, **settings: str) -> subprocess.Popen[bytes]:
    given = os.environ | {"RELINSIGHT_DB": str(city), "PYTHONPATH": str(ROOT)} | settings
    command = [sys.executable, "-m", "relinsight", *words]
    return subprocess.Popen(command, cwd=city.parent, env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _stop(process: subprocess.Popen[bytes], after: float) -> bytes:
    """Press Ctrl-C so many seconds after the engine was loaded: what it says."""
    maps = Path(f"/proc/{process.pid}/maps")
    while process.poll() is None and "_duckdb" not in maps.read_text(encoding="utf-8"):
        time.sleep(0.01)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    return process.communicate(timeout=60)[1]


def _moments(city: Path) -> Path:
    """A file that takes a while to bring in."""
    file = city.parent / "contact_moment.csv"
    rows = (f"big{n},2026-01-0{n % 9 + 1},call,yes,prt-01" for n in range(400_000))
    file.write_text("id,day,kind,achieved,partner_id\n" + "\n".join(rows), encoding="utf-8")
    return file


def _moments_kept(city: Path) -> bytes:
    done = _start(city, "sql", "SELECT count(*) AS n FROM contact_moment", "--format", "csv")
    return done.communicate(timeout=60)[0]


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what a process has loaded")
@pytest.mark.parametrize("after", [0.0, 0.5])
def test_an_import_that_is_stopped_leaves_the_city_as_it_was(city: Path, after: float):
    file, before = _moments(city), _moments_kept(city)
    process = _start(city, "import", str(file), "--replace")
    said = _stop(process, after)
    assert (process.returncode, said.decode().splitlines(keepends=True)[-1:]) == (130, [STOPPED])
    assert b"Traceback" not in said
    assert _moments_kept(city) == before


@pytest.mark.parametrize(
    "words",
    [
        ("sql", LONG),
        ("demo", "--partners", "3000", "--out", "files"),
        ("export", "everything", "--format", "csv"),
        ("figures", "--by", "tie"),
        ("page", "portfolio"),
        ("check",),
        ("backup", "copy.duckdb"),
        ("runs",),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what a process has loaded")
@pytest.mark.parametrize("after", [0.0, 0.3])
def test_a_verb_that_is_stopped_says_so_in_one_sentence(city: Path, words: tuple[str, ...], after: float):
    process = _start(city, *words)
    said = _stop(process, after)
    if process.returncode != 0:  # it was not done yet
        assert (process.returncode, said.decode()) == (130, STOPPED)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", ("page", "portfolio")),
        ("cp437", ("page", "coverage", "--language", "nl")),
        ("cp1252", ("sql", "SELECT 'pijl → ✓ 😀' AS said")),
        ("cp437", ("sql", "SELECT 'pijl → ✓ 😀' AS said")),
        ("cp437", ("measures",)),
    ],
)
def test_a_console_that_lacks_letters_shows_the_rest(city: Path, encoding: str, words: tuple[str, ...]):
    out, said = (process := _start(city, *words, PYTHONIOENCODING=encoding)).communicate(timeout=60)
    assert process.returncode == 0, said
    shown = out.decode(encoding)
    assert b"Traceback" not in said
    if "?" in said.decode(encoding):
        assert "?" in shown
        assert said.decode(encoding).startswith("Your console lacks some letters, which stand as ? here (U+")
    if words[0] == "sql":
        assert "pijl ? ? ?" in shown


@pytest.mark.parametrize("words", [("sql", "SELECT 'pijl → ✓ 😀' AS said", "--format", "json")])
def test_a_machine_loses_no_letter(city: Path, words: tuple[str, ...]):
    narrow, wide = (_start(city, *words, PYTHONIOENCODING=encoding).communicate(timeout=60)[0] for encoding in ("ascii", "utf-8"))
    assert json.loads(narrow.decode("ascii")) == json.loads(wide.decode("utf-8"))
    assert len(narrow) > len(wide)


def test_a_reader_that_has_enough_ends_it_quietly(city: Path):
    process = _start(city, "sql", "SELECT * FROM range(10000000)", "--format", "csv")
    assert process.stdout is not None
    assert process.stdout.readline() == b"range\n"
    process.stdout.close()
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    assert process.wait(timeout=60) in (0, 1)


LOST = """
import signal, time
from relinsight.command_line.stopping import STOPPED, listen

class Tidied:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

listen()
try:
    tidied = Tidied()
    del tidied
    time.sleep(600)
except KeyboardInterrupt:
    print("interrupted", STOPPED.is_set())
"""


def test_a_stop_while_python_tidies_up_is_not_lost_and_shows_no_traceback():
    done = subprocess.run([sys.executable, "-c", LOST], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("interrupted True\n", "")
