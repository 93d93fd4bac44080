"""Have a file parsed in another process, and take over what that wrote."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import IO

from relinsight.sources.foreign import limits
from relinsight.sources.foreign.orders import Order
from relinsight.sources.foreign.parsers import ended
from relinsight.sources.refusal import ImportRefused, cut_short
from relinsight.words.name import Name
from relinsight.words.text import Text, text


def parsed(module: str, path: Path, **asked: object) -> IO[bytes]:
    """What the process of a module writes about a file: a nameless file on disk, which goes when it is closed."""
    written = tempfile.TemporaryFile()  # noqa: SIM115
    asked_of_it = json.dumps({"path": str(path), "limits": asdict(limits.LIMITS), **asked})
    try:
        _check(path, ended(Order(module, asked_of_it, written)))
    except BaseException:
        written.close()
        raise
    return written


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
