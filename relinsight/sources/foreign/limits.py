"""How much of the machine a foreign parser may take, and how its process ends."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

MEGABYTE = 1_000_000
BROKEN, STOPPED, NO_ROOM, CUT_SHORT = 3, 4, 5, 6
OUTCOMES = {errno.ENOSPC: NO_ROOM, errno.EFBIG: STOPPED, errno.ENOMEM: STOPPED}  # of what fails while rows are written
PANIC = "PanicException"  # what a fault within the engine raises: no Exception, and of a class that cannot be imported


@dataclass(frozen=True)
class Limits:
    """The most memory, processor time and written rows of one parser."""

    megabytes: int = 2_000
    seconds: int = 120
    written: int = 2_000


LIMITS = Limits()


class BeyondLimitsError(Exception):
    """What a parser gives would be more than a table holds."""


class CutShortError(Exception):
    """A file that opens, and of which the rows make no sense."""


def within_limits(said: str, work: Callable[[dict[str, Any], Limits, IO[bytes]], None], broken: tuple[type[Exception], ...]) -> int:
    """Do the work that is asked for; how it ended is the outcome of the process."""
    asked = json.loads(said)
    limits = Limits(**asked.pop("limits"))
    _hold(limits)
    try:
        work(asked, limits, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except (BeyondLimitsError, MemoryError):
        return STOPPED
    except CutShortError:
        return CUT_SHORT
    except broken:
        return BROKEN
    except OSError as error:
        return OUTCOMES.get(error.errno or 0, BROKEN)
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        return BROKEN
    return 0


def _hold(limits: Limits) -> None:
    """Have the system hold the limits that it knows: memory is that of data where a system counts it, else all that is addressed."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    memory = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    bounds = {
        memory: limits.megabytes * MEGABYTE,
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_FSIZE: limits.written * MEGABYTE,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in bounds.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
