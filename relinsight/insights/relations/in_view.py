"""The relations in view: now, and as the same partners stood on the earlier day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.relations.rows import Before, Relation
from relinsight.insights.relations.silence import slipped
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted

BEHIND_ALL = 10**9


@dataclass(frozen=True)
class Relations:
    """The partners in view on the as-of day, most important first; before: these very partners, whatever they were then."""

    now: tuple[Relation, ...]
    before: Mapping[str, Before]
    scope: Scope
    sectors: Mapping[str | None, Sector]

    @property
    def total(self) -> int:
        """How many partners are in view."""
        return len(self.now)

    @property
    def since(self) -> date | None:
        """The day to compare with, where there is one."""
        return self.scope.earlier

    @cached_property
    def tiers(self) -> tuple[Name, ...]:
        """The tiers in view, from most to least promised."""
        return tuple(dict.fromkeys(row.tier for row in self.now))

    def of_tier(self, tier: Name) -> list[Relation]:
        """The partners of one tier."""
        return [row for row in self.now if row.tier == tier]

    def sector_of(self, row: Relation) -> Sector:
        """The sector of a partner as it is shown."""
        return sector_of(self.sectors, row.sector)

    def slipped(self, row: Relation) -> int:
        """How many states of silence a partner slipped since the earlier day; negative: it came back."""
        earlier = self.before.get(row.partner)
        return slipped(row.state, earlier.state) if earlier else 0


def relations(reader: Reader, scope: Scope) -> Relations:
    """The partners of the portfolio in this scope."""
    earlier = reader.partners(Before, "relations_before", scope.unfiltered().on(scope.earlier)) if scope.earlier else []
    now = tuple(reader.partners(Relation, "relations", scope))
    return Relations(now, {row.partner: row for row in earlier}, scope, reader.sectors_known())


def place(row: Relation) -> int:
    """The place of a partner among the uncovered; those who are covered come behind all of them."""
    return BEHIND_ALL if row.rank is None else row.rank


def uncovered(rows: Sequence[Relation]) -> int:
    """How many of these partners are not covered."""
    return sum(row.uncovered for row in rows)


def partners(n: int) -> Text:
    """A number of partners with its noun."""
    return counted("{n} partner", "{n} partners", n)


def without_sector(rows: Sequence[Relation]) -> int:
    """How many of these partners have no sector."""
    return sum(row.sector is None for row in rows)
