"""One import under way: its transaction, its plans, and the tables that it works in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any

import duckdb

from relinsight.records.model import RECORDS
from relinsight.records.notation import Notation
from relinsight.records.record import Record, fields
from relinsight.records.settings import AS_OF
from relinsight.sources.arrow import arrow
from relinsight.sources.plan import Feed, Plan
from relinsight.warehouse.changes import Change, same_key
from relinsight.warehouse.importing.progress import Progress, Tell, no_progress
from relinsight.warehouse.importing.remark import About, Remark
from relinsight.warehouse.importing.report import Made, NearPartner
from relinsight.warehouse.queries import named
from relinsight.words.clock import day_of
from relinsight.words.text import Text

SHEET_STEP = 1 << 40

Fetched = list[tuple[Any, ...]]


def bits_of(record: type[Record], names: Collection[str]) -> int:
    """Fields of a record as one number, a bit each: `_bits` tells so which of them a row gives."""
    return sum(1 << index for index, f in enumerate(fields(record)) if f.name in names)


@dataclass
class Work:
    """What the steps of one import share."""

    change: Change
    replace: bool
    time_zone: str
    plans: list[Plan] = field(default_factory=list[Plan])
    made: set[type[Record]] = field(default_factory=set[type[Record]])
    warnings: list[Text] = field(default_factory=list[Text])
    remarks: list[Remark] = field(default_factory=list[Remark])
    near: list[NearPartner] = field(default_factory=list[NearPartner])
    beside: tuple[Made, ...] = ()
    notations: dict[int, Mapping[int, Notation]] = field(default_factory=dict[int, Mapping[int, Notation]])
    doubled: dict[type[Record], str] = field(default_factory=dict[type[Record], str])
    choices: list[Text] = field(default_factory=list[Text])
    progress: Tell = no_progress
    as_of: date | None = None
    mends: str | None = None
    is_rehearsal: bool = False
    alone: dict[str, str] = field(default_factory=dict[str, str])
    leaving: dict[type[Record], str] = field(default_factory=dict[type[Record], str])
    sectors_before: str | None = None
    demoted: list[str] = field(default_factory=list[str])
    held_back: dict[str, str] = field(default_factory=dict[str, str])
    unfound: dict[type[Record], str] = field(default_factory=dict[type[Record], str])
    course: Progress = field(init=False)
    numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.course = Progress(self.progress)

    @property
    def day(self) -> date:
        """The day from which on files without dates change what holds: the one that is asked for, the profile's, else the import's."""
        return self.as_of or self._day_of_profile or day_of(self.made_at, self.time_zone)

    @property
    def _day_of_profile(self) -> date | None:
        """The day of which the profile says that all files are."""
        days = {plan.settings.get(AS_OF) for plan in self.plans}
        said = days.pop() if len(days) == 1 else None
        return date.fromisoformat(said) if said else None

    @property
    def cursor(self) -> duckdb.DuckDBPyConnection:
        """The transaction of the import."""
        return self.change.cursor

    @property
    def run_id(self) -> str:
        """The id of the run."""
        return self.change.run_id

    @property
    def made_at(self) -> datetime:
        """When it is made."""
        return self.change.made_at

    def set_down(self) -> None:
        """Let every processor read the working tables from here on: what a transaction made itself, the engine reads by one alone.

        Only while nothing is written into the city yet, and as whoever writes holds its lock, nobody comes in between.
        """
        self.cursor.commit()
        self.cursor.begin()

    def run(self, sql: str, /, **values: object) -> Fetched:
        """Carry out one statement and fetch what it gives."""
        parameters = named(sql, {"time_zone": self.time_zone, **values}) if "$" in sql else {}
        return self.cursor.execute(sql, parameters).fetchall()

    def number(self, sql: str, /, **values: object) -> int:
        """The one number that a query gives."""
        return int(self.run(sql, **values)[0][0] or 0)

    def found(self, what: str, sql: str, /, **values: object) -> str:
        """Keep what a query gives for the time of this import; the name of the table that holds it."""
        table = f"{what}_{next(self.numbers)}"
        self.run(f"CREATE TEMP TABLE {table} AS {sql}", **values)
        return table

    def handed_over(self, what: str, columns: Mapping[str, Sequence[object]]) -> str:
        """Put values of ours into a table for the time of this import; its name."""
        self.cursor.register("values_of_ours", arrow.table(dict(columns)))
        try:
            return self.found(what, "FROM values_of_ours")
        finally:
            self.cursor.unregister("values_of_ours")

    @property
    def feeds(self) -> Sequence[tuple[int, Feed]]:
        """Every feed with the number of its sheet."""
        return [(number, feed) for number, plan in enumerate(self.plans) for feed in plan.feeds]

    def replaces(self, record: type[Record]) -> bool:
        """Whether a table is emptied first: a file fills it, and not only names that it mentions."""
        return self.replace and bool(self.feeds_of(record))

    def places(self, record: type[Record]) -> Sequence[tuple[int, int, Feed]]:
        """The feeds of one record with the numbers of their sheet and of their place in its plan."""
        return [(number, at, feed) for number, plan in enumerate(self.plans) for at, feed in enumerate(plan.feeds) if feed.record is record]

    def remark(self, about: About, said: Text) -> None:
        """Remark on something, unless it was said already."""
        if (remark := Remark(about, said)) not in self.remarks:
            self.remarks.append(remark)

    def feeds_of(self, record: type[Record]) -> Sequence[tuple[int, Feed]]:
        """The feeds of one record."""
        return [(number, feed) for number, feed in self.feeds if feed.record is record]

    @property
    def fed(self) -> Sequence[type[Record]]:
        """The records that the files feed or make, in the order in which they depend on each other."""
        present = {feed.record for _, feed in self.feeds} | self.made
        return [record for record in RECORDS if record in present]


def of_sheet(number: int, src: str = "_src") -> str:
    """The condition that a row is one of a sheet."""
    return f"{src} BETWEEN {number * SHEET_STEP} AND {(number + 1) * SHEET_STEP - 1}"


def raw(sheet: int) -> str:
    """The table of the texts of a sheet."""
    return f"raw_{sheet}"


def arriving(record: type[Record]) -> str:
    """The table of the rows of a record that the files bring."""
    return f"arriving_{record.table}"


def name_of(field: str) -> str:
    """The column that keeps the name from which a reference is found."""
    return f"_name_{field}"


def said_of(field: str) -> str:
    """The column that keeps what the file says in the place of an id, where the import puts another there."""
    return f"_said_{field}"


def on_key(left: str, right: str, record: type[Record]) -> str:
    """The condition that two rows of a record have the same key."""
    return same_key(left, right, record.key, filled={name for name in record.key if record.model_fields[name].is_required()})
