"""What would complete most: rows to fill in on the left, what is missing in the middle, what it completes on the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class Gain(NamedTuple):
    """One thing to fill in: what is missing and where, in how many rows, and how many figures these would complete."""

    lacking: Text
    where: Text | Name
    rows: int
    figures: int


@dataclass(frozen=True)
class Butterfly:
    """Things to fill in, what completes most first."""

    rows: tuple[Gain, ...]
    kind: ClassVar[str] = "butterfly"
    becomes: ClassVar[Document] = Document.BARS
