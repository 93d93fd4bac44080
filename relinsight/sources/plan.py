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
    """One record that each row of a sheet feeds; `;` parts the values of `several` where it is `parted`."""

    record: type[Record]
    cells: Mapping[str, Cell]
    named: Mapping[str, Naming] = field(default_factory=dict[str, Naming])
    called: Mapping[str, str] = field(default_factory=dict[str, str])
    several: str | None = None
    parted: bool = False
    needs: tuple[str, ...] = ()
    only_where: int | None = None
    aside_of: type[Record] | None = None
    since_ever: bool = False
    most: tuple[str, Most] | None = None
    mapped: frozenset[str] = frozenset()

    def gives(self, name: str) -> bool:
        """Whether a field comes from the file."""
        return name in self.cells or (self.most is not None and self.most[0] == name)


@dataclass(frozen=True)
class Versions:
    """Which of several rows of one key holds: the one with the newest day or greatest number in a column, else the last."""

    key: tuple[int, ...]
    is_name: bool
    newest: int | None = None


@dataclass(frozen=True)
class Years:
    """The first and the last year in a column of the file for which the settings of a profile are meant."""

    column: int
    first: int
    last: int


@dataclass(frozen=True)
class ReadBy:
    """The profile by which a file was found to be read: how it is called where it was kept, and what it says."""

    name: str | None
    written: str


@dataclass(frozen=True)
class Plan:
    """A sheet and what its rows feed; `twins` are a column that is read and another of the same name that is not.

    `made_of` says from which columns of the file a profile makes one; `of_organisations` are columns whose numbers are no citizen's.
    """

    sheet: Sheet
    feeds: tuple[Feed, ...]
    notations: Mapping[int, Notation] = field(default_factory=dict[int, Notation])
    warnings: tuple[Text, ...] = ()
    choices: tuple[Text, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    hidden: tuple[int, ...] = ()
    width: int | None = None
    kept: int | None = None
    versions: Versions | None = None
    by_profile: bool = False
    twins: tuple[tuple[int, int], ...] = ()
    made_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    of_organisations: tuple[int, ...] = ()
    years: Years | None = None
    read_by: ReadBy | None = None

    @property
    def columns_called(self) -> tuple[str, ...]:
        """What a person calls each column: one that a profile makes is called after those of the file that it is made from."""
        header = self.sheet.header
        return tuple(" + ".join(header[each] for each in self.made_of.get(at, (at,))) for at in range(len(header)))

    @property
    def shown(self) -> int:
        """How many columns the file itself has."""
        return len(self.sheet.header) if self.width is None else self.width
