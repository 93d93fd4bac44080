"""What a query gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

AnswerRow = dict[str, Any]


@dataclass(frozen=True)
class AnswerRows:
    """An answer as it came: its columns, and each row as their values."""

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]

    def all(self) -> list[AnswerRow]:
        """Every row by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.values]
