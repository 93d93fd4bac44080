"""In which letters a text file is written, decided over the whole file."""

from __future__ import annotations

import codecs
import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from relinsight.sources.refusal import LARGE, TIMES_PACKED, ImportRefused
from relinsight.words.name import Name
from relinsight.words.text import text

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHUNK = 1 << 20
WIDEST = 4
MIXED = "utf-8 and windows-1252"
STRAY = re.compile("[\udc80-\udcff]")
WINDOWS_BYTES = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}
UNUSED_IN_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
PERCENT_OF_NULS = 20


def opened(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked where it is packed."""
    return cast("IO[bytes]", _Unpacked(path)) if is_packed(path) else path.open("rb")


class _Unpacked(gzip.GzipFile):
    """The bytes of a packed file, as far as a table can be packed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "rb")
        self._path, self._most = path, max(LARGE, TIMES_PACKED * path.stat().st_size)

    def read(self, size: int | None = -1) -> bytes:
        """The next bytes; refused where they are far more than a table holds."""
        found = super().read(size)
        if self.tell() > self._most:
            raise ImportRefused(
                text(
                    "{file} unpacks into far more than a table holds; unpack it, look at it and import it then.", file=Name(self._path.name)
                )
            )
        return found


def is_packed(path: Path) -> bool:
    """Whether a file is packed by gzip."""
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def encoding(path: Path) -> str:
    """The encoding that reads every byte of the file: by its mark, else UTF-8, else that of Windows, or both."""
    with opened(path) as file:
        start = file.read(CHUNK)
    marked = next((name for mark, name in MARKS if start.startswith(mark)), None)
    if marked == "utf-8-sig" and not _is_utf8(path):
        return MIXED
    return marked or without_mark(start) or ("utf-8" if _is_utf8(path) else _eight_bits(path))


def check_encoding(name: str | None) -> None:
    """Refuse an encoding that does not exist or is none of letters."""
    try:
        "".encode(name or "utf-8")
    except (LookupError, ValueError) as error:
        raise ImportRefused(
            text("There is no encoding {name}; name another in the profile, such as utf-8 or windows-1252.", name=Name(name or ""))
        ) from error


def texts(path: Path, name: str) -> Iterator[str]:
    """The text of a file in pieces without its zero bytes; a byte that means nothing becomes a question mark in a diamond."""
    return (piece.replace("\x00", "") for piece in raw_texts(path, name))


def raw_texts(path: Path, name: str) -> Iterator[str]:
    """The text of a file in pieces, zero bytes and all."""
    if name == MIXED:
        yield from (piece.translate(WINDOWS_BYTES) for piece in _decoded(path, "utf-8", "surrogateescape"))
    else:
        yield from _decoded(path, name, "replace")


def lines(path: Path, name: str) -> Iterator[str]:
    """The lines of a text file, whatever ends them."""
    rest = ""
    for piece in texts(path, name):
        held = piece.endswith("\r")
        *whole, rest = (rest + (piece[:-1] if held else piece)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        yield from (f"{line}\n" for line in whole)
        rest += "\r" if held else ""
    if rest:
        yield rest


def storable(text: str) -> str:
    """A text without zero bytes, which no table can hold; half a sign becomes a question mark in a diamond."""
    if text.isascii():
        return text.replace("\x00", "")
    return text.replace("\x00", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decoded(path: Path, name: str, errors: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(name)(errors)
    for chunk in _chunks(path):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _chunks(path: Path) -> Iterator[bytes]:
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def without_mark(start: bytes) -> str | None:
    """Text of two or four bytes a sign, told by where its zeros stand."""
    start = start.rstrip(b"\x00")
    if len(start) >= WIDEST and 4 * start.count(0) > 2 * len(start):
        name = "utf-32-be" if start[0] == 0 else "utf-32-le"
        return name if _reads(start[: len(start) // WIDEST * WIDEST], name) else None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if 100 * max(even, odd) < PERCENT_OF_NULS * (len(start) // 2) or len(start) < WIDEST:
        return None
    if min(even, odd) > max(even, odd) // 4:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _reads(start: bytes, name: str) -> bool:
    try:
        return bool(start.decode(name))
    except UnicodeDecodeError:
        return False


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _eight_bits(path: Path) -> str:
    """That of Windows; both where most that is not ASCII makes sense as UTF-8: two files were joined."""
    wide = stray = 0
    for piece in _decoded(path, "utf-8", "surrogateescape"):
        astray = len(STRAY.findall(piece))
        stray += astray
        wide += sum(not sign.isascii() for sign in piece) - astray
    return MIXED if wide >= stray else _single_byte(path)


def _single_byte(path: Path) -> str:
    used = set[int]()
    for chunk in _chunks(path):
        used.update(chunk)
    return "latin-1" if used & UNUSED_IN_WINDOWS else "windows-1252"
