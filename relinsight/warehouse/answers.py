"""What a query gives back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """An answer as it came: its columns, and each row as their values."""

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]

    def all(self) -> list[Row]:
        """Every row by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.values]

    def among(self, column: str, wanted: Collection[object]) -> list[Row]:
        """The rows with one of these values in a column."""
        place = self.columns.index(column)
        return [dict(zip(self.columns, row, strict=True)) for row in self.values if row[place] in wanted]
