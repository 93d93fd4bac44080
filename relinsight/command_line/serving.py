"""Open the dashboard."""

from __future__ import annotations

import json
import os
import re
import runpy
import sys
import tomllib
from collections.abc import Iterator, Mapping
from typing import Annotated, cast

import typer

from relinsight.command_line.stopping import listen_around_a_server
from relinsight.shipped import PACKAGE, lying

APP = PACKAGE / "show" / "app.py"


def serve(
    port: Annotated[int | None, typer.Option(help="The port to listen on (8501 unless it is taken).")] = None,
    address: Annotated[str | None, typer.Option(help="The address to listen on (this machine alone).")] = None,
) -> None:
    """Open the dashboard in the browser.

    Example: relinsight serve --port 8600
    """
    options = {**_settings(), "server.address": address or "localhost", **({"server.port": port} if port else {})}
    sys.argv = ["streamlit", "run", str(APP), *(f"--{name}={_written(value)}" for name, value in options.items())]
    listen_around_a_server()
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def _settings() -> dict[str, object]:
    """Every setting of the server and the look, from whichever folder it is started; one in the environment goes before it."""
    read = tomllib.loads((lying("settings") / "config.toml").read_text(encoding="utf-8"))
    return {name: value for name, value in _flat(read, "") if _in_environment(name) not in os.environ}


def _in_environment(name: str) -> str:
    """The variable that sets the same: `server.maxUploadSize` is STREAMLIT_SERVER_MAX_UPLOAD_SIZE."""
    return "STREAMLIT_" + re.sub("([A-Z])", r"_\1", name).replace(".", "_").upper()


def _flat(settings: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flat(cast("dict[str, object]", value), f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else json.dumps(value) if isinstance(value, list) else str(value)
