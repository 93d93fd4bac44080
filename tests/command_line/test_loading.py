"""A verb loads no more than it needs: what is slow to load is left to those verbs that use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import cities
import pytest

ROOT = Path(__file__).parents[2]
# Modules that take time, and the verbs that need them; what is not named here is loaded by no verb below.
SLOW = (
    "babel", "cachetools", "duckdb", "ijson", "numpy", "pandas", "plotly", "pyarrow", "python_calamine", "rich",
    "scipy", "sqlglot", "streamlit", "xlsxwriter", "relinsight.export", "relinsight.insights", "relinsight.measures",
    "relinsight.records", "relinsight.show", "relinsight.sources.demo", "relinsight.warehouse.importing",
)  # fmt: skip
READING = {"cachetools", "duckdb", "rich", "relinsight.measures", "relinsight.records"}
BOUND = {"numpy", "pandas", "pyarrow"}  # the engine loads these where a value is bound to a parameter
NEEDS: dict[str, set[str]] = {
    "--help": set(),
    "page --help": set(),
    "profile --help": set(),
    "runs": {"duckdb", "rich"},
    "runs --json": {"duckdb"},
    "backup copy.duckdb": {"duckdb"},
    "measures coverage_share --json": {"babel", "relinsight.measures"},
    "sql 'select 1'": READING,
    "sql 'select 1' --format csv": READING - {"rich"},
    "rejects zzz": {"babel", "duckdb", "relinsight.records"} | BOUND,
    "who zee --json": READING - {"rich"} | BOUND | {"sqlglot", "relinsight.insights"},
    "figures --json": READING - {"rich"} | BOUND | {"babel", "sqlglot", "scipy"},
    "page portfolio": READING - {"rich"} | BOUND | {"babel", "sqlglot", "scipy", "relinsight.export", "relinsight.insights"},
    "page nothing": READING - {"rich"} | {"babel", "relinsight.insights"},
}
RUN = """
import json, shlex, sys
sys.argv = ["relinsight", *shlex.split({words!r})]
from relinsight.command_line import main
try:
    main()
except SystemExit:
    pass
print("LOADED", json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cities.town_file(tmp_path_factory.mktemp("loading") / "town.duckdb")


def loaded(words: str, city: Path) -> set[str]:
    settings = os.environ | {"RELINSIGHT_DB": str(city), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUN.format(words=words)]
    done = subprocess.run(command, cwd=city.parent, env=settings, capture_output=True, text=True, check=True)
    modules = json.loads(done.stderr.rpartition("LOADED ")[2])
    return {slow for slow in SLOW if any(f"{module}.".startswith(f"{slow}.") for module in modules)}


@pytest.mark.parametrize("words", sorted(NEEDS))
def test_a_verb_loads_only_what_it_needs(words: str, city: Path):
    assert loaded(words, city) - NEEDS[words] == set()


def test_what_a_verb_loads_is_seen(city: Path):
    assert {"duckdb", "sqlglot", "relinsight.insights"} <= loaded("page portfolio", city)
