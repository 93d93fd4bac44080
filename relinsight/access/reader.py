"""The only way down to the data: it reads for one viewer and shows what that viewer may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from relinsight.access.choices import Choice, sector_name
from relinsight.access.memory import Memory
from relinsight.access.rights import OWNER, Rights
from relinsight.measures.compute import figures, stand
from relinsight.measures.figure import Figure
from relinsight.measures.measure import Subject
from relinsight.measures.rows import rows_behind
from relinsight.measures.scoping import parameters
from relinsight.records.vocabularies import TIERS
from relinsight.warehouse.answers import Row
from relinsight.warehouse.connection import Snapshot
from relinsight.warehouse.queries import asked_by, pages
from relinsight.words.name import Name
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import text


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
    last_import: date | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not self.partners and not self.dealings


class Source(Protocol):
    """Where a snapshot of the data comes from: the open database, or a snapshot itself."""

    def snapshot(self) -> Snapshot:
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
    def data(self) -> Snapshot:
        """The data that this reader sees."""
        return self.source.snapshot()

    @property
    def mark(self) -> str:
        """The change mark of what this reader sees."""
        return self.data.mark

    @cached_property
    def holding(self) -> Holding:
        """What there is."""
        (row,) = self.data.answer(pages()["holding"], {})
        return Holding(**row)  # pyright: ignore[reportArgumentType]

    def page(self, query: str, scope: Scope, /, **more: object) -> list[Row]:
        """The rows of one exhibit."""
        return self.data.answer(pages()[query], parameters(scope) | more)

    def partners(self, query: str, scope: Scope) -> list[Row]:
        """The rows of an exhibit that has partners in its rows, of those that the filters choose."""
        values = parameters(scope)
        key = (query, *((name, values[name]) for name in asked_by(pages()[query])))
        found = self.exhibits.of(key, lambda: self.data.table(pages()[query], values))
        return found.all() if not scope.is_filtered else found.among("partner", self._chosen(scope))

    def _chosen(self, scope: Scope) -> frozenset[str]:
        filters = (scope.as_of, scope.sectors, scope.clusters, scope.tiers, scope.account_managers)
        return self.choices.of(filters, lambda: self._choose(scope))

    def _choose(self, scope: Scope) -> frozenset[str]:
        return frozenset(str(row["partner"]) for row in self.page("chosen_partners", scope))

    def stand(self, scope: Scope, *names: str) -> dict[str, Figure]:
        """Measures of all partners in the scope as one group, by measure."""
        return {figure.measure: figure for figure in stand(self.data, scope, *names)}

    def figures(self, scope: Scope, by: Subject, *names: str) -> list[Figure]:
        """Measures of every subject of one kind."""
        return figures(self.data, scope, by, names or None)

    def rows_behind(self, scope: Scope, measure: str, by: Subject, subject: str) -> list[Row]:
        """The very rows that made one figure."""
        return rows_behind(self.data, scope, measure, by, subject)

    def default_day(self, today: date) -> date:
        """The day that the data's owner set; else today."""
        return self.holding.as_of or today

    def review_before(self, day: date) -> date | None:
        """The newest team meeting before a day."""
        return self.choices.of(("review", day), lambda: self._review_before(day))

    def _review_before(self, day: date) -> date | None:
        rows = self.data.answer(pages()["review_before"], {"day": day})
        return next((row["day"] for row in rows if isinstance(row["day"], date)), None)

    def sectors(self) -> tuple[Choice, ...]:
        """The sectors that partners belong to, and the lack of one where a partner lacks it."""
        return self.choices.of("sectors", self._sectors)

    def _sectors(self) -> tuple[Choice, ...]:
        rows = self.data.answer(pages()["choice_sectors"], {})
        return tuple(Choice(str(row["id"]), sector_name(row["id"], row["name"])) for row in rows)

    def clusters(self) -> tuple[Choice, ...]:
        """The clusters, and the lack of one."""
        return self.choices.of("clusters", self._clusters)

    def _clusters(self) -> tuple[Choice, ...]:
        rows = self.data.answer(pages()["choice_clusters"], {})
        return (*(Choice(str(row["id"]), Name(row["name"])) for row in rows), Choice(NOBODY, text("no owner")))

    def tiers(self) -> tuple[Choice, ...]:
        """The tiers, from most to least promised."""
        return tuple(Choice(tier, Name(tier)) for tier in TIERS.words)

    def account_managers(self, day: date) -> tuple[Choice, ...]:
        """The employees who own a partner on a day, and nobody."""
        return self.choices.of(("account_managers", day), lambda: self._account_managers(day))

    def _account_managers(self, day: date) -> tuple[Choice, ...]:
        rows = self.data.answer(pages()["choice_account_managers"], {"as_of": day})
        return (*(Choice(str(row["id"]), Name(row["name"])) for row in rows), Choice(NOBODY, text("nobody")))
