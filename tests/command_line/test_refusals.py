"""What goes wrong is one sentence on standard error, with the right exit code and nothing changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.command_line.main import app

PARTNERS = "id,name,tier\nharbour,Harbour works,A\nwater,Water board,D\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "partner.csv").write_text(PARTNERS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["import", "nowhere.csv"], 1, "nowhere.csv"),
        (["page", "nothing"], 2, "There is no page nothing"),
        (["page", "portfolio", "--as-of", "2026-02-31"], 2, "is not a date"),
        (["page", "portfolio", "--format", "xlsx"], 2, "-o FILE.xlsx"),
        (["page", "portfolio", "--language", "xx"], 2, "the languages are nl and en"),
        *((["page", page, option, day], 2, "is not a period" if option == "--period" else f"{option} {day} lies outside the calendar")
          for page in ("portfolio", "coverage", "sectors", "partner")
          for option, day in (("--as-of", "9999-12-30"), ("--as-of", "0001-01-01"), ("--since", "1899-12-31"), ("--period", "2026"),
                              ("--period", "2026-01-01"), ("--period", "2026-01-02..2026-01-01"))),
        (["page", "portfolio", "--period", "0001-01-01..2026-01-01"], 2, "--period 0001-01-01 lies outside the calendar"),
        (["page", "portfolio", "--period", "2026-02-30..2026-03-01"], 2, "--period 2026-02-30 is not a date"),
        (["template", "nothing", "-o", "x.xlsx"], 2, "There is no record nothing; the records are cluster, sector,"),
        (["template", "partner"], 2, "-o FILE.xlsx"),
        (["template", "partner", "-o", "x.xlsx", "--language", "xx"], 2, "the languages are nl and en"),
        (["figures", "--as-of", "9999-12-30"], 2, "lies outside the calendar"),
        (["who", "x", "--as-of", "0001-01-01"], 2, "lies outside the calendar"),
        (["sql", "SELECT 1", "--as-of", "9999-12-31"], 2, "lies outside the calendar"),
        *((["page", page, "--as-of", "2026-06-30", "--since", since], 2, f"--since {since} must lie before the day")
          for page in ("portfolio", "coverage", "sectors", "partner") for since in ("2026-06-30", "2026-07-01", "2199-12-31")),
        (["measures", "nothing"], 1, "There is no measure nothing"),
        (["figures", "--measure", "nothing"], 1, "There is no measure nothing"),
        (["sql", "DELETE FROM partner"], 1, "Only SELECT and EXPLAIN"),
        (["sql", "SELECT 1; SELECT 2"], 1, "exactly one"),
        (["sql", "SELECT * FROM read_csv('partner.csv')"], 1, ""),
        (["rejects", "nothing"], 1, "There is no import nothing"),
        (["restore", "partner.csv"], 1, "partner.csv"),
        (["demo", "--remove"], 1, "no demo city"),
        (["demo", "--partners", "2"], 1, "at least"),
    ],
)  # fmt: skip
def test_a_refusal_is_one_sentence(folder: Path, words: list[str], code: int, said: str) -> None:
    found = CliRunner().invoke(app, words)
    assert (found.exit_code, found.stdout) == (code, "")
    assert said in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1
    assert "Traceback" not in found.stderr


def test_a_name_that_breaks_the_line_is_told_on_one(folder: Path) -> None:
    (folder / "x\n\x1b[31my.csv").write_text("foo;bar\n1;2\n", encoding="utf-8")
    outcome = CliRunner().invoke(app, ["import", "x\n\x1b[31my.csv"])
    assert outcome.exit_code == 1
    assert outcome.stderr.startswith("x [31my.csv does not tell what it holds;")
    assert outcome.stderr.count("\n") == 1


def test_rejected_rows_end_with_three_and_can_be_taken_along(folder: Path) -> None:
    found = CliRunner().invoke(app, ["import", "partner.csv", "--json"])
    assert found.exit_code == 3
    run = found.stdout.split('"run_id": "')[1].split('"')[0]
    shown = CliRunner().invoke(app, ["rejects", run])
    assert "partner.csv" in shown.stdout
    assert CliRunner().invoke(app, ["rejects", run, "--out", "mend.csv"]).exit_code == 0
    assert "Water board" in (folder / "mend.csv").read_text(encoding="utf-8")


def test_a_database_that_somebody_else_holds_is_said(folder: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", "import duckdb, sys; c = duckdb.connect('city.duckdb'); print('open', flush=True); sys.stdin.read()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder,
    )  # fmt: skip
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        found = CliRunner().invoke(app, ["figures"])
    finally:
        holder.kill()
        holder.wait()
    assert found.exit_code == 1
    assert "open in another process" in found.stderr
