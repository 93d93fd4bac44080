"""Every page has its four parts, every query and measure is used, and each room keeps to its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from relinsight.export import palette
from relinsight.insights import register
from relinsight.insights.pages import pages as shown
from relinsight.measures import MEASURES, declared
from relinsight.measures.catalogue import as_markdown
from relinsight.warehouse.queries import facts, named_facts, pages

ROOT = Path(__file__).parents[2]
ROOMS = ROOT / "relinsight"
NAMES = tuple(page.name for page in shown())
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
NO_INK = "rgba(0,0,0,0)"


def _modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOMS / folder).rglob("*.py"))


def _strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_an_insight_a_page_and_a_test(name: str):
    assert (ROOMS / "insights" / name / "__init__.py").is_file()
    page = (ROOT / "pages" / f"{name}.py").read_text("utf-8")
    assert f"relinsight.insights.{name} import {name}" in page
    assert (ROOT / "tests" / "insights" / f"test_{name}.py").is_file()


def test_every_page_is_in_the_navigation_and_the_other_way_round():
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == set(NAMES)


def test_a_page_computes_nothing_and_is_short():
    for path in (ROOT / "pages").glob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 15


def _asked_queries(folder: str) -> set[str]:
    written = {said for path in _modules(folder) for said in _strings(path)}
    return written & set(pages())


def test_every_page_query_is_asked_for():
    assert _asked_queries("insights") | _asked_queries("access") == set(pages())


@pytest.mark.parametrize("folder", ["facts", "pages"])
def test_every_query_opens_with_its_grain(folder: str):
    found = sorted((ROOMS / "warehouse" / folder).rglob("*.sql"))
    assert found
    for path in found:
        assert path.read_text("utf-8").startswith("-- One row"), path.name
    assert all(sql.lstrip().splitlines()[0].endswith(".") for sql in (facts() if folder == "facts" else pages()).values())


def test_every_fact_is_used():
    texts = [*pages().values(), *facts().values()]
    used = {name.removesuffix("_since") for sql in texts for name in named_facts(sql)}
    used |= {way.over for m in MEASURES.values() for way in m.reckonings}
    used |= {way.rows_over for m in MEASURES.values() for way in m.reckonings if way.rows_over}
    used |= {name for path in _modules("measures") for said in _strings(path) for name in named_facts(said)}
    used |= {said for path in _modules("measures") for said in _strings(path) if said in facts()}
    assert set(facts()) - used == set()


@pytest.mark.parametrize("named", [register.MEASURES, *(page.measures for page in shown())], ids=["register", *NAMES])
def test_every_measure_that_a_page_names_exists(named: tuple[str, ...]):
    assert named
    for name in named:
        assert declared(name), name


def test_every_figure_that_a_page_asks_for_exists():
    asked = {
        name
        for path in _modules("insights")
        for name in re.findall(r'(?:Asked|figure)\(\s*(?:text\("[^"]*"\),\s*)?f?"([a-z_.]+)', path.read_text("utf-8"))
    }
    assert len(asked) > 8
    assert {name for name in asked if declared(name) is None} == set()


def test_only_what_shows_imports_streamlit():
    outside = [path for path in ROOMS.rglob("*.py") if "show" not in path.relative_to(ROOMS).parts and "streamlit" in _imports(path)]
    assert outside == []


def test_only_the_warehouse_imports_the_database_and_only_export_and_show_the_charts():
    for path in ROOMS.rglob("*.py"):
        room = path.relative_to(ROOMS).parts[0]
        assert "duckdb" not in _imports(path) or room == "warehouse", path
        assert "plotly" not in _imports(path) or room in ("export", "show"), path


def test_colours_come_from_the_palette_alone():
    for path in _modules("export", "show", "insights"):
        if path.name != "palette.py":
            found = [said for said in _strings(path) if HEX.search(said) and said != NO_INK]
            assert found == [], path


def test_the_palette_holds_only_the_placeholders_of_the_theme():
    held = set(re.findall(r"#[0-9a-fA-F]{3,8}", (ROOMS / "export" / "palette.py").read_text("utf-8")))
    assert held <= {f"#0000{n:02d}" for n in range(1, 11)} | {"#000038", "#0000"}
    assert len(palette.SEQUENTIAL) == len(palette.DIVERGING) == 10


def test_the_page_of_measures_is_the_generated_one():
    assert (ROOT / "docs" / "measures.md").read_text("utf-8").strip() == as_markdown().strip()


def test_no_room_has_a_name_that_says_nothing():
    names = {path.name for path in ROOMS.rglob("*") if path.is_dir()}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "base", "misc"})
