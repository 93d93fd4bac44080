"""What is asked of the process that parses files, and how it tells the end: each order brings the open file that is written to."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import dataclass
from struct import Struct
from typing import IO

SIZE, ENDED = Struct("!I"), Struct("!i")


@dataclass(frozen=True)
class Order:
    """A file to parse, by the module that does it, what that is asked, and where it writes."""

    module: str
    asked: str
    written: IO[bytes]


def give(door: socket.socket, order: Order) -> None:
    """Send an order."""
    content = json.dumps([order.module, order.asked]).encode()
    socket.send_fds(door, [SIZE.pack(len(content))], [order.written.fileno()])
    door.sendall(content)


def take(door: socket.socket) -> Order | None:
    """The next order; nothing where the other side is gone."""
    size, places, _, _ = socket.recv_fds(door, SIZE.size, 1, socket.MSG_WAITALL)
    if not places:
        return None
    module, asked = json.loads(door.recv(SIZE.unpack(size)[0], socket.MSG_WAITALL))
    return Order(module, asked, os.fdopen(places[0], "wb"))


def tell(door: socket.socket, ended: int) -> None:
    """Tell how an order ended."""
    door.sendall(ENDED.pack(ended))


def told(door: socket.socket) -> int | None:
    """How an order ended; nothing where the other side is gone."""
    answer = door.recv(ENDED.size, socket.MSG_WAITALL)
    return ENDED.unpack(answer)[0] if len(answer) == ENDED.size else None
