"""Long work that writes: in a thread of the server, one at a time, seen by every visitor, whatever they click or close."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

Tell = Callable[[Text, float], None]
State = Literal["waiting", "working", "done", "refused"]
SHOWN_FOR = 900.0  # seconds that a visitor who comes back is still told how it ended
WAITING = text("Waiting for its turn")
LOG = logging.getLogger(__name__)


@dataclass
class Job:
    """One piece of work: what it does now, how far it is, and how it ended."""

    number: int
    label: Text
    private: bool = False
    doing: Text = WAITING
    part: float = 0.0
    state: State = "waiting"
    result: object = None
    reason: Text | None = None
    begun: float = field(default_factory=time.monotonic)
    ended: float | None = None
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def is_live(self) -> bool:
        """Whether it waits or works."""
        return not self.finished.is_set()

    @property
    def seconds(self) -> int:
        """How long it has taken so far, or took."""
        return int((self.ended or time.monotonic()) - self.begun)

    def tell(self, doing: Text, part: float) -> None:
        """Say what is done now and how far it is."""
        self.doing, self.part = doing, min(max(part, 0.0), 1.0)

    def end(self, state: State, reason: Text | None = None) -> None:
        """Say how it ended."""
        self.state, self.reason, self.ended = state, reason, time.monotonic()
        self.finished.set()


@dataclass
class Jobs:
    """The work on one database, in the order in which it was asked for."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    asked: list[Job] = field(default_factory=list[Job])
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def start(self, label: Text, work: Callable[[Tell], object], after: Callable[[], None] = lambda: None, *, private: bool = False) -> Job:
        """Begin a piece of work in a thread of its own; `after` is done however it ends."""
        job = Job(next(self.numbers), label, private)
        self.asked = [*(each for each in self.asked if each.is_live or (each.ended and time.monotonic() - each.ended < SHOWN_FOR)), job]
        threading.Thread(target=self._carry_out, args=(job, work, after), name=f"job-{job.number}", daemon=True).start()
        return job

    @property
    def live(self) -> list[Job]:
        """What works or waits."""
        return [job for job in self.asked if job.is_live]

    @property
    def ended(self) -> list[Job]:
        """What ended a short while ago."""
        return [job for job in self.asked if job.ended and time.monotonic() - job.ended < SHOWN_FOR]

    def _carry_out(self, job: Job, work: Callable[[Tell], object], after: Callable[[], None]) -> None:
        with self.turn:
            job.state = "working"
            try:
                job.result = work(job.tell)
                job.end("done")
            except Refusal as refused:
                job.end("refused", refused.reason)
            except Exception:
                LOG.exception("A piece of work ended by a fault of the program.")
                job.end(
                    "refused",
                    text("The work stopped by a fault of the program, and nothing was changed; the log of the server tells more."),
                )
            finally:
                after()
