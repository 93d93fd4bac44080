"""Start the process that parses a file, wait for it, and take over what it wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import IO

import relinsight
from relinsight.sources.foreign import limits
from relinsight.sources.refusal import ImportRefused, cut_short
from relinsight.words.name import Name
from relinsight.words.text import Text, text

CHECKOUT = str(Path(relinsight.__file__).parents[1])  # the process has to find the package from any folder
# Memory is counted when it is asked for: the allocators must not ask for far more than they use.
SPARING = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "1", "OMP_NUM_THREADS": "1"}


def parsed(module: str, path: Path, **asked: object) -> IO[bytes]:
    """What the process of a module writes about a file: a nameless file on disk, which goes when it is closed."""
    written = tempfile.TemporaryFile()  # noqa: SIM115
    order = json.dumps({"path": str(path), "limits": asdict(limits.LIMITS), **asked})
    try:
        ended = _ended([sys.executable, "-P", "-m", module, order], written)
        _check(path, ended)
    except BaseException:
        written.close()
        raise
    return written


def _ended(command: list[str], written: IO[bytes]) -> int:
    try:
        done = subprocess.run(
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.DEVNULL,
            timeout=limits.LIMITS.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return limits.STOPPED
    return done.returncode


def _environment() -> dict[str, str]:
    """That of this process, but for what concerns the city."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RELINSIGHT_")}
    return kept | SPARING | {"PYTHONPATH": os.pathsep.join([CHECKOUT, *filter(None, sys.path)])}


def _check(path: Path, ended: int) -> None:
    if ended == limits.BROKEN:
        raise ValueError(f"{path.name} makes no sense to its parser")
    if ended == limits.CUT_SHORT:
        raise ImportRefused(cut_short(path))
    if ended == limits.NO_ROOM:
        raise ImportRefused(
            text("{file} cannot be unpacked, as the disk is full; make room and import it again.", file=Name(path.name)),
        )
    if ended:
        raise ImportRefused(_beyond(path))


def _beyond(path: Path) -> Text:
    return text(
        "{file} takes more memory or time than a table does: it is protected, broken or far too large; save its rows as .csv or .xlsx "
        "and import that.",
        file=Name(path.name),
    )
