"""The notice beside a database: whoever may read it may have work done by the program that has the database open."""

from __future__ import annotations

import json
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from relinsight.access.place import notice
from relinsight.version import version
from relinsight.words.name import Name
from relinsight.words.text import Text, text

OWNERS_ALONE = 0o600
OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True)
class Notice:
    """Where the program listens, what proves the right to speak to it, and which process of which version it is."""

    port: int
    token: str = field(repr=False)
    pid: int
    version: str

    @property
    def key(self) -> bytes:
        """The token as the key of a proof; it never goes over the line."""
        return self.token.encode()

    def put_up(self, database: Path) -> None:
        """Write it for the owner alone; only who has the database open does, so a notice that is there is an old one."""
        take_down(database)
        with os.fdopen(os.open(notice(database), os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNERS_ALONE), "w", encoding="utf-8") as file:
            json.dump(asdict(self), file)

    def is_up(self, database: Path) -> bool:
        """Whether it is this notice that hangs there."""
        return found(database) == self


def fresh(port: int) -> Notice:
    """A notice of this process, with a token that nobody knows."""
    return Notice(port, secrets.token_hex(32), os.getpid(), version())


def take_down(database: Path) -> None:
    """Remove what hangs there."""
    with suppress(OSError):
        notice(database).unlink()


def found(database: Path) -> Notice | None:
    """The notice of a database, if one hangs there that only its owner can have written; nothing else is believed."""
    try:
        with notice(database).open(encoding="utf-8") as file:
            return Notice(**json.load(file)) if _is_private(os.fstat(file.fileno()), database) else None
    except (OSError, ValueError, TypeError):
        return None


def other_version(file: str, theirs: str, ours: str) -> Text:
    """The program that has the file open is of another version than the one that calls."""
    return text(
        "The dashboard that has {file} open is version {theirs} and this command is version {ours}; start the dashboard again, "
        "and use one version.",
        file=Name(file),
        theirs=Name(theirs),
        ours=Name(ours),
    )


def _is_private(there: os.stat_result, database: Path) -> bool:
    """Whether the file is its owner's alone, and the owner this user or the one of the database; Windows keeps rights elsewhere."""
    if os.name == "nt":
        return True
    owners = {os.geteuid(), database.stat().st_uid}
    return there.st_uid in owners and not there.st_mode & OF_OTHERS
