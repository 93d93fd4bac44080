"""Rows of a sheet as nearly every program writes them, read by their pattern: several times as fast as by a parser of XML.

What is written in any other way is handed on as it stands, and a parser looks at that: rows, and what stands around the rows.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Protocol

ROW = re.compile(r"<row(?=[\s/>])([^<>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
END = "</row>"
CELL = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]{1,9})")?(?: t="([a-zA-Z]+)")?>'
    r'(?:<f(?: [^<>]*)?(?:/>|>[^<]*</f>))?(?:<v>([^<]+)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)</c>'
)
CELL_BEGINS = re.compile(r"<c[\s/>]")
ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # what a parser refuses, and ends of lines that it writes anew
NUMBER = re.compile(r' r="([0-9]{1,10})"')
HIDDEN = re.compile(r' hidden="(?:1|true)"')
ROOT = re.compile(r"<worksheet\b[^<>]*>")
PLAIN_HEAD = re.compile(
    rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["']utf-8["'])?(?: standalone=["'][a-z]+["'])?\s*\?>\s*)?<worksheet\b""", re.IGNORECASE
)

PlainCell = tuple[str, str, str, str, str]  # the letters of its column, its style, its kind, its value, the text that it holds itself


@dataclass(frozen=True)
class PlainRow:
    """A row by its pattern: the number that it bears, whether it is hidden, and its cells."""

    number: str | None
    hidden: bool
    cells: list[PlainCell]


@dataclass(frozen=True)
class OtherRow:
    """A row that is written in another way, as it stands."""

    written: str


@dataclass(frozen=True)
class Around:
    """What stands before, between and behind the rows."""

    written: str

    @property
    def root(self) -> str:
        """How the sheet opens, with the names that it gives to what it holds."""
        found = ROOT.search(self.written)
        return found.group() if found else ""


class Stream(Protocol):
    """The bytes of a sheet, some at a time; nothing at the end."""

    def read(self) -> bytes:
        """The next bytes."""
        ...


def is_plain(start: bytes) -> bool:
    """Whether the first bytes of a sheet promise that its rows can be told by their pattern."""
    head = start.removeprefix(codecs.BOM_UTF8)
    return PLAIN_HEAD.match(head) is not None and b"<!" not in start


def pieces(stream: Stream) -> Iterator[PlainRow | OtherRow | Around]:
    """The rows of a sheet in their order, and what stands around them."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    held: list[str] = []
    while chunk := stream.read():
        held.append(decoder.decode(chunk))
        if END in held[-1]:
            held = [(yield from _split("".join(held)))]
    decoder.decode(b"", final=True)
    yield Around((yield from _split("".join(held))))


def _split(written: str) -> Generator[PlainRow | OtherRow | Around, None, str]:
    """The pieces of a text as far as its rows are whole; gives back what is left."""
    end, is_odd = 0, ODD.search(written) is not None
    for found in ROW.finditer(written):
        if end != found.start():
            yield Around(written[end : found.start()])
        end = found.end()
        yield OtherRow(found.group()) if is_odd else _row(found)
    return written[end:]


def _row(found: re.Match[str]) -> PlainRow | OtherRow:
    attributes, body = found.group(1), found.group(2) or ""
    cells = CELL.findall(body)
    if len(cells) != len(CELL_BEGINS.findall(body)) or "&#" in body or "<row" in body or "<!" in body:
        return OtherRow(found.group())
    number = NUMBER.search(attributes)
    return PlainRow(number.group(1) if number else None, HIDDEN.search(attributes) is not None, cells)
