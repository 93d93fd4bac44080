"""Text that arrives in pieces, given out as the bytes of a UTF-8 file."""

from __future__ import annotations

from collections.abc import Iterator


class Bytes:
    """Pieces of text as a file of UTF-8."""

    closed = False

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        while size < 0 or len(self._rest) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._rest += piece.encode("utf-8", "replace")
        taken, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        return taken

    def close(self) -> None:
        """Nothing is held open."""
