"""What an import did, counted by source rows, and what a person should know of it: each part knows the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from relinsight.warehouse.importing.preview import Preview
from relinsight.warehouse.importing.remark import Remark
from relinsight.words.name import Name
from relinsight.words.quantities import first_of
from relinsight.words.text import UNSAID, Text, counted, text

SHOWN = 5  # names in a sentence
MADE: Mapping[str, Text] = {
    "partner": counted(
        "{n} partner was made of a name in the files: {names}.",
        "{n} partners were made of names in the files, among them {names}.",
        0,
    ),
    "employee": counted(
        "{n} employee was made of a name in the files: {names}.",
        "{n} employees were made of names in the files, among them {names}.",
        0,
    ),
    "cluster": counted(
        "{n} cluster was made of a name in the files: {names}.",
        "{n} clusters were made of names in the files, among them {names}.",
        0,
    ),
    "sector": counted(
        "{n} sector was made of a name in the files: {names}.",
        "{n} sectors were made of names in the files, among them {names}.",
        0,
    ),
}


@dataclass(frozen=True)
class FileReport:
    """The counts of one file, or of one sheet of it: a row that a profile leaves out counts among those that are unchanged."""

    file: str
    sheet: str | None
    records: tuple[str, ...]
    rows_read: int
    accepted: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    waiting: int = 0
    left_out: int = 0


@dataclass(frozen=True)
class RejectedFor:
    """The rows of a file that one reason rejects in one column; the value, the reason and the row are those of the commonest case."""

    file: Name
    column: Name | None
    rows: int
    row: int
    value: Name | None
    reason: Text

    @property
    def said(self) -> Text:
        """How many rows, the column, and why."""
        about = {"file": self.file, "row": self.row, "reason": self.reason}
        if self.column is None:
            return counted("{file}, row {row}: {n} x {reason}", "{file}, such as row {row}: {n} x {reason}", self.rows, **about)
        return counted(
            "{file}, row {row}: {n} x {column}: {reason}",
            "{file}, such as row {row}: {n} x {column}: {reason}",
            self.rows,
            column=self.column,
            **about,
        )


@dataclass(frozen=True)
class Waiting:
    """The rejected rows that are no mistake: contact moments that wait for who says whom they name; `names` are some of the names."""

    rows: int
    n: int
    names: tuple[Name, ...]

    @property
    def said(self) -> Text:
        """How many rows wait, and for which names."""
        return counted(
            "{n} of the rejected rows is no mistake: a contact moment of which no partner is known ({names}); "
            "the page Data and `relinsight matches` ask who it is, and it comes in by the answer.",
            "{n} of the rejected rows are no mistakes: contact moments of which no partner is known ({names}); "
            "the page Data and `relinsight matches` ask who they are, and they come in by the answer.",
            self.rows,
            names=first_of(quoted_names(self.names), SHOWN, self.n),
        )


@dataclass(frozen=True)
class Made:
    """The rows of a table that were made of names in other rows; `strange` names are hardly names, `names` are some of the others."""

    table: str
    n: int
    strange: tuple[Name, ...]
    names: tuple[Name, ...]

    @property
    def said(self) -> Text:
        """How many rows, and some of their names, the strange ones first."""
        names = first_of([*quoted_names(self.strange), *self.names], SHOWN, self.n)
        return replace(MADE[self.table].with_values(n=self.n, names=names), count=self.n)


def quoted_names(names: Sequence[Name]) -> list[Text]:
    """Names that could be taken for words of the sentence."""
    return [text("'{name}'", name=name) for name in names]


@dataclass(frozen=True)
class NearPartner:
    """A new partner whose name is nearly that of another, which is new too or was there; how much of 100, and why."""

    name: Name
    near: Name
    is_new: bool
    score: int
    why: Text

    @property
    def said(self) -> Text:
        """The two names, and why they may be one."""
        return text("'{name}' like '{partner}' ({reason})", name=self.name, partner=self.near, reason=self.why)


@dataclass(frozen=True)
class Span:
    """The first and the last of some days, and how many rows have one."""

    first: date
    last: date
    rows: int

    @property
    def said(self) -> Text:
        """From when to when."""
        return text("{day}", day=self.first) if self.first == self.last else text("{first} to {last}", first=self.first, last=self.last)


@dataclass(frozen=True)
class DaysOf:
    """The days in a column of a file: of the rows that came in, and of those that a profile left out or that were rejected."""

    file: Name
    column: Name
    came: Span | None
    left_out: Span | None

    @property
    def said(self) -> Text:
        """From when to when."""
        about = {"file": self.file, "column": self.column}
        match self.came, self.left_out:
            case Span(first, last), None:
                return text("{file}: the days in {column} run from {first} to {last}.", first=first, last=last, **about)
            case None, Span(rows=rows) as left:
                return counted(
                    "{file}: no row with a day in {column} came in; {n} row, of {left}, was left out.",
                    "{file}: no row with a day in {column} came in; {n} rows, of {left}, were left out.",
                    rows,
                    left=left.said,
                    **about,
                )
            case Span(first, last), Span(rows=rows) as left:
                return counted(
                    "{file}: the days in {column} run from {first} to {last}; {n} row, of {left}, was left out.",
                    "{file}: the days in {column} run from {first} to {last}; {n} rows, of {left}, were left out.",
                    rows,
                    first=first,
                    last=last,
                    left=left.said,
                    **about,
                )
            case _:
                return UNSAID


@dataclass(frozen=True)
class ImportReport:
    """The counts of one call, what it chose, and what is to be known; a dry run has no `run_id`, and shows each file."""

    run_id: str | None
    rows_read: int
    accepted: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    remarks: tuple[Remark, ...]
    choices: tuple[Text, ...]
    files: tuple[FileReport, ...]
    days: tuple[DaysOf, ...]
    made: tuple[Made, ...]
    near: tuple[NearPartner, ...]
    reasons: tuple[RejectedFor, ...]
    waiting: Waiting | None = None
    previews: tuple[Preview, ...] = ()

    @property
    def warnings(self) -> tuple[Text, ...]:
        """What a person should look at, in sentences."""
        return tuple(remark.said for remark in self.remarks)

    @property
    def outcome(self) -> tuple[Text, ...]:
        """What came in beside the counts and what did not, in sentences."""
        return tuple(each.said for each in (*self.days, *self.made, *self.reasons, *([self.waiting] if self.waiting else [])))
