"""The process that parses files one after the other: each in a fork of its own, which alone is held to the limits of that file."""

from __future__ import annotations

import os
import socket
import sys
from importlib import import_module
from typing import NoReturn, Protocol, cast

from relinsight.sources.foreign.orders import Order, take, tell

OUTPUT = 1  # where a parser writes


class Parser(Protocol):
    """A module that parses one format."""

    def main(self, asked: str) -> int:
        """Parse a file as it is asked: how it ended."""
        ...


def serve(door: socket.socket) -> None:
    """Carry out order after order, until the other side is gone."""
    while order := take(door):
        with order.written:
            tell(door, _carried_out(order))


def _carried_out(order: Order) -> int:
    """How a fork ended: its exit code, or below zero the signal that ended it."""
    parser = cast("Parser", import_module(order.module))
    fork = os.fork()
    if not fork:
        _parse(parser, order)
    return os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])


def _parse(parser: Parser, order: Order) -> NoReturn:
    ended = 1
    try:
        os.dup2(order.written.fileno(), OUTPUT)
        ended = parser.main(order.asked)
    finally:
        os._exit(ended)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
