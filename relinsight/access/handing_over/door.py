"""The door of a program that has a city open: it listens on this machine alone, and talks only to who knows the token."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Any

from relinsight.access.handing_over.calls import Office
from relinsight.access.handing_over.conversation import Conversation
from relinsight.access.handing_over.notice import Notice, fresh, other_version, take_down
from relinsight.access.handing_over.wire import HERE, MOST, LostError, Wire
from relinsight.warehouse.copies import sweep

LOOK = 0.1  # seconds between two looks whether the door is to be closed


class Door(socketserver.ThreadingTCPServer):
    """Listens on a port that nobody chose, a thread for each client."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, office: Office) -> None:
        super().__init__((HERE, 0), socketserver.BaseRequestHandler)
        self.office = office
        self.notice: Notice = fresh(self.server_address[1])

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Whether the client is on this machine."""
        return ip_address(client_address[0]).is_loopback

    def finish_request(self, request: socket.socket | Any, client_address: Any) -> None:
        """Talk to one client."""
        with suppress(LostError, ValueError, TypeError):
            wire = Wire(request, MOST)
            wire.demand(self.notice.key)
            if self._is_understood(wire):
                Conversation(wire, self.office).hold()

    def _is_understood(self, wire: Wire) -> bool:
        """Whether the client is of the same version, which is the first that it says."""
        kind, theirs = wire.hear()
        understood = (kind, theirs) == ("hello", self.notice.version)
        if understood:
            wire.say("answer", None)
        else:
            wire.say("refused", other_version(self.office.database.name, self.notice.version, str(theirs)))
        return understood


@contextmanager
def opened(office: Office) -> Generator[Door]:
    """The door of an open city, with a notice beside its file, until the end."""
    with Door(office) as door:
        sweep(office.database)
        door.notice.put_up(office.database)
        threading.Thread(target=door.serve_forever, args=(LOOK,), name="door", daemon=True).start()
        try:
            yield door
        finally:
            if door.notice.is_up(office.database):
                take_down(office.database)
            door.shutdown()
            sweep(office.database)
