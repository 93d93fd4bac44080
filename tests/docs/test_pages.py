"""The pages for readers say what is there: links lead somewhere, words are in the glossary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.generated import PAGES as GENERATED

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_page_is_the_one_that_make_docs_writes(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8").strip() == GENERATED[name]().strip()


def test_every_verb_of_make_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert verbs is not None
    assert [verb for verb in verbs.group(1).split() if not re.search(rf"^{verb}:.*## ", makefile, re.MULTILINE)] == []


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme
    assert readme.count("](docs/images/") == 2
