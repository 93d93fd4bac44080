"""What names mean: the spellings of partners, collective names, and what people said is not one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import duckdb

from relinsight.sources.matching.likeness import Likeness
from relinsight.sources.matching.nearest import Near
from relinsight.warehouse.folding import folded

# The folded spellings of files that people said are not a partner, each with that partner.
SET_APART = f"SELECT {folded('spelling')}, partner_id FROM set_apart WHERE other_partner_id IS NULL"
COLLECTIVE = ""  # stands for the partner of a collective name: there is none


@dataclass(frozen=True)
class Meaning:
    """What a name may mean: a partner, or as nothing a collective name; the spelling that it is like, and how much."""

    partner_id: str | None
    spelling: str
    likeness: Likeness


@dataclass(frozen=True)
class Spellings:
    """Every spelling that is known, the partners that it means, and which names are set apart from which partners."""

    meant: Mapping[str, frozenset[str]]
    apart: frozenset[tuple[str, str]]
    folded: Mapping[str, str]

    @property
    def known(self) -> Collection[str]:
        """All spellings."""
        return self.meant.keys()

    def meanings(self, word: str, near: Iterable[Near]) -> list[Meaning]:
        """What a name, folded, may mean: each partner by the spelling that is most like it, the closest first."""
        found: dict[str, Meaning] = {}
        for one in near:
            for partner in sorted(self.meant[one.known]):
                if (word, partner) not in self.apart:
                    found.setdefault(partner, Meaning(partner or None, one.known, one.likeness))
        return list(found.values())


def spellings(cursor: duckdb.DuckDBPyConnection, *, partners: str = "partner", aliases: str = "partner_alias") -> Spellings:
    """The names and aliases as a transaction sees them, out of these tables or queries."""
    rows = cursor.execute(
        f"SELECT spelling, {folded('spelling')}, partner FROM (SELECT name AS spelling, id AS partner FROM {partners} AS p "
        f"UNION SELECT alias, coalesce(partner_id, '{COLLECTIVE}') FROM {aliases} AS a) AS known WHERE spelling IS NOT NULL ORDER BY ALL"
    ).fetchall()
    meant = defaultdict[str, set[str]](set)
    for spelling, _, partner in rows:
        meant[spelling].add(partner)
    return Spellings(
        {spelling: frozenset(ids) for spelling, ids in meant.items()}, set_apart(cursor), {spelling: word for spelling, word, _ in rows}
    )


def set_apart(cursor: duckdb.DuckDBPyConnection) -> frozenset[tuple[str, str]]:
    """The folded spellings of files that people said are not a partner, each with that partner."""
    return frozenset((word, partner) for word, partner in cursor.execute(SET_APART).fetchall())
