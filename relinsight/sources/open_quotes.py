"""A quotation mark that is never closed, and where it most likely stands: from there a cell runs on over most lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from relinsight.sources.encodings import lines
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text


def never_closed(path: Path, letters: str, mark: str) -> Text:
    """The sentence about a quotation mark that takes in all that follows."""
    row, more = longest_cell(lines(path, letters), mark)
    about = {"file": Name(path.name), "row": row}
    if not more:
        return text("{file} has a quotation mark in row {row} that is never closed; close it and import again.", **about)
    return counted(
        "{file} has a quotation mark that is never closed, most likely in row {row}, of which a cell runs on over {n} more line; "
        "close it and import again.",
        "{file} has a quotation mark that is never closed, most likely in row {row}, of which a cell runs on over {n} more lines; "
        "close it and import again.",
        more,
        **about,
    )


def longest_cell(found: Iterable[str], mark: str) -> tuple[int, int]:
    """On which line the cell starts that runs on over most lines, and over how many more."""
    opened, longest, number = 0, (-1, 0), 0
    for number, line in enumerate(found, 1):
        if line.count(mark) % 2:
            longest, opened = (max(longest, (number - opened, -opened)), 0) if opened else (longest, number)
    more, row = max(longest, (number - opened, -opened)) if opened else longest
    return -row, more
