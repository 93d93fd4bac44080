"""A reading plan: which records the rows of a sheet feed, and from which column each field comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from relinsight.records.notation import Notation
from relinsight.records.record import Record
from relinsight.sources.sheet import Sheet
from relinsight.words.text import Text


@dataclass(frozen=True)
class At:
    """The cell of a column, counted from 0."""

    column: int


@dataclass(frozen=True)
class Constant:
    """The same text in every row, or in every row that feeds the record."""

    text: str


@dataclass(frozen=True)
class Own:
    """The id of the record that the row is about."""

    record: type[Record]


Cell = At | Constant | Own


@dataclass(frozen=True)
class Naming:
    """How a reference that is a name becomes an id; of `strangers` nothing is kept and nothing is said."""

    create: bool = False
    collective: tuple[str, ...] = ()
    list_unknown: bool = False
    strangers: bool = False


@dataclass(frozen=True)
class Most:
    """Yes for the value that most rows of one subject have, then the one with the greatest sum of a column."""

    column: int | None = None


@dataclass(frozen=True)
class Feed:
    """One record that each row of a sheet feeds."""

    record: type[Record]
    cells: Mapping[str, Cell]
    named: Mapping[str, Naming] = field(default_factory=dict[str, Naming])
    called: Mapping[str, str] = field(default_factory=dict[str, str])
    several: str | None = None
    needs: tuple[str, ...] = ()
    only_where: int | None = None
    aside_of: type[Record] | None = None
    since_ever: bool = False
    most: tuple[str, Most] | None = None

    def gives(self, name: str) -> bool:
        """Whether a field comes from the file."""
        return name in self.cells or (self.most is not None and self.most[0] == name)


@dataclass(frozen=True)
class Plan:
    """A sheet and what its rows feed."""

    sheet: Sheet
    feeds: tuple[Feed, ...]
    notations: Mapping[int, Notation] = field(default_factory=dict[int, Notation])
    warnings: tuple[Text, ...] = ()
    choices: tuple[Text, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    hidden: tuple[int, ...] = ()
    width: int | None = None
    kept: int | None = None

    @property
    def shown(self) -> int:
        """How many columns the file itself has."""
        return len(self.sheet.header) if self.width is None else self.width
