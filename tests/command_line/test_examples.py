"""Every example of every command is run: those of the pages for readers, and the one in the help of each verb."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relinsight.command_line.main import app, profile

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "command-line.md"
EXAMPLES = re.findall(r"^relinsight (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
PROFILES = re.findall(r"^    relinsight ([^#\n]+)", (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8"), re.MULTILINE)
HELP = re.compile(r"Example: relinsight (.+)")
DONE, SOME_REJECTED = 0, 3
SOME_RUN = "4c1e"  # stands in the examples for the first letters of a run's id


def _run(example: str) -> tuple[int, str]:
    """Run one example as a shell would: what stands behind `>` is the file that it writes."""
    command, _, target = example.partition(" > ")
    known = _run_id(newest=command.startswith("undo")) if SOME_RUN in command else SOME_RUN
    found = CliRunner().invoke(app, shlex.split(command.replace(SOME_RUN, known)))
    if target:
        Path(target.strip()).write_text(found.stdout, encoding="utf-8")
    return found.exit_code, found.output


def _run_id(*, newest: bool) -> str:
    """The first letters of the id of the first run, or of the newest, on which nothing can have built."""
    return json.loads(CliRunner().invoke(app, ["runs", "--json"]).stdout)[0 if newest else -1]["id"][:8]


def _verbs() -> Iterator[tuple[str, str]]:
    """Each verb and its help."""
    for group, before in ((app, ""), (profile, "profile ")):
        yield from (
            (f"{before}{command.name}", command.callback.__doc__ or "") for command in group.registered_commands if command.callback
        )


VERBS = dict(_verbs())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with an empty database, in which the examples run."""
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "relinsight.duckdb"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_examples_of_the_page_run_one_after_the_other() -> None:
    outcomes = {example: _run(example) for example in EXAMPLES}
    assert len(outcomes) > 25
    assert {example: said for example, (code, said) in outcomes.items() if code != DONE} == {}


def test_the_examples_of_the_page_on_profiles_run_one_after_the_other(folder: Path) -> None:
    (folder / "register.csv").write_text(
        "BESCHIKKING;AANVRAGER;JAAR;BEDRAG\nb1;De Werf;2020;1.200,50\nb2;Het Anker;2021;80,00\n", encoding="utf-8"
    )
    outcomes = {example: _run(example) for example in PROFILES}
    assert len(outcomes) == 3
    assert {example: said for example, (code, said) in outcomes.items() if code != DONE} == {}


def test_every_verb_has_an_example_in_the_page_and_in_its_help() -> None:
    for verb, help_ in VERBS.items():
        assert any(f"{example} ".startswith(f"{verb} ") for example in EXAMPLES), verb
        assert f"Example: relinsight {verb}" in help_


@pytest.fixture
def furnished(folder: Path) -> Path:
    """A folder with the files that the examples of the help speak of; one row of a partner is wrong."""
    (folder / "partner.csv").write_text("name;tier;sector\nTheater De Werf;A;culture\nZorg;Q;care\n", encoding="utf-8")
    (folder / "contact_moment.csv").write_text("day;kind;partner;achieved\n2026-05-01;visit;Theater De Werf;yes\n", encoding="utf-8")
    (folder / "register.csv").write_text("AANVRAGER;JAAR;BEDRAG\nDe Werf;2020;1.200,50\n", encoding="utf-8")
    return folder


def test_the_example_in_the_help_of_each_verb_runs(furnished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {verb: found.group(1) for verb, help_ in VERBS.items() if (found := HELP.search(help_))}
    assert asked.pop("serve")  # it stays open: a test of its own runs it
    assert set(asked) == set(VERBS) - {"serve"}
    assert _run(asked.pop("import"))[0] == SOME_REJECTED
    outcomes = {example: _run(example) for verb, example in asked.items() if verb != "demo"}
    monkeypatch.setenv("RELINSIGHT_DB", str(furnished / "demo.duckdb"))
    outcomes[asked["demo"]] = _run(asked["demo"])
    assert {example: said for example, (code, said) in outcomes.items() if code != DONE} == {}
    assert "Zorg" in (furnished / "rejected.csv").read_text(encoding="utf-8-sig")
