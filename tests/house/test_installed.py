"""An installed package opens the dashboard too, with what a checkout has at its top within itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bench.server import QUIET, ROOT, free_port, wait_for

ASK = """
import json
from relinsight.shipped import is_installed, lying
from relinsight.sources.profiles import shipped_profiles
from relinsight.warehouse.location import database
from relinsight.show.start import REGISTER
print(json.dumps({
    "installed": is_installed(), "doors": sorted(file.name for file in lying("pages").glob("*.py")), "profiles": shipped_profiles(),
    "database": str(database()), "register": REGISTER.is_file(),
}))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel would unpack it."""
    place = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "setup.py", "-q", "build", "--build-base", str(place / "build"), "--build-lib", str(place / "lib")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return place / "lib"


def _settings(installed: Path, folder: Path) -> dict[str, str]:
    own = {**QUIET, "PYTHONPATH": str(installed), "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    return {name: value for name, value in (os.environ | own).items() if name != "RELINSIGHT_DB"}


def test_it_holds_what_is_shipped_and_keeps_the_data_in_the_users_folder(installed: Path, tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, env=_settings(installed, tmp_path), capture_output=True, text=True, check=True
    )
    said = json.loads(done.stdout)
    assert said["installed"]
    assert said["doors"] == sorted(file.name for file in (ROOT / "pages").glob("*.py"))
    assert said["profiles"] == sorted(file.stem for file in (ROOT / "data" / "profiles").glob("*.toml"))
    assert said["register"]
    assert said["database"].startswith(str(tmp_path))
    assert said["database"].endswith("relinsight.duckdb")


def test_it_opens_the_dashboard_from_any_folder(installed: Path, tmp_path: Path):
    port = free_port()
    command = [sys.executable, "-m", "relinsight", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=_settings(installed, tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        assert json.loads(urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=5).read()) == {"status": "ok"}
    finally:
        process.kill()
        process.wait()
