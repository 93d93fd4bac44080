"""A new page is four new files: written in a copy of the house, it stands in the navigation and is said by the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOUR = {
    "relinsight/warehouse/pages/clusters.sql": "-- One row a cluster.\nSELECT id AS cluster, name FROM cluster ORDER BY name, id\n",
    "relinsight/insights/clusters.py": '''"""Clusters: who are we?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Column, Insight, Table
from relinsight.insights.nothing import NO_ROWS
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import counted, text

PAGE, QUESTION = text("Clusters"), text("Who are we?")
PLACE, SYMBOL = 5, "groups"
MEASURES = ("partners",)


def clusters(reader: Reader, scope: Scope) -> Insight:
    """Name every cluster."""
    rows = tuple({"name": Name(row["name"])} for row in reader.page("clusters", scope))
    answer = counted("{n} cluster works with partners", "{n} clusters work with partners", len(rows))
    table = Table("clusters", text("All clusters"), (Column("name", text("Cluster")),), rows, none=NO_ROWS)
    return Insight("clusters", scope, QUESTION, answer, (PAGE, QUESTION), (), (table,), MEASURES)
''',
    "pages/clusters.py": '''"""Clusters: who are we?"""

from relinsight.insights.clusters import clusters
from relinsight.show.insight import show

show(clusters)
''',
    "tests/insights/test_clusters.py": """from answers import asked, heading, on

from relinsight.insights.clusters import clusters


def test_the_clusters_are_counted():
    assert heading(asked(clusters, "cluster\\nport\\nspace", on("2026-06-30"))) == "2 clusters work with partners"
""",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house with four files more."""
    for name in ("relinsight", "pages", "tests", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "data", "images"))
    for name in ("pyproject.toml", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, tmp_path)
    for name, written in FOUR.items():
        (tmp_path / name).write_text(written, encoding="utf-8")
    return tmp_path


def _run(copy: Path, *words: str) -> str:
    settings = os.environ | {"PYTHONPATH": str(copy), "RELINSIGHT_DB": str(copy / "city.duckdb")}
    done = subprocess.run([sys.executable, "-m", *words], cwd=copy, env=settings, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_page_is_four_files_and_touches_no_other(copy: Path) -> None:
    assert "# 0 clusters work with partners" in _run(copy, "relinsight", "page", "clusters")
    _run(copy, "pytest", "-q", "-p", "no:cacheprovider", "tests/house/test_parts.py", "tests/insights/test_clusters.py")
