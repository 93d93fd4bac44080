"""A damaged variant of a valid file: its name in words, its bytes, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Variant:
    """A damaged file, or some, and what should become of the import.

    `rejected`: the reason of each rejected row, by the row that a person finds in the file.
    `holds`: queries with what they give afterwards. `said`: a part of a warning or of a choice that is told.
    `refused`: the whole sentence, where nothing is brought in.
    """

    name: str
    files: Mapping[str, bytes | Callable[[Path], None]]
    read: int = 0
    rejected: Mapping[int, str] = field(default_factory=dict)
    holds: Mapping[str, object] = field(default_factory=dict)
    said: str | None = None
    refused: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        if self.refused is not None:
            return "refused"
        return "partly accepted" if self.rejected else "accepted"


def partners(condition: str = "true", columns: str = "name") -> str:
    """A query over the partners that a variant brings: their ids begin with x."""
    return f"SELECT {columns} FROM partner WHERE id LIKE 'x%' AND {condition} ORDER BY id"
