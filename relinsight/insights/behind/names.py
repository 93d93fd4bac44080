"""How what rows point to is called, by its id: two of one name can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.naming import INSTRUMENTS
from relinsight.words.name import Name, told_apart
from relinsight.words.scope import Scope
from relinsight.words.text import Text


class Called(NamedTuple):
    """A thing of one kind, with its id and name."""

    kind: str
    id: str
    name: Name


@dataclass(frozen=True)
class Names:
    """The names of colleagues, contact persons, partners, clusters and questionnaires by id, and the sectors."""

    known: Mapping[str, Mapping[str, Name]]
    sectors: Mapping[str | None, Sector]

    def of(self, kind: str, key: str | None) -> Name | None:
        """How a thing of this kind is called; by its id where nothing is known of it."""
        return None if key is None else self.known.get(kind, {}).get(key) or Name(key)

    def instrument(self, key: str | None) -> Text | Name | None:
        """How a questionnaire is called: translated where it is a shipped one that nobody renamed."""
        name = self.of("instrument", key)
        shipped = INSTRUMENTS.get(key or "")
        return shipped if shipped and name == shipped.message else name

    def sector(self, key: str | None) -> Sector:
        """A sector as it is shown everywhere."""
        return sector_of(self.sectors, key)


def names(reader: Reader, scope: Scope) -> Names:
    """All that rows may point to."""
    kinds: dict[str, dict[str, str]] = {}
    for row in reader.page(Called, "called", scope):
        kinds.setdefault(row.kind, {})[row.id] = row.name
    return Names({kind: _as_names(told_apart(called)) for kind, called in kinds.items()}, reader.sectors_known())


def _as_names(called: Mapping[str, str]) -> Mapping[str, Name]:
    return {key: Name(name) for key, name in called.items()}
