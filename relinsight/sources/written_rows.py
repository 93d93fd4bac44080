"""The rows that a process wrote as lines of JSON: each with its line in the file, its cells, and why it is rejected where it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

from relinsight.records import reasons
from relinsight.sources.arrow import Batch
from relinsight.sources.sheet import BATCH, BrokenRow, batch

ROW = b"["
GOOD = 2  # the line and the cells, and no reason


@dataclass(frozen=True)
class WrittenRows:
    """The rows of one file with the columns that are taken of them, numbered from 1; the last line tells of the whole."""

    written: IO[bytes]
    columns: tuple[int, ...]
    alike: bool = False

    def batches(self) -> Iterator[Batch]:
        """The rows that are good; where they have to be alike, those that fill these columns and no others."""
        good = ((number, row[1]) for number, row in self._rows() if len(row) == GOOD)
        taken = ((number, cells) for number, cells in good if not self.alike or filled(cells) == self.columns)
        while part := list(islice(taken, BATCH)):
            rows = [[cells[at] for at in self.columns] for _, cells in part]
            yield batch(rows, [number for number, _ in part], len(self.columns))

    def broken(self) -> tuple[BrokenRow, ...]:
        """The rows that are rejected, each with its reason."""
        rejected = ((number, row) for number, row in self._rows() if len(row) > GOOD)
        return tuple(BrokenRow(number, tuple(row[1][at] for at in self.columns), getattr(reasons, row[2])) for number, row in rejected)

    def lines(self, rows: Sequence[int]) -> dict[int, int]:
        """Where a person finds rows: the line on which each begins."""
        wanted = set(rows)
        return {number: row[0] for number, row in self._rows() if number in wanted}

    def shapes(self) -> list[tuple[int, ...]]:
        """Every choice of columns that some good row fills."""
        return sorted({filled(row[1]) for _, row in self._rows() if len(row) == GOOD}, reverse=True)

    def told(self) -> dict[str, int]:
        """What is told of the whole file."""
        return next(json.loads(line) for line in self._lines() if not line.startswith(ROW))

    def _rows(self) -> Iterator[tuple[int, list[Any]]]:
        return ((number, json.loads(line)) for number, line in enumerate(self._lines(), 1) if line.startswith(ROW))

    def _lines(self) -> Iterator[bytes]:
        self.written.seek(0)
        return iter(self.written.readline, b"")


def filled(cells: Sequence[str]) -> tuple[int, ...]:
    """The places of the cells that say something."""
    return tuple(at for at, cell in enumerate(cells) if cell)
