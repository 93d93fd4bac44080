"""Text from data shows as itself, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened import Opened
from streamlit.testing.v1 import AppTest

from relinsight.show.markdown import for_markdown
from relinsight.warehouse.connection import open_file

NAME = "**x** [a](http://b) $y$ <img src=x> :red[z] {n}"
COLUMNS = (("partner", "name"), ("partner", "about"), ("employee", "name"), ("cluster", "name"), ("sector", "name"), ("goal", "title"),
           ("contact_person", "name"), ("question", "subject"), ("contact_moment", "subject"), ("dealing", "title"))  # fmt: skip


@pytest.fixture(scope="module")
def wild_file(town_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wild") / "wild.duckdb"
    path.write_bytes(town_file.read_bytes())
    warehouse = open_file(path)
    with warehouse.transaction() as cursor:
        for table, column in COLUMNS:
            cursor.execute(f"UPDATE {table} SET {column} = ?", [NAME])
    warehouse.close()
    return path


def _marked_up(app: AppTest) -> Iterator[str]:
    """Every text on the page that Streamlit reads as markdown."""
    for kind in ("title", "header", "subheader", "markdown", "caption", "warning", "info"):
        yield from (element.value for element in getattr(app, kind))
    for metric in app.metric:
        yield from (metric.label, metric.value, metric.help or "")
    for table in app.table:
        yield from (str(cell) for cell in table.value.to_numpy().ravel())
    for group in app.button_group:
        yield from group.options


def _plain(app: AppTest) -> Iterator[str]:
    """Every text on the page that stands as it is."""
    for box in (*app.multiselect, *app.selectbox):
        yield from box.options
    for frame in app.dataframe:
        yield from (str(cell) for cell in frame.value.to_numpy().ravel())


def _figures(app: AppTest) -> Iterator[str]:
    """The charts as the browser gets them: plotly reads tags in their texts."""
    for chart in app.get("plotly_chart"):
        yield unescaped(chart.proto.spec or chart.proto.figure.spec)


def unescaped(spec: str) -> str:
    """The characters that JSON writes as numbers."""
    return spec.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&")


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize(
    ("page", "more"),
    [("portfolio", {}), ("coverage", {}), ("sectors", {"open": "culture"}), ("partner", {}), ("partner", {"partner": "prt-01"})],
)
def test_a_name_full_of_markup_shows_as_itself(open_page: Opened, wild_file: Path, page: str, more, lang: str):
    app = open_page(wild_file, page, as_of="2026-09-30", lang=lang, sector="culture", **more)
    assert not app.exception
    escaped = for_markdown(NAME)
    found = [said for said in _marked_up(app) if "http" in said]
    assert found or page == "partner"
    for said in found:
        rest = said.replace(escaped, "")
        assert "**x" not in rest
        assert "(http://b" not in rest
        assert "<img" not in rest
        assert "$y" not in rest
    assert not [spec for spec in _figures(app) if "<img" in spec or ("**x" in spec and "&lt;img" not in spec)]
    assert any(said.startswith(NAME) for said in _plain(app))
    assert not [said for said in _plain(app) if "\\" in said]
