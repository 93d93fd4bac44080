"""A conversation with one client: its calls one after another, while it may at any moment say stop or be gone."""

from __future__ import annotations

import logging
import queue
import threading
from typing import Any

from relinsight.access.city import OutdatedError
from relinsight.access.handing_over.caller import Caller
from relinsight.access.handing_over.calls import Calls, Office
from relinsight.access.handing_over.wire import LostError, Wire
from relinsight.words.refusal import Refusal
from relinsight.words.text import text

HELD_FOR = 60.0  # seconds that a client may hold up all writes without a word
LOG = logging.getLogger(__name__)


class Conversation:
    """What one client asks, and what it is answered."""

    def __init__(self, wire: Wire, office: Office) -> None:
        self.wire = wire
        self.caller = Caller(wire)
        self.calls = Calls(office, self.caller)
        self.asked: queue.SimpleQueue[list[Any] | None] = queue.SimpleQueue()

    def hold(self) -> None:
        """Answer until the client hangs up."""
        threading.Thread(target=self._listen, name="door-listening", daemon=True).start()
        try:
            while (call := self._next()) is not None:
                self.wire.say(*self._ended(*call))
        except LostError:
            self.caller.stop()
        finally:
            self.calls.hang_up()

    def _next(self) -> list[Any] | None:
        """The next call; nothing where the client is gone, or holds up others and is silent."""
        try:
            return self.asked.get(timeout=HELD_FOR if self.calls.holds else None)
        except queue.Empty:
            return None

    def _listen(self) -> None:
        try:
            while True:
                kind, *rest = self.wire.hear()
                self._heed(kind, rest)
        except (LostError, ValueError, TypeError, ArithmeticError):
            self.caller.stop()
            self.asked.put(None)

    def _heed(self, kind: object, rest: list[Any]) -> None:
        match kind, rest:
            case "stop", []:
                self.caller.stop()
            case "call", [str(), list(), dict()]:
                self.caller.stopped.clear()
                self.asked.put(rest)
            case _:
                raise LostError

    def _ended(self, name: str, given: list[Any], named: dict[str, Any]) -> list[object]:
        """How a call ended."""
        try:
            return ["answer", self.calls.answer(name, given, named)]
        except Refusal as refused:
            return ["refused", refused.reason]
        except OutdatedError:
            return ["outdated"]
        except OSError as error:
            return ["machine", error.errno, error.strerror, None if error.filename is None else str(error.filename)]
        except LostError:
            raise
        except Exception:
            LOG.exception("A call of the command line ended by a fault of the program.")
            return ["refused", text("The dashboard stopped this by a fault of the program; its log tells more.")]
