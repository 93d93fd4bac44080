"""The door for the command line, open as long as the server has the city open."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from relinsight.access.handing_over.caller import Caller
from relinsight.access.handing_over.calls import Office, Work
from relinsight.access.handing_over.door import opened
from relinsight.access.place import database
from relinsight.show import caches, work
from relinsight.show.jobs import WAITING, Tell
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text

AGAIN = 2.0  # seconds until a city that cannot be opened now is tried again
LOOK = 0.1  # seconds between two looks whether somebody who waits still wants it
CLOSING = 5.0  # seconds that the server waits for its door to be closed
LOG = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncGenerator[None]:
    """The time that the server runs: the city is opened with it, and with the city the door."""
    over = threading.Event()
    keeper = threading.Thread(target=_keep, args=(over,), name="door-keeper", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(CLOSING)


def _keep(over: threading.Event) -> None:
    """Open the city as soon as nobody else has it, and then the door, until the end."""
    while not _is_open():
        if over.wait(AGAIN):
            return
    try:
        with opened(Office(database(), caches.city, carry)):
            over.wait()
    except (OSError, Refusal):
        LOG.warning("The notice beside the database cannot be written, so the command line does not find the dashboard.")


def _is_open() -> bool:
    with suppress(Refusal):
        caches.city()
        return True
    return False


def carry(label: Text, act: Work, caller: Caller) -> None:
    """Carry out a piece of work as the pages do: it waits for its turn, says so, and every visitor sees it."""
    failed: list[Exception] = []

    def kept(tell: Tell) -> object:
        try:
            return act(tell)
        except Exception as error:
            failed.append(error)
            raise

    if work.jobs().live:
        caller.tell(WAITING, 0.0)
    job = work.jobs().start(label, kept)
    while not job.finished.wait(LOOK):
        if job.state == "waiting":
            caller.go_on()
    if failed:
        raise failed[0]
