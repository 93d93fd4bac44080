"""The client's end of the line: each call is answered by the program that has the city open, or ends as it ended there."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from relinsight.access.handing_over.notice import Notice, found, other_version
from relinsight.access.handing_over.wire import HERE, PATIENCE, LostError, Wire
from relinsight.version import version
from relinsight.warehouse.change_mark import OutdatedError
from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

Tell = Callable[[Text, float], None]
Place = Callable[[str], Path]
ROLLING_BACK = 20.0  # seconds that the other side has to say how a call ended that was stopped


def untold(_doing: Text, _part: float) -> None:
    """Nobody watches."""


class Line:
    """A line to the program that has a database open."""

    def __init__(self, wire: Wire, database: Path, tell: Tell = untold) -> None:
        self.wire = wire
        self.database = database
        self.tell = tell

    def call(self, name: str, /, *given: object, tell: Tell | None = None, into: Place | None = None, **named: object) -> Any:
        """What a call gives; how far it is is told, and each file that comes with the answer is written where `into` says."""
        try:
            self.wire.say("call", name, [*given], named)
            ended = self._heard(tell or self.tell, into)
        except LostError:
            raise Refusal(_lost(self.database)) from None
        except BaseException:
            self._stop()
            raise
        return _given(*ended)

    def close(self) -> None:
        """Hang up."""
        self.wire.close()

    def _heard(self, tell: Tell, into: Place | None) -> list[Any]:
        """How the call ended."""
        while True:
            kind, *rest = _message(self.wire)
            if kind == "doing":
                tell(*rest)
            elif kind == "file":
                self._write(into, *rest)
            else:
                return [kind, *rest]

    def _write(self, into: Place | None, name: str, size: int) -> None:
        if into is None:
            raise LostError
        with into(name).open("wb") as file:
            while size > 0:
                part = self.wire.hear()
                if not isinstance(part, bytes):
                    raise LostError
                size -= file.write(part)

    def _stop(self) -> None:
        """Have the call stopped, and wait until it has been taken back."""
        self.wire.end.settimeout(ROLLING_BACK)
        with suppress(LostError):
            self.wire.say("stop")
            while self._is_going_on():
                pass

    def _is_going_on(self) -> bool:
        heard = self.wire.hear()
        return isinstance(heard, bytes) or heard[0] in ("doing", "file")


def reached(database: Path, tell: Tell = untold) -> Line | None:
    """A line to the program that has a database open; nothing where no program of its owner's answers."""
    notice = found(database)
    if notice is None:
        return None
    try:
        wire = Wire(socket.create_connection((HERE, notice.port), PATIENCE))
    except OSError:
        return None
    try:
        wire.prove(notice.key)
        _greet(wire, notice, database)
    except LostError:
        wire.close()
        return None
    except Refusal:
        wire.close()
        raise
    return Line(wire, database, tell)


def _greet(wire: Wire, notice: Notice, database: Path) -> None:
    """Two versions do not understand each other."""
    if notice.version != version():
        raise Refusal(other_version(database.name, notice.version, version()))
    wire.say("hello", version())
    _given(*_message(wire))


def _message(wire: Wire) -> list[Any]:
    heard = wire.hear()
    if isinstance(heard, bytes):
        raise LostError
    return heard


def _given(kind: str, *rest: Any) -> Any:
    match kind:
        case "answer":
            return rest[0]
        case "refused":
            raise Refusal(rest[0])
        case "outdated":
            raise OutdatedError
        case "machine":
            raise OSError(*rest)
        case _:
            raise TypeError(f"A call does not end with {kind!r}.")


def _lost(database: Path) -> Text:
    return text(
        "The dashboard that has {file} open ended before this was done, and what was not finished has changed nothing; try again.",
        file=Name(database.name),
    )
