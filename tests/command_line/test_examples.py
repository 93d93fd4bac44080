"""Every example in the page on the command line is run, in its order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.command_line.main import app

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
EXAMPLES = re.findall(r"^relinsight (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_examples_run_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    outcomes = {example: CliRunner().invoke(app, shlex.split(example)) for example in EXAMPLES}
    failed = {example: found.output for example, found in outcomes.items() if found.exit_code}
    assert len(outcomes) > 25
    assert failed == {}


def test_every_verb_has_an_example_in_the_page_and_in_its_help() -> None:
    for command in app.registered_commands:
        assert any(example.startswith(f"{command.name} ") or example == command.name for example in EXAMPLES) or command.name == "rejects"
        assert f"Example: relinsight {command.name}" in (command.callback.__doc__ or "")
