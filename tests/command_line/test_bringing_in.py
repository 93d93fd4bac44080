"""What an import leaves for its next command: the files of rejected rows by name, and the day from which it holds."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.access.city import open_city
from relinsight.command_line import bringing_in
from relinsight.command_line.main import app
from relinsight.records.partners import Partner


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_the_message_names_the_very_files_and_they_come_back(folder: Path) -> None:
    (folder / "partner.csv").write_text("id,name,active_from\np1,Haven,x\n", encoding="utf-8")
    (folder / "employee.csv").write_text("id,name,active_from\ne1,Anna,x\n", encoding="utf-8")
    found = run("import", "partner.csv", "employee.csv", "--json")
    told = run("rejects", json.loads(found.stdout)["run_id"][:8], "--out", "rejected.csv").stdout
    assert told.strip() == "2 rejected rows: rejected-employee.csv and rejected-partner.csv"
    for name in ("rejected-employee.csv", "rejected-partner.csv"):
        (folder / name).write_text((folder / name).read_text().replace(",x,", ",2026-01-01,"), encoding="utf-8")
    again = run("import", "rejected-employee.csv", "rejected-partner.csv")
    assert again.exit_code == 0, again.stdout


def test_a_tier_without_a_date_holds_from_the_day_that_is_given(folder: Path) -> None:
    for tier, options in (("A", ()), ("C", ("--as-of", "2026-03-01"))):
        (folder / "partner.csv").write_text(f"id,name,tier\np1,Haven,{tier}\n", encoding="utf-8")
        assert run("import", "partner.csv", *options).exit_code == 0
    periods = run("sql", "SELECT tier, from_date, to_date FROM partner_tier ORDER BY tier", "--format", "csv").stdout.split()
    assert periods == ["tier,from_date,to_date", "A,,2026-02-28", "C,2026-03-01,"]


@pytest.mark.parametrize(("day", "code"), [("2026-02-31", 2), ("0001-01-01", 2)])
def test_a_day_that_is_none_or_that_nothing_can_precede_is_refused(folder: Path, day: str, code: int) -> None:
    (folder / "partner.csv").write_text("id,name,tier\np1,Haven,A\n", encoding="utf-8")
    refused = run("import", "partner.csv", "--as-of", day)
    assert refused.exit_code == code
    assert refused.stderr.count("\n") == 1


def test_the_removal_of_the_demo_tells_what_else_went(folder: Path) -> None:
    assert run("demo", "--partners", "10").exit_code == 0
    with closing(open_city(folder / "city.duckdb")) as city, city.writer.change(at=datetime(2026, 6, 30, tzinfo=UTC)) as work:
        work.put(Partner(id="mine", name="Mine"))
    changed = (folder / "city.duckdb").read_bytes()
    for words, told in (
        ([], "The demo city is removed; the database is empty again.\n1 change made by hand went with it.\n"),
        (["--json"], '{\n  "removed": true,\n  "changes_by_hand": 1\n}\n'),
    ):
        (folder / "city.duckdb").write_bytes(changed)
        assert run("demo", "--remove", *words).stdout == told


PEOPLE = "id,name,active_from,active_to\n" + "".join(f"e{n},Anna {n},2026-01-{n:02},Present\n" for n in range(1, 4)) + "e9,Bas,,\n"


@pytest.mark.parametrize("dry_run", [False, True])
def test_an_import_tells_the_same_in_words_and_to_a_machine(folder: Path, dry_run: bool) -> None:
    (folder / "employee.csv").write_text(PEOPLE, encoding="utf-8")
    options = ("--dry-run",) if dry_run else ()
    for_people = run("import", "employee.csv", *options)
    (folder / "city.duckdb").unlink()
    for_machines = run("import", "employee.csv", "--json", *options)
    assert for_people.exit_code == for_machines.exit_code == 3
    told = json.loads(for_machines.stdout)
    assert told["reasons"] == [
        {
            "file": "employee.csv",
            "column": "active_to",
            "rows": 3,
            "row": 2,
            "value": "Present",
            "reason": "'Present' is not a day; write it as 2026-11-25.",
            "said": "employee.csv, such as row 2: 3 x active_to: 'Present' is not a day; write it as 2026-11-25.",
        }
    ]
    lines = for_people.stdout.splitlines()
    sentences = [*told["choices"], *(each["said"] for key in ("days", "made", "reasons", "remarks") for each in told[key])]
    assert [sentence for sentence in sentences if sentence not in lines] == []
    assert [remark["said"] for remark in told["remarks"]] == told["warnings"]
    assert (told["dry_run"], told["run_id"] is None) == (dry_run, dry_run)
    assert ("relinsight rejects" in for_people.stdout) is not dry_run


def test_an_import_speaks_the_language_that_is_asked_for(folder: Path) -> None:
    (folder / "employee.csv").write_text(PEOPLE, encoding="utf-8")
    assert "employee.csv, zoals rij 2: 3 x active_to: 'Present' is geen datum" in run("import", "employee.csv", "--language", "nl").stdout
    refused = run("import", "employee.csv", "--language", "xx")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)


def test_where_no_terminal_is_a_long_import_says_its_step_on_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "employee.csv").write_text(PEOPLE, encoding="utf-8")
    assert run("import", "employee.csv", "--json").stderr == ""
    monkeypatch.setattr(bringing_in, "SECONDS_BETWEEN_LINES", 0)
    long = run("import", "employee.csv", "--json")
    assert "Step 1 of 5: reading employee.csv" in long.stderr
    assert json.loads(long.stdout)["unchanged"] == 1
