"""Whoever calls: is told how far it is, given files, and may have what is done stopped, which is then taken back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from relinsight.access.city import City
from relinsight.access.handing_over.wire import AT_ONCE, LostError, Wire
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

Tell = Callable[[Text, float], None]


class StoppedError(Refusal):
    """Who asked for it does not want it any more, or is gone."""

    def __init__(self) -> None:
        super().__init__(text("This was stopped on the command line, and nothing was changed."))


def _nothing() -> None:
    """There is nothing to break off."""


class Caller:
    """The other end of a line."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.stopped = threading.Event()
        self.turn = threading.Lock()
        self.break_off: Callable[[], None] = _nothing

    def tell(self, doing: Text, part: float) -> None:
        """Say how far it is."""
        self.go_on()
        try:
            self.wire.say("doing", doing, part)
        except LostError:
            self.stopped.set()
            raise StoppedError from None

    def give(self, file: Path, name: str) -> None:
        """Hand over a file."""
        self.wire.say("file", name, file.stat().st_size)
        with file.open("rb") as source:
            while part := source.read(AT_ONCE):
                self.go_on()
                self.wire.give(part)

    def go_on(self) -> None:
        """Go no further where it was stopped."""
        if self.stopped.is_set():
            raise StoppedError

    def stop(self) -> None:
        """Stop what is done for this caller, and nothing else."""
        self.stopped.set()
        with self.turn:
            self.break_off()

    @contextmanager
    def writing(self, city: City) -> Generator[None]:
        """Inside, the engine breaks off at once where the caller stops it; whatever that causes is said as what it is."""
        with self.turn:
            self.go_on()
            self.break_off = partial(city.interrupt, threading.get_ident())
        try:
            yield
        except Exception as error:
            if self.stopped.is_set():
                raise StoppedError from error
            raise
        finally:
            with self.turn:
                self.break_off = _nothing
