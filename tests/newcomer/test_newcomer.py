"""A newcomer gets the first answer in four commands at most, whatever kind of file lies there."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.command_line.main import app
from tests.newcomer.kinds import KINDS, Kind

MOST_COMMANDS = 4
DONE, SOME_REJECTED = 0, 3


def typed(command: str) -> tuple[int, str]:
    """Type one command as in a shell."""
    words, _, target = command.partition(" > ")
    found = CliRunner().invoke(app, shlex.split(words))
    if target:
        Path(target).write_text(found.stdout, encoding="utf-8")
    return found.exit_code, found.stdout


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_newcomer_gets_the_first_answer_in_four_commands(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not kind.is_there:
        pytest.skip(f"RELINSIGHT_SAMPLES names no folder with the sample of {kind.name}")
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    monkeypatch.chdir(tmp_path)
    kind.lie(tmp_path)
    commands = list(kind.commands())
    assert len(commands) <= MOST_COMMANDS
    *before, last = commands
    assert {typed(command)[0] for command in before} <= {DONE, SOME_REJECTED}
    code, answered = typed(f"{last} --format json")
    assert (code, json.loads(answered)["answer"]) == (DONE, kind.answer)
