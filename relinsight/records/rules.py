"""What must hold between the cells of one row: said once for a row in hand and for the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from relinsight.words.scope import NOBODY


@dataclass(frozen=True)
class NotBefore:
    """The later day does not lie before the earlier one; an open end is no end."""

    earlier: str
    later: str

    @property
    def name(self) -> str:
        """The rule in a word."""
        return f"{self.later} not before {self.earlier}"

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row keeps it."""
        first, last = row[self.earlier], row[self.later]
        return first is None or last is None or last >= first

    @property
    def broken(self) -> str:
        """The condition of SQL that a row breaks it."""
        return f"{self.later} < {self.earlier}"


@dataclass(frozen=True)
class Above:
    """The greater number lies above the smaller one."""

    smaller: str
    greater: str

    @property
    def name(self) -> str:
        """The rule in a word."""
        return f"{self.greater} above {self.smaller}"

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row keeps it."""
        return row[self.greater] > row[self.smaller]

    @property
    def broken(self) -> str:
        """The condition of SQL that a row breaks it."""
        return f"{self.greater} <= {self.smaller}"


@dataclass(frozen=True)
class Different:
    """Two cells do not say the same."""

    one: str
    other: str

    @property
    def name(self) -> str:
        """The rule in a word."""
        return f"{self.other} other than {self.one}"

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row keeps it."""
        return row[self.one] is None or row[self.one] != row[self.other]

    @property
    def broken(self) -> str:
        """The condition of SQL that a row breaks it."""
        return f"{self.one} = {self.other}"


@dataclass(frozen=True)
class AnyOf:
    """At least one of some cells is filled."""

    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The rule in a word."""
        return f"one of {', '.join(self.names)}"

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row keeps it."""
        return any(row[name] is not None for name in self.names)

    @property
    def broken(self) -> str:
        """The condition of SQL that a row breaks it."""
        return " AND ".join(f"{name} IS NULL" for name in self.names)


@dataclass(frozen=True)
class NeededWhen:
    """A cell is filled when another holds a certain word."""

    needed: str
    when: str
    word: str

    @property
    def name(self) -> str:
        """The rule in a word."""
        return f"{self.needed} when {self.when} is {self.word}"

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row keeps it."""
        return row[self.when] != self.word or row[self.needed] is not None

    @property
    def broken(self) -> str:
        """The condition of SQL that a row breaks it."""
        return f"{self.when} = '{self.word}' AND {self.needed} IS NULL"


@dataclass(frozen=True)
class NotTheWord:
    """A cell does not hold a word of ours, with which people say something else."""

    cell: str
    word: str

    @property
    def name(self) -> str:
        """The rule in a word."""
        return f"{self.cell} other than '{self.word}'"

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row keeps it."""
        return row[self.cell] != self.word

    @property
    def broken(self) -> str:
        """The condition of SQL that a row breaks it."""
        return f"{self.cell} = '{self.word}'"


Rule = NotBefore | Above | Different | AnyOf | NeededWhen | NotTheWord
CHOSEN_BY_ID = NotTheWord("id", NOBODY)  # of what a filter offers, in which that word chooses whoever has none
