"""The columns of a sheet as values: each different text and how often it stands there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from relinsight.records.cells import bare
from relinsight.sources.arrow import Batch, compute
from relinsight.sources.citizen_numbers import is_number
from relinsight.sources.headers import is_citizen_number, plain
from relinsight.sources.sheet import Sheet

MOST_DIFFERENT = 20_000
MOST_ROWS = 5_000
LOOKED_AT = 300
LEAST_NUMBERS = 2
MANY, NEARLY = 40, 0.97  # rows of which nearly all have a number of their own
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
SHORT = "."
CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,})\.(?!\w)")
CODED = re.compile(r"^(g[0-9]+)?(q|v|sq|g|vraag|question|stelling|item)_?[0-9]+(_|$)")


@dataclass(frozen=True)
class Column:
    """A column: its header, its different texts with how often each stands there, and the cells of the first rows."""

    at: int
    header: str
    counts: Mapping[str, int]
    rows: int
    cells: tuple[str | None, ...] = ()
    title: str = ""

    @property
    def asked(self) -> str:
        """What it asks: what stands under a header that is a mere code, else its header."""
        return self.title if self.title and CODED.match(plain(self.header)) else self.header

    @cached_property
    def filled(self) -> int:
        """How many of the rows that were looked at hold something."""
        return sum(self.counts.values())

    @property
    def different(self) -> int:
        """How many different texts it holds."""
        return len(self.counts)

    @property
    def is_key(self) -> bool:
        """Whether each row has a text of its own."""
        return 0 < self.rows == self.filled == self.different

    @property
    def is_nearly_key(self) -> bool:
        """Whether so many rows have a text of their own that one that comes again, or is empty, is a mistake."""
        return self.rows >= MANY and self.different >= NEARLY * self.rows

    @property
    def spread(self) -> float:
        """Which part of what is filled is different: 1 where no text stands there twice."""
        return self.different / self.filled if self.filled else 0.0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What it asks in plain words."""
        return tuple(plain(CAMEL.sub("_", self.asked)).split("_"))

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The same words; one that is cut short keeps its mark, as `tussenv.` does."""
        cut = {plain(each) for each in CUT.findall(self.asked)}
        return tuple(word + SHORT if word in cut else word for word in self.words)

    def share(self, test: Callable[[str], object]) -> float:
        """Which part of its different texts, at most some hundreds of them, passes a test."""
        looked_at = list(self.counts)[:LOOKED_AT]
        return sum(bool(test(each)) for each in looked_at) / len(looked_at) if looked_at else 0.0

    def without(self, words: Collection[str]) -> Column:
        """The same column where these words mean that there is no value."""
        kept = {word: times for word, times in self.counts.items() if word not in words}
        return replace(self, counts=kept, cells=tuple(None if cell in words else cell for cell in self.cells))


def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """Every column of a sheet that may be read: one of numbers of citizens is none."""
    counts: list[Counter[str]] = [Counter() for _ in sheet.header]
    rows = [0] * len(sheet.header)
    cells: list[list[str | None]] = [[] for _ in sheet.header]
    for part in sheet.batches():
        for at, counted in enumerate(counts):
            _count(part, at, counted, rows)
            cells[at] += map(_bare, part.column(at + 1).slice(0, max(0, MOST_ROWS - len(cells[at]))).to_pylist())
    found = (Column(at, name, counts[at], rows[at], tuple(cells[at])) for at, name in enumerate(sheet.header) if name)
    return tuple(column for column in found if not is_secret(column))


def is_secret(column: Column) -> bool:
    """Whether a column holds numbers of citizens, by its header or by its values."""
    return is_citizen_number(column.header) or (column.different >= LEAST_NUMBERS and 2 * column.share(is_number) > 1)


def depends(on: Column, column: Column) -> bool:
    """Whether rows of one text in the first column have one text in the other, but for a few."""
    said: dict[str, set[str | None]] = {}
    for one, other in zip(on.cells, column.cells, strict=True):
        if one is not None:
            said.setdefault(one.casefold(), set()).add(other)
    return 50 * sum(len(each) > 1 for each in said.values()) <= len(said)


def examples(column: Column, shown: int = 3) -> tuple[str, ...]:
    """A few different texts; none where one reads as the number of a citizen."""
    found = tuple(column.counts)[:shown]
    return () if any(map(is_number, found)) else found


def of_meaning(columns: Sequence[Column], header: str) -> Column | None:
    """The first column of a header."""
    return next((column for column in columns if column.header == header), None)


def _count(part: Batch, at: int, counted: Counter[str], rows: list[int]) -> None:
    if len(counted) < MOST_DIFFERENT:
        rows[at] += part.num_rows
        for each in compute.value_counts(part.column(at + 1)).to_pylist():
            word = _bare(each["values"])
            if word is not None:
                counted[word] += each["counts"]


def _bare(cell: str | None) -> str | None:
    return bare(cell or "")
