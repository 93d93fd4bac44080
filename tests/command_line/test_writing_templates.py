"""A template is written where it is asked for, and comes back filled in under any name."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from relinsight.command_line.main import app


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_a_filled_in_template_comes_back_under_any_name(folder: Path) -> None:
    assert run("template", "partners", "-o", "onze lijst.xlsx", "--language", "nl").exit_code == 0
    book = openpyxl.load_workbook("onze lijst.xlsx")
    headings = [cell.value for cell in book.active[5]]
    for row, name in enumerate(("De Werf", "Het Anker"), 6):
        book.active.cell(row, headings.index("Naam") + 1).value = name
        book.active.cell(row, headings.index("Sector") + 1).value = "zorg"
    book.save("onze lijst.xlsx")
    told = json.loads(run("import", "onze lijst.xlsx", "--json").stdout)
    assert (told["inserted"], told["rejected"]) == (2, 0)
    assert json.loads(run("sql", "SELECT sector_id FROM partner_sector", "--format", "json").stdout) == [{"sector_id": "care"}] * 2


def test_the_path_is_told_to_people_and_to_machines(folder: Path) -> None:
    assert "tie.xlsx" in run("template", "tie", "-o", "tie.xlsx").stdout
    assert json.loads(run("template", "tie", "-o", "tie.xlsx", "--json").stdout) == {"path": "tie.xlsx"}


def test_a_template_takes_the_place_of_no_database(folder: Path) -> None:
    refused = run("template", "tie", "-o", "city.duckdb")
    assert (refused.exit_code, (folder / "city.duckdb").exists()) == (1, False)
    assert "is the database itself" in refused.stderr
