"""What an import did, counted by source rows."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.words.text import Text


@dataclass(frozen=True)
class FileReport:
    """The counts of one file, or of one sheet of it."""

    file: str
    sheet: str | None
    records: tuple[str, ...]
    rows_read: int
    accepted: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int


@dataclass(frozen=True)
class ImportReport:
    """The counts of one call, what it warns of and what it chose."""

    run_id: str
    rows_read: int
    accepted: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    warnings: tuple[Text, ...]
    choices: tuple[Text, ...]
    files: tuple[FileReport, ...]
