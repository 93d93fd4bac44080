"""The line between two processes of this machine: messages and bytes over a socket, after each has proved to know the token."""

from __future__ import annotations

import hmac
import secrets
import socket
import struct
import threading
from typing import Any

from relinsight.access.handing_over.packing import packed, unpacked

HERE = "127.0.0.1"
PATIENCE = 5.0  # seconds that a stranger has to prove itself
HEAD = struct.Struct(">cI")
MESSAGE, BYTES = b"m", b"b"
AT_ONCE = 1 << 16
MOST = 1 << 24  # bytes of one message from a client: paths and questions are short
NONCE, PROOF = 32, 32
CLIENT, SERVER = b"client", b"server"


class LostError(Exception):
    """The other side is gone, or does not keep to the rules."""


class Wire:
    """One end of the line; several threads may speak at once, one hears."""

    def __init__(self, end: socket.socket, most: int | None = None) -> None:
        self.end = end
        self.most = most
        self.heard = bytearray()
        self.speaking = threading.Lock()

    def say(self, *message: object) -> None:
        """Send a message."""
        self._send(MESSAGE, packed(list(message)))

    def give(self, part: bytes) -> None:
        """Send bytes as they are."""
        self._send(BYTES, part)

    def hear(self) -> list[Any] | bytes:
        """The next message, or the next bytes; raises LostError where nothing comes any more."""
        kind, length = HEAD.unpack(self._take(HEAD.size))
        if kind not in (MESSAGE, BYTES) or (self.most is not None and length > self.most):
            raise LostError
        found = self._take(length)
        if kind == BYTES:
            return found
        message = unpacked(found)
        if not isinstance(message, list) or not message:
            raise LostError
        return message

    def prove(self, key: bytes) -> None:
        """Prove to whoever listens that we know the token, and have it prove the same; neither sends the token itself."""
        self.end.settimeout(PATIENCE)
        asked, ours = self._take(NONCE), secrets.token_bytes(NONCE)
        self._put(ours + _proof(key, CLIENT, asked, ours))
        if not hmac.compare_digest(self._take(PROOF), _proof(key, SERVER, asked, ours)):
            raise LostError
        self.end.settimeout(None)

    def demand(self, key: bytes) -> None:
        """Have whoever calls prove that it knows the token, and prove the same; a stranger is told nothing."""
        self.end.settimeout(PATIENCE)
        ours = secrets.token_bytes(NONCE)
        self._put(ours)
        theirs = self._take(NONCE)
        if not hmac.compare_digest(self._take(PROOF), _proof(key, CLIENT, ours, theirs)):
            raise LostError
        self._put(_proof(key, SERVER, ours, theirs))
        self.end.settimeout(None)

    def close(self) -> None:
        """End the line."""
        self.end.close()

    def _send(self, kind: bytes, content: bytes) -> None:
        with self.speaking:
            self._put(HEAD.pack(kind, len(content)) + content)

    def _put(self, content: bytes) -> None:
        try:
            self.end.sendall(content)
        except OSError as error:
            raise LostError from error

    def _take(self, length: int) -> bytes:
        """So many bytes, once all of them are there: whoever is interrupted while it waits loses none."""
        while len(self.heard) < length:
            try:
                more = self.end.recv(AT_ONCE)
            except OSError as error:
                raise LostError from error
            if not more:
                raise LostError
            self.heard += more
        found = bytes(self.heard[:length])
        del self.heard[:length]
        return found


def _proof(key: bytes, of: bytes, *nonces: bytes) -> bytes:
    return hmac.digest(key, of + b"".join(nonces), "sha256")
