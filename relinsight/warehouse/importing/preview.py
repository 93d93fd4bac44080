"""What a rehearsal shows of a file: how each column is read, what would become of each row, and what would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from relinsight.words.name import Name

Value: TypeAlias = Name | date | Decimal | int | float | bool | None  # of a cell, as it is stored


@dataclass(frozen=True)
class ColumnRead:
    """One column of a file and the field that it fills.

    Of the rows that are there already (`known`), `same` say what is there; where there are none, `same` counts the cells that
    could be read of those that are `filled`.
    """

    column: Name
    table: str
    field: str
    known: int
    same: int
    filled: int
    examples: tuple[Name, ...]

    @property
    def share(self) -> float | None:
        """Which part says what is there, or could be read; nothing of an empty column."""
        of = self.known or self.filled
        return self.same / of if of else None


@dataclass(frozen=True)
class Stretch:
    """Rows of a file that follow on each other, from a line to a line.

    It counts how many of them are left out, would stay as they are, change, be new, wait until somebody says whom they name, or be
    rejected.
    """

    first: int
    last: int
    left_out: int
    unchanged: int
    changed: int
    new: int
    waiting: int
    to_mend: int


@dataclass(frozen=True)
class ChangedRow:
    """A row that would change: where it stands in the file, what people call it, and what each field said and would say."""

    line: int
    called: Name | None
    before: tuple[Value, ...]
    after: tuple[Value, ...]


@dataclass(frozen=True)
class ChangedRows:
    """The rows of one table that would change, `n` in all: the fields in which most differ, and the first rows."""

    table: str
    n: int
    fields: tuple[str, ...]
    rows: tuple[ChangedRow, ...]


@dataclass(frozen=True)
class Preview:
    """What a rehearsal shows of one file, or of one sheet of it.

    `profile` is the name of the kept profile that reads it; `written` is what that one, or the suggested one, says. `role` is ours
    in all of its dealings, where these are the rows and no column says it.
    """

    file: str
    sheet: str | None
    tables: tuple[str, ...]
    encoding: str | None
    delimiter: str | None
    profile: str | None
    written: str | None
    role: str | None
    columns: tuple[ColumnRead, ...]
    unread: tuple[Name, ...]
    stretches: tuple[Stretch, ...]
    changed: tuple[ChangedRows, ...]
