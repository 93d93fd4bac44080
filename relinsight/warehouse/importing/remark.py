"""What a person should look at after an import: each remark says what it is about, and names a row where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from relinsight.words.name import Name
from relinsight.words.text import Text


class About(StrEnum):
    """What a remark is about."""

    READING = "reading"
    NAMES = "names"
    DOUBLES = "doubles"
    DAYS = "days"
    NUMBERS = "numbers"
    MOMENTS = "moments"
    CHANGES = "changes"
    OLDER = "older"
    TOTALS = "totals"
    CLOCK = "clock"


@dataclass(frozen=True)
class Remark:
    """A sentence about an import, and what it is about; what it names can be read without the sentence."""

    about: About
    said: Text

    @property
    def file(self) -> Name | None:
        """The file that it speaks of, with the sheet of a workbook."""
        return self._name("file")

    @property
    def column(self) -> Name | None:
        """The column that it speaks of, as the file calls it."""
        return self._name("column")

    @property
    def row(self) -> int | None:
        """The first row that it speaks of, as a person finds it in the file."""
        return self._number("row")

    @property
    def n(self) -> int | None:
        """How many there are of what it speaks of."""
        return self._number("n")

    def _name(self, value: str) -> Name | None:
        found = self.said.arguments.get(value)
        return found if isinstance(found, Name) else None

    def _number(self, value: str) -> int | None:
        found = self.said.arguments.get(value)
        return found if isinstance(found, int) else None
