"""The compound file in which old Excel keeps a workbook: sectors in chains, which must come to an end."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MAGIC = b"\xd0\xcf\x11\xe0"
HEAD, ENTRY, NUMBER = 512, 128, 4
SIZES = {9: 512, 12: 4096}
LAST_SECTOR = 0xFFFFFFFA  # numbers from here on mean the end of a chain, or no sector
KINDS = {2, 5}  # a stream, and the root, whose stream holds the small ones


@dataclass(frozen=True)
class _Head:
    """Where the chains of a compound file begin."""

    size: int
    folder: int
    least: int
    small: int
    more: int
    tables: tuple[int, ...]


def check_chains(path: Path) -> None:
    """Refuse a compound file of which a chain of sectors comes back to itself: who follows it never ends."""
    with path.open("rb") as file:
        start = file.read(HEAD)
        if start.startswith(MAGIC):
            _check(file, _head(start))


def _head(start: bytes) -> _Head:
    if len(start) < HEAD or (shift := int.from_bytes(start[30:32], "little")) not in SIZES:
        raise ValueError("a compound file without a whole head")
    folder, _, least, small, _, more = struct.unpack_from("<6I", start, 48)
    return _Head(SIZES[shift], folder, least, small, more, struct.unpack_from("<109I", start, 76))


def _check(file: IO[bytes], head: _Head) -> None:
    tables = [*_sectors(head.tables), *_further(file, head)]
    chains = _numbers(_read(file, head.size, each) for each in dict.fromkeys(tables))
    _follow([head.folder], chains)
    small = _numbers(_read(file, head.size, each) for each in _follow([head.small], chains))
    streams = list(_streams(_read(file, head.size, each) for each in _follow([head.folder], chains)))
    _follow((first for first, is_large in _parted(streams, head.least) if is_large), chains)
    _follow((first for first, is_large in _parted(streams, head.least) if not is_large), small)


def _parted(streams: Sequence[tuple[int, int, int]], least: int) -> Iterator[tuple[int, bool]]:
    """The first sector of each stream, and whether it is one of the file itself."""
    return ((first, kind == max(KINDS) or size >= least) for kind, first, size in streams)


def _further(file: IO[bytes], head: _Head) -> Iterator[int]:
    """The tables that the head has no room for: a chain of sectors whose last number leads to the next."""
    at, seen = head.more, set[int]()
    while at < LAST_SECTOR:
        if at in seen:
            raise ValueError("the list of tables comes back to itself")
        seen.add(at)
        numbers = _numbers([_read(file, head.size, at)])
        yield from _sectors(numbers[:-1])
        at = numbers[-1] if numbers else LAST_SECTOR


def _follow(firsts: Iterable[int], chains: Sequence[int]) -> list[int]:
    """The sectors of the chains that begin so, each once; one that comes back to itself is refused."""
    done = dict[int, None]()
    for first in firsts:
        at, own = first, dict[int, None]()
        while at < len(chains) and at not in done:
            if at in own:
                raise ValueError("a chain of sectors comes back to itself")
            own[at] = None
            at = chains[at]
        done |= own
    return list(done)


def _streams(folder: Iterable[bytes]) -> Iterator[tuple[int, int, int]]:
    """The kind, first sector and size of each stream."""
    for sector in folder:
        for at in range(0, len(sector) - ENTRY + 1, ENTRY):
            if (kind := sector[at + 66]) in KINDS:
                yield kind, *struct.unpack_from("<2I", sector, at + 116)


def _sectors(numbers: Iterable[int]) -> Iterator[int]:
    return (number for number in numbers if number < LAST_SECTOR)


def _numbers(sectors: Iterable[bytes]) -> Sequence[int]:
    found = array("I")
    for sector in sectors:
        found.frombytes(sector[: len(sector) // NUMBER * NUMBER])
    return found


def _read(file: IO[bytes], size: int, sector: int) -> bytes:
    """A sector; one behind the end of the file is empty."""
    file.seek(size * (sector + 1))
    return file.read(size)
