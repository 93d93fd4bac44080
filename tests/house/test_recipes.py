"""A new page is a package, its queries, a door and a test, and no other module is touched; a new kind of picture is a type and a drawer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import ClassVar, NamedTuple

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest
from warehouse_from import warehouse_from

from relinsight import insights
from relinsight.access.reader import Reader
from relinsight.export import charts
from relinsight.export.json_document import as_json
from relinsight.export.markdown import as_markdown
from relinsight.export.workbook import as_xlsx
from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.exhibit import Document
from relinsight.insights.page import Page
from relinsight.insights.pages import pages
from relinsight.warehouse import queries
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import text

ROOT = Path(__file__).parents[2]
QUERY = "-- One row a cluster.\nSELECT id AS cluster, name FROM cluster ORDER BY name, id"
PACKAGE = '''"""Clusters: who are we?"""

from __future__ import annotations

from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Insight, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.nothing import NO_ROWS
from relinsight.insights.page import Page
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import counted, text


class Cluster(NamedTuple):
    """A cluster."""

    cluster: str
    name: Name


def clusters(reader: Reader, scope: Scope) -> Insight:
    """Name every cluster."""
    rows = tuple(reader.page(Cluster, "clusters", scope))
    answer = counted("{n} cluster works with partners", "{n} clusters work with partners", len(rows))
    table = Table("clusters", text("All clusters"), (TableColumn("name", text("Cluster")),), rows, none=NO_ROWS)
    return Insight(PAGE.name, scope, PAGE.question, answer, (PAGE.title,), (), (table,), PAGE.measures)


PAGE = Page("clusters", 5, text("Clusters"), "groups", text("Who are we?"), ("partners",), clusters)
'''
DOOR = '''"""Clusters: who are we?"""

from relinsight.insights.clusters import PAGE
from relinsight.show.insight import show

show(PAGE)
'''
CITY = "cluster\nport\nspace"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The page of the recipe, in a folder beside the packages of the house."""
    (tmp_path / "clusters").mkdir()
    (tmp_path / "clusters" / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    monkeypatch.setattr(insights, "__path__", [*insights.__path__, str(tmp_path)])
    monkeypatch.setitem(queries.page_queries(), "clusters", QUERY)
    invalidate_caches()
    pages.cache_clear()
    yield import_module("relinsight.insights.clusters").PAGE
    pages.cache_clear()


def test_a_page_is_found_by_its_package_and_stands_in_its_place(page: Page):
    assert [found.name for found in pages()] == ["portfolio", "coverage", "sectors", "partner", "clusters", "data"]
    assert pages()[-2] is page


def test_a_page_is_said_in_every_format_without_further_code(page: Page):
    found = page.answer(Reader(warehouse_from(CITY)), Scope(date(2026, 6, 30)))
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [row.name for row in table.rows] == ["port", "space"]
    assert "# 2 clusters work with partners" in as_markdown(found, "en")
    assert '"All clusters"' in as_json(found, "en")
    assert as_xlsx(found, "en").startswith(b"PK")


def test_a_door_of_a_few_lines_shows_it_on_the_screen(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert len(DOOR.splitlines()) <= 15
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "city.duckdb"))
    shown: list[object] = []
    monkeypatch.setattr("relinsight.show.insight.show", lambda page, **_: shown.append(page))
    door = tmp_path / "door.py"
    door.write_text(DOOR, encoding="utf-8")
    app = AppTest.from_file(str(door)).run()
    assert not app.exception
    assert shown == [page]


def test_the_guide_names_the_files_of_a_page_and_of_a_kind_of_picture():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for part in (
        "relinsight/insights/PAGE/__init__.py",
        "relinsight/warehouse/pages/PAGE/",
        "pages/PAGE.py",
        "tests/insights/test_PAGE.py",
        "relinsight/insights/exhibits/KIND.py",
        "relinsight/export/charts/KIND.py",
    ):
        assert f"`{part}" in guide, part


class Drop(NamedTuple):
    """A drop."""

    name: Name


@dataclass(frozen=True)
class Drops:
    """Drops in a row."""

    rows: tuple[Drop, ...]
    kind: ClassVar[str] = "drops"
    becomes: ClassVar[Document] = Document.DOTS


def test_a_kind_of_picture_is_a_type_and_a_drawer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(charts, "DRAWERS", {**charts.DRAWERS, Drops: lambda exhibit, _: go.Figure({"data": [{"x": [len(exhibit.rows)]}]})})
    chart = Chart("drops", text("Drops"), Drops((Drop(Name("x")),)), (TableColumn("name", text("Partner")),), text("Drops"))
    assert charts.drawn(chart, "en").data[0].x == (1,)
