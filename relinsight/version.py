"""Which version of the program this is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import metadata

from relinsight.shipped import PACKAGE, is_installed


@cache
def version() -> str:
    """The version that was there when it was first asked for: files that are replaced later are not those that run."""
    if is_installed():
        return metadata.version("relinsight")
    return str(tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
