"""The only way down to the data: it reads for one viewer and shows what that viewer may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from relinsight.access.choices import (
    Choice,
    ChosenPartner,
    ClusterOffered,
    EmployeeKnown,
    OwnerOffered,
    ReviewDay,
    Sector,
    SectorKnown,
    SectorOffered,
    sector_name,
    sectors_by_id,
)
from relinsight.access.memory import Memory
from relinsight.access.rights import OWNER, Rights
from relinsight.access.typed import OfPartner, R, typed
from relinsight.measures.compute import figures, stand
from relinsight.measures.figure import Figure
from relinsight.measures.measure import Subject
from relinsight.measures.rows import rows_behind
from relinsight.measures.scoping import parameters
from relinsight.records.settings import DEMO
from relinsight.records.vocabularies import TIERS
from relinsight.warehouse.answers import AnswerRow, AnswerRows
from relinsight.warehouse.cutting import Sight
from relinsight.warehouse.queries import asked_by, page_queries
from relinsight.words.clock import TIME_ZONE, day_of
from relinsight.words.name import Name
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import text

if TYPE_CHECKING:
    from relinsight.warehouse.matches.match import Match

P = TypeVar("P", bound=OfPartner)


@dataclass(frozen=True)
class Holding:
    """What there is in the database at all, and whose it is."""

    partners: int
    dealings: int
    tiers: int
    contacts: int
    assessments: int
    goals: int
    origin: str | None
    attribution: str | None
    as_of: date | None
    time_zone: str
    last_import: date | None

    @property
    def is_demo(self) -> bool:
        """Whether it is the invented city."""
        return self.origin == DEMO

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not self.partners and not self.dealings


class Data(Protocol):
    """One state of the data: of the open database, or of one that another program has open."""

    @property
    def mark(self) -> str:
        """Its change mark."""
        ...

    def seen(self, sight: Sight, /) -> Data:
        """The same state, cut to what a viewer sees."""
        ...

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[AnswerRow]:
        """The rows of a query, each by column."""
        ...

    def table(self, sql: str, parameters: Mapping[str, object]) -> AnswerRows:
        """The rows of a query as they came."""
        ...


class OverTheLine(Data, Protocol):
    """One state of the data that another program has open, which says by itself what takes more than a query."""

    def matches(self) -> list[Match]:
        """The names that look like a partner, and the collective ones."""
        ...


class Source(Protocol):
    """Where a snapshot of the data comes from: the open database, or a snapshot itself."""

    def snapshot(self) -> Data:
        """The data at one moment."""
        ...


@dataclass(frozen=True)
class Reader:
    """Reads facts and measures for one viewer out of one snapshot, from its first question on.

    Where the data changed since, a question raises OutdatedError and has to be asked of a new reader, from the start.
    """

    source: Source
    rights: Rights = OWNER
    exhibits: Memory = field(default_factory=lambda: Memory(8), compare=False)  # each a row a partner, for one day
    choices: Memory = field(default_factory=lambda: Memory(64), compare=False)

    @cached_property
    def data(self) -> Data:
        """The data that this reader sees."""
        return self.source.snapshot().seen(self.rights.sight)

    @property
    def sees_all(self) -> bool:
        """Whether no partner is cut from what this reader reads."""
        return self.rights.clusters is None

    @property
    def mark(self) -> str:
        """The change mark of what this reader sees."""
        return self.data.mark

    @cached_property
    def holding(self) -> Holding:
        """What there is."""
        (row,) = self.data.answer(page_queries()["holding"], {})
        zone, moment = row["time_zone"] or TIME_ZONE, row["last_import"]
        return Holding(**row | {"time_zone": zone, "last_import": moment and day_of(moment, zone)})  # pyright: ignore[reportArgumentType]

    def page(self, row: type[R], query: str, scope: Scope, /, **more: object) -> list[R]:
        """The rows of one page query, each as its type."""
        return typed(row, self.data.table(page_queries()[query], parameters(scope) | more))

    def partners(self, row: type[P], query: str, scope: Scope, /) -> list[P]:
        """The rows of a query that speaks of one partner in each, of those partners that the filters choose."""
        values = parameters(scope)
        asked = (row, query, *((name, values[name]) for name in asked_by(page_queries()[query])))
        found = self.exhibits.of(asked, lambda: self.page(row, query, scope))
        if not scope.is_filtered:
            return list(found)
        chosen = self._chosen(scope)
        return [one for one in found if one.partner in chosen]

    def _chosen(self, scope: Scope) -> frozenset[str]:
        filters = (scope.as_of, scope.sectors, scope.clusters, scope.tiers, scope.account_managers)
        return self.choices.of(filters, lambda: self._choose(scope))

    def _choose(self, scope: Scope) -> frozenset[str]:
        return frozenset(row.partner for row in self.page(ChosenPartner, "chosen_partners", scope))

    def matches(self) -> list[Match]:
        """The names that look like a partner we have, and the collective ones; only the owner is asked about them."""
        from relinsight.warehouse.connection import Snapshot
        from relinsight.warehouse.matches.waiting import matches_in

        if not self.rights.is_owner:
            return []
        data = self.data
        return matches_in(data) if isinstance(data, Snapshot) else cast("OverTheLine", data).matches()

    def stand(self, scope: Scope, *names: str) -> dict[str, Figure]:
        """Measures of all partners in the scope as one group, by measure."""
        return {figure.measure: figure for figure in stand(self.data, scope, *names)}

    def figures(self, scope: Scope, by: Subject, *names: str) -> list[Figure]:
        """Measures of every subject of one kind."""
        return figures(self.data, scope, by, names or None)

    def rows_behind(self, scope: Scope, measure: str, by: Subject, subject: str) -> list[AnswerRow]:
        """The very rows that made one figure."""
        return rows_behind(self.data, scope, measure, by, subject)

    def default_day(self, today: date) -> date:
        """The day that the data's owner set; else today."""
        return self.holding.as_of or today

    def review_before(self, day: date) -> date | None:
        """The newest team meeting before a day."""
        return self.choices.of(("review", day), lambda: self._review_before(day))

    def _review_before(self, day: date) -> date | None:
        return next((row.day for row in self.page(ReviewDay, "review_before", Scope(day))), None)

    def sectors(self, day: date) -> tuple[Choice, ...]:
        """The sectors that partners belong to on a day, and the lack of one where a partner lacks it."""
        return self.choices.of(("sectors", day), lambda: self._sectors(day))

    def _sectors(self, day: date) -> tuple[Choice, ...]:
        rows = self.page(SectorOffered, "choice_sectors", Scope(day))
        return tuple(Choice(row.id or NOBODY, sector_name(row.id, row.name)) for row in rows)

    def sectors_known(self) -> Mapping[str | None, Sector]:
        """Every sector by its id, as it is called and seen everywhere; the lack of one under nothing."""
        return self.choices.of("sectors known", self._sectors_known)

    def _sectors_known(self) -> Mapping[str | None, Sector]:
        return sectors_by_id(self.page(SectorKnown, "sectors_known", Scope(date.min)))

    def employees_known(self) -> Mapping[str, Name]:
        """How every employee is called, by id."""
        return self.choices.of("employees known", self._employees_known)

    def _employees_known(self) -> Mapping[str, Name]:
        return {one.id: one.name for one in self.page(EmployeeKnown, "employees_known", Scope(date.min))}

    def clusters(self) -> tuple[Choice, ...]:
        """The clusters, and the lack of one."""
        return self.choices.of("clusters", self._clusters)

    def _clusters(self) -> tuple[Choice, ...]:
        rows = self.page(ClusterOffered, "choice_clusters", Scope(date.min))
        return (*(Choice(row.id, row.name, row.has_below) for row in rows), Choice(NOBODY, text("no owner")))

    def tiers(self) -> tuple[Choice, ...]:
        """The tiers, from most to least promised."""
        return tuple(Choice(tier, Name(tier)) for tier in TIERS.words)

    def account_managers(self, day: date) -> tuple[Choice, ...]:
        """The employees who own a partner on a day, and nobody."""
        return self.choices.of(("account_managers", day), lambda: self._account_managers(day))

    def _account_managers(self, day: date) -> tuple[Choice, ...]:
        rows = self.page(OwnerOffered, "choice_account_managers", Scope(day))
        return (*(Choice(row.id, row.name) for row in rows), Choice(NOBODY, text("nobody")))
