"""Where a city's database file lies, the log that the engine keeps beside it, and what else may lie in its place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

from relinsight.shipped import is_installed, lying
from relinsight.words.name import Name
from relinsight.words.text import Text, text

MARK, MARKED_AT = b"DUCK", 8  # what the engine writes into the head of each of its files
FILE = "relinsight.duckdb"


def database() -> Path:
    """The file that `RELINSIGHT_DB` names; else the one under data/ of a checkout, or in the user's data folder where it is installed."""
    return Path(os.environ.get("RELINSIGHT_DB") or _own_folder() / FILE)


def _own_folder() -> Path:
    return user_data_path("relinsight", appauthor=False) if is_installed() else lying("data")


def log(path: Path) -> Path:
    """Where the engine keeps the log of a database."""
    return path.with_name(f"{path.name}.wal")


def notice(path: Path) -> Path:
    """Where a program that has a database open says how it is reached."""
    return _beside(path, "open")


def copies(path: Path) -> Path:
    """The folder of the private copies of a database."""
    return _beside(path, "copies")


def _beside(path: Path, ending: str) -> Path:
    return Path(f"{os.path.realpath(path)}.{ending}")


def remove(path: Path) -> None:
    """Remove a database and its log, as far as they are there."""
    for part in (path, log(path)):
        with suppress(OSError):
            part.unlink()


def bears_mark(path: Path) -> bool:
    """Whether a file is, or was before it was damaged, a database of the engine."""
    with path.open("rb") as file:
        return file.read(MARKED_AT + len(MARK))[MARKED_AT:] == MARK


def identity(path: Path | None) -> tuple[int, int] | None:
    """Which file a path leads to; nothing where it leads nowhere."""
    try:
        there = path.stat() if path else None
    except OSError:
        return None
    return (there.st_dev, there.st_ino) if there else None


def is_there(path: Path) -> bool:
    """Whether something lies at a path, as far as one may look."""
    with suppress(OSError):
        return path.exists()
    return False


def is_missing(path: Path) -> bool:
    """Whether it is certain that nothing lies at a path: where one may not look, something may."""
    with suppress(OSError):
        return not path.exists()
    return False


def no_database(path: Path) -> Text | None:
    """What a path leads to that is no database at all, as far as one may look."""
    with suppress(OSError):
        if path.is_file() and not bears_mark(path):
            return text("{file} cannot be opened as a database; move it away, or name another file in RELINSIGHT_DB.", file=Name(path.name))
    return no_file(path)


def no_file(path: Path) -> Text | None:
    """What a path leads to that is no file and can be none, as far as one may look."""
    file = Name(path.name)
    with suppress(OSError):
        if path.is_dir():
            return text("{file} is a folder and not a database; name a file in RELINSIGHT_DB.", file=file)
        if path.is_symlink() and not path.exists():
            return text(
                "{file} is a link to {target}, which cannot be made; name another file in RELINSIGHT_DB.",
                file=file,
                target=Name(path.readlink()),
            )
    return None
