"""The verb `matches`: rows for machines and people, decisions of one call, and one sentence where something stands in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.command_line.main import app

COLUMNS = ["id", "name", "partner_id", "partner", "score", "reason", "dealings", "contacts", "first_day", "last_day", "state"]


def run(*words: str):
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "partner.csv").write_text("id,name\np1,Bewonersgroep Galgenveld\np2,Museum\n", encoding="utf-8")
    (tmp_path / "dealing.csv").write_text(
        "id,organisation,role,opened_on\nd1,Bewonersgroep Galgeveld,client,2025-03-01\nd2,diverse bewoners,client,\n", encoding="utf-8"
    )
    assert run("import", "partner.csv", "dealing.csv").exit_code == 0
    return tmp_path


def shown() -> list[dict[str, object]]:
    return json.loads(run("matches", "--json").stdout)


@pytest.mark.usefixtures("folder")
def test_rows_for_machines_carry_score_and_reason() -> None:
    asked, unknown = shown()
    assert [*asked] == COLUMNS
    assert {name: asked[name] for name in COLUMNS[1:]} == {
        "name": "Bewonersgroep Galgeveld",
        "partner_id": "p1",
        "partner": "Bewonersgroep Galgenveld",
        "score": 98,
        "reason": "one letter differs",
        "dealings": 1,
        "contacts": 0,
        "first_day": "2025-03-01",
        "last_day": "2025-03-01",
        "state": "asked",
    }
    assert (unknown["state"], unknown["partner"], unknown["first_day"]) == ("unknown", None, None)
    assert "98" in run("matches").stdout


@pytest.mark.usefixtures("folder")
def test_decisions_of_one_call_are_one_run_and_undo_takes_them_back() -> None:
    before = shown()
    asked, unknown = (str(row["id"]) for row in before)
    rehearsed = run("matches", "--accept", asked, "--collective", unknown, "--merge", "p2=p1", "--dry-run")
    assert "Nothing was changed: this was a dry run." in rehearsed.stdout
    assert shown() == before
    done = json.loads(run("matches", "--accept", asked, "--collective", unknown, "--merge", "p2=p1", "--json").stdout)
    assert {each["table"]: (each["added"], each["changed"], each["removed"]) for each in done["changes"]} == {
        "partner": (0, 0, 1),
        "partner_alias": (3, 0, 0),
        "former_partner": (2, 0, 0),
        "dealing": (0, 1, 0),
    }
    assert [row["state"] for row in shown()] == ["collective"]
    assert run("check").exit_code == 0
    assert run("undo", done["run_id"]).exit_code == 0
    assert shown() == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--merge", "p1"), 2, "--merge p1 does not name two partners; write it as KEEP=GOES."),
        (("--merge", "p1=p9"), 1, "There is no partner p9; `relinsight matches` shows their ids."),
        (("--new", "n0"), 1, "Nothing waits under n0 any more: somebody decided it, or an import did; look at `relinsight matches` again."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(words: tuple[str, ...], code: int, said: str) -> None:
    before = shown()
    found = run("matches", *words)
    assert (found.exit_code, found.stderr.strip()) == (code, said)
    assert shown() == before
