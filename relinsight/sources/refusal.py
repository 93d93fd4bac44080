"""Why an import is refused as a whole: what is wrong, where, and what to do; nothing was changed."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, counted, text

UNREADABLE = (OSError, EOFError, zlib.error, LookupError)
# An archive packed in a way that is unknown, or that says it is locked, is told as what is not made and as what fails while it runs.
BROKEN = (*UNREADABLE, ValueError, NotImplementedError, RuntimeError, ET.ParseError, zipfile.BadZipFile)

LARGE, TIMES_PACKED = 20_000_000, 100  # the size from which a file is looked at, and how tightly a table can be packed
LONGEST_CELL = 4_000_000  # letters that a cell of a workbook is read with; Excel itself allows 32,767


class ImportRefused(Refusal):
    """What stands between files and the warehouse, in one sentence."""


def cut_short(path: Path) -> Text:
    """The sentence about a file whose bytes stop or make no sense."""
    return text("{file} cannot be read to its end; copy, pack or export it again.", file=Name(path.name))


def archive(path: Path) -> Text:
    """The sentence about a file in which others are packed."""
    return text("{file} is an archive; unpack it and import the files in it.", file=Name(path.name))


def empty(path: Path) -> Text:
    """The sentence about a file in which there is nothing."""
    return text("{file} is empty; export it again with a header and rows, or choose another file.", file=Name(path.name))


def too_long(path: Path) -> Text:
    """The sentence about a workbook with a cell that no program fills."""
    return text(
        "{file} has a cell that is longer than any cell of Excel; look for it, shorten it and save the file again.", file=Name(path.name)
    )


def unnamed(file: Name, columns: int) -> Text:
    """The sentence about columns that hold something under no name."""
    return counted(
        "{file}: {n} column without a name holds text and was not read; give it a name in the header.",
        "{file}: {n} columns without a name hold text and were not read; give them names in the header.",
        columns,
        file=file,
    )
