"""The parts of a workbook's archive by their names, whatever case and slashes a program wrote these with."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

OFFICE = frozenset({"[content_types].xml", "mimetype", "content.xml"})
BOOK = re.compile(r"xl/workbook[0-9]*\.xml")


class Parts:
    """The open archive of a workbook."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._names = {plain(name): name for name in file.namelist()}

    def __contains__(self, name: str) -> bool:
        return plain(name) in self._names

    @property
    def book(self) -> str | None:
        """The part that lists the sheets; an .xlsx has one."""
        return next(filter(BOOK.fullmatch, self._names), None)

    def open(self, name: str) -> IO[bytes]:
        """A part as a stream of bytes."""
        return self._file.open(self._names[plain(name)])

    def read(self, name: str) -> bytes:
        """A part as a whole."""
        return self._file.read(self._names[plain(name)])


@contextmanager
def parts_of(path: Path) -> Generator[Parts]:
    """The parts of a workbook on disk."""
    with zipfile.ZipFile(path) as file:
        yield Parts(file)


def plain(name: str) -> str:
    """A name as the standard writes it, in small letters."""
    return name.replace("\\", "/").lstrip("/").lower()


def opens_in_office(path: Path) -> bool:
    """Whether an archive is a document of an office program, or too broken to tell."""
    try:
        with zipfile.ZipFile(path) as file:
            return not OFFICE.isdisjoint(map(plain, file.namelist()))
    except zipfile.BadZipFile:
        return True
