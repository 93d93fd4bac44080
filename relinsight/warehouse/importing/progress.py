"""Where an import is: the step, what it is at, the rows where they are known; told again each second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from relinsight.sources.arrow import Batch
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

Tell = Callable[[Text, float], None]
T = TypeVar("T")
SECONDS = 0.8
READING = counted("Step {step} of {steps}: reading {what}, {n} row so far", "Step {step} of {steps}: reading {what}, {n} rows so far", 0)
NAMING = text("Step {step} of {steps}: finding what names mean in {what}")
CHECKING = text("Step {step} of {steps}: checking {what}")
WRITING = counted("Step {step} of {steps}: writing {what}, {n} row", "Step {step} of {steps}: writing {what}, {n} rows", 0)
FINISHING = text("Step {step} of {steps}: finishing")
STAGES = (READING, NAMING, CHECKING, WRITING, FINISHING)
SHARES = (0.0, 0.45, 0.5, 0.65, 0.95, 1.0)  # where each stage begins, and where the last ends


def no_progress(_doing: Text, _share: float) -> None:
    """Nobody watches."""


@dataclass
class Progress:
    """How far one import is, for whoever watches it."""

    tell: Tell = no_progress
    at: float = 0.0
    failed: BaseException | None = None

    def step(self, stage: Text, what: str = "", part: float = 0.0, rows: int | None = None) -> None:
        """Say that a stage is at something, and which part of the stage is done."""
        number = STAGES.index(stage)
        first, last = SHARES[number : number + 2]
        said = stage.with_values(step=number + 1, steps=len(STAGES), what=Name(what), n=rows)
        self._say(replace(said, count=rows), first + (last - first) * part)

    def each(self, stage: Text, things: Sequence[T], called: Callable[[T], str], rows: Callable[[T], int] | None = None) -> Iterator[T]:
        """Go through the things of a stage one after another, and say at which it is."""
        for number, thing in enumerate(things):
            self.step(stage, called(thing), number / len(things), rows(thing) if rows else None)
            yield thing

    def reading(self, what: str, part: float, batches: Iterator[Batch]) -> Iterator[Batch]:
        """The batches of a file, the rows so far told from time to time."""
        rows = 0
        for each in batches:
            yield each
            rows += each.num_rows
            if time.monotonic() - self.at > SECONDS / 2:
                self.step(READING, what, part, rows)

    def _say(self, said: Text, share: float) -> None:
        """Tell it; the engine hides what is raised while it reads, so that is kept."""
        self.at = time.monotonic()
        try:
            self.tell(said, share)
        except BaseException as error:
            self.failed = error
            raise


class Repeating:
    """Somebody who watches, told the same again each second in which nothing new is told."""

    def __init__(self, tell: Tell) -> None:
        self._tell, self._telling, self._done = tell, threading.RLock(), threading.Event()
        self._last: tuple[Text, float] | None = None
        self._failed: BaseException | None = None

    def __call__(self, doing: Text, share: float) -> None:
        """Tell something new."""
        with self._telling:
            self._last = (doing, share)
            if self._failed is not None:
                raise self._failed
            self._tell(doing, share)

    def beat(self) -> None:
        """Tell the last again and again, until it is done."""
        last = None
        while not self._done.wait(SECONDS):
            with self._telling:
                if self._last is not None and last is self._last and not self._done.is_set():
                    self._again(*self._last)
                last = self._last

    def end(self) -> None:
        """Tell nothing any more."""
        self._done.set()

    def _again(self, doing: Text, share: float) -> None:
        try:
            self._tell(doing, share)
        except BaseException as error:
            self._failed = error
            self.end()


@contextmanager
def repeated(tell: Tell | None) -> Generator[Tell]:
    """Tell the last again while it takes long; what the one who watches raises ends the work at its next step."""
    if tell is None:
        yield no_progress
        return
    repeating = Repeating(tell)
    beating = threading.Thread(target=repeating.beat, daemon=True)
    beating.start()
    try:
        yield repeating
    finally:
        repeating.end()
        beating.join()
