"""A sheet: the rows of one table in one file, as texts, before anybody knows what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from relinsight.sources.arrow import Batch, Schema, arrow
from relinsight.words.name import Name
from relinsight.words.text import Text

ROW = "_row"
BATCH = 65_536


@dataclass(frozen=True)
class Written:
    """How a text file is written."""

    encoding: str
    delimiter: str


@dataclass(frozen=True)
class Sheet:
    """One table of a file: its header, its rows in batches, and where a person finds a row.

    Some formats say which `table` they fill; `strangers` are those whose rows may name people whom nobody knows here.
    """

    path: Path
    name: str | None
    header: tuple[str, ...]
    batches: Callable[[], Iterator[Batch]]
    first_row: int
    nested: bool = False
    written: Written | None = None
    choices: tuple[Text, ...] = ()
    warnings: Callable[[], tuple[Text, ...]] = tuple
    lines: Callable[[Sequence[int]], dict[int, int]] | None = None
    broken: Callable[[], tuple[BrokenRow, ...]] = tuple
    told_as: str | None = None
    table: str | None = None
    strangers: bool = False

    @property
    def file(self) -> str:
        """How its file is told: by its name, unless another file of the same call has that name too."""
        return self.told_as or self.path.name

    @property
    def called(self) -> Name:
        """What a person calls it: the file, and of a workbook the sheet too."""
        return Name(f"{self.file} ({self.name})" if self.name else self.file)

    @property
    def has_numbers(self) -> bool:
        """Whether its format has numbers of its own beside texts, as workbooks, JSON and Parquet have."""
        return self.nested or self.name is not None

    def line(self, row: int) -> int:
        """Where a person finds a row: its line in a text file, else its number."""
        return self.lines([row]).get(row, row) if self.lines else row

    @property
    def schema(self) -> Schema:
        """The row number and one text column for each header."""
        return schema(len(self.header))


@dataclass(frozen=True)
class BrokenRow:
    """A row that does not fit its header, or takes in rows behind it."""

    row: int
    cells: tuple[str, ...]
    why: Text | None = None
    unseen_lines: int = 0

    @property
    def lines(self) -> int:
        """How many lines behind it the row takes in."""
        return self.unseen_lines or sum(cell.count("\n") for cell in self.cells)

    @property
    def first_line(self) -> str:
        """The first line that it takes in; nothing where nobody may see it."""
        return next((cell.split("\n")[1].strip() for cell in self.cells if "\n" in cell), "")


def schema(width: int) -> Schema:
    """The columns of a batch: the row number and `c0`, `c1`... as text."""
    return arrow.schema([(ROW, arrow.int64()), *((f"c{i}", arrow.string()) for i in range(width))])


def batch(rows: Sequence[Sequence[str | None]], numbers: Sequence[int], width: int) -> Batch:
    """Rows of texts as one batch."""
    columns = [arrow.array([row[i] for row in rows], arrow.string()) for i in range(width)]
    return arrow.RecordBatch.from_arrays([arrow.array(numbers, arrow.int64()), *columns], schema=schema(width))
