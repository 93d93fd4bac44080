"""In which letters a text file is written, decided over the whole file."""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHUNK = 1 << 20
UNUSED_IN_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
PERCENT_OF_NULS = 20


def opened(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked where it is packed."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return cast("IO[bytes]", gzip.open(path, "rb")) if packed else path.open("rb")


def encoding(path: Path) -> str:
    """The encoding that reads every byte of the file: by its mark, else UTF-8, else that of Windows."""
    with opened(path) as file:
        start = file.read(CHUNK)
    for mark, name in MARKS:
        if start.startswith(mark):
            return name
    wide = _without_mark(start)
    if wide:
        return wide
    return "utf-8" if _is_utf8(path) else _single_byte(path)


def texts(path: Path, name: str) -> Iterator[str]:
    """The text of a file in pieces; a byte that means nothing becomes a question mark in a diamond."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _chunks(path: Path) -> Iterator[bytes]:
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _without_mark(start: bytes) -> str | None:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if 100 * max(even, odd) < PERCENT_OF_NULS * (len(start) // 2) or len(start) < 4:  # noqa: PLR2004
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _single_byte(path: Path) -> str:
    used = set[int]()
    for chunk in _chunks(path):
        used.update(chunk)
    return "latin-1" if used & UNUSED_IN_WINDOWS else "windows-1252"
