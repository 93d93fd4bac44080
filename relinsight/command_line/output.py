"""Where an answer may be written: where it can be, to no database, and to no file of the program's own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import relinsight
from relinsight.command_line.obstacles import obstacle
from relinsight.command_line.speaking import refuse
from relinsight.words.name import Name
from relinsight.words.text import Text, text

PACKAGE = Path(relinsight.__file__).resolve().parent
CHECKOUT = PACKAGE.parent
# What a checkout holds beside the package: folders with all that is in them, and files.
FOLDERS = (".ci", ".git", ".streamlit", "bench", "data/amsterdam-subsidies", "data/profiles", "docs", "pages", "tests")
FILES = (
    ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md",
    "dashboard.py", "data/README.md", "pyproject.toml", "setup.py", "requirements-dev.txt", "requirements.txt",
)  # fmt: skip


def writable(file: Path) -> Path:
    """The file, where an answer may take its place."""
    copy(file)
    if _is_database(file):
        refuse(text("{file} is a database, which no answer may replace; choose another file.", file=Name(file)))
    return file


def copy(file: Path) -> Path:
    """The file, where a copy of the database may take its place: a copy may replace an older one."""
    if reason := obstacle(file) or _taken(file):
        refuse(reason)
    return file


def writable_folder(folder: Path) -> Path:
    """The folder, where files may be written in it."""
    if reason := obstacle(folder, folder=True) or _taken_folder(folder):
        refuse(reason)
    return folder


def is_ours(file: Path) -> bool:
    """Whether a file belongs to the program: it lies in the package or among the files of its checkout."""
    place = file.resolve()
    if place.is_relative_to(PACKAGE):
        return True
    is_checkout = (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "dashboard.py").is_file()
    inside = any(place.is_relative_to(CHECKOUT / folder) for folder in FOLDERS) or place in {CHECKOUT / name for name in FILES}
    return is_checkout and inside


def _taken_folder(folder: Path) -> Text | None:
    from relinsight.access.place import database

    if _is_same(folder, database()) or _is_log(folder):
        return text("{folder} is the place of a file of a database; choose another folder.", folder=Name(folder))
    if is_ours(folder / "any"):
        return text("{folder} belongs to the program itself; choose another folder.", folder=Name(folder))
    return None


def _taken(file: Path) -> Text | None:
    from relinsight.access.place import database

    if _is_same(file, database()):
        return text("{file} is the database itself; choose another file.", file=Name(file))
    if _is_log(file):
        return text("{file} belongs to a database; choose another file.", file=Name(file))
    if is_ours(file):
        return text("{file} belongs to the program itself; choose another file.", file=Name(file))
    return None


def _is_log(place: Path) -> bool:
    """Whether the log of a database lies there, of ours or of another, or what says by which program ours is open."""
    from relinsight.access.place import copies, database, log, notice

    of_ours = (log(database()), notice(database()), copies(database()))
    return any(_is_same(place, each) for each in of_ours) or (place.suffix == ".wal" and _is_database(place.with_suffix("")))


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one place, by whatever links."""
    with suppress(OSError, RuntimeError):  # links that lead to themselves
        return one.resolve() == other.resolve() or one.samefile(other)
    return False


def _is_database(file: Path) -> bool:
    from relinsight.access.place import bears_mark

    with suppress(OSError):
        return file.is_file() and bears_mark(file)
    return False
