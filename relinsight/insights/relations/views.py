"""What partners think of us: one score a partner, of one instrument, never mixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import UNSAID, Text, text


class View(NamedTuple):
    """The own view of one partner by one instrument, empty where not given."""

    partner: str
    instrument: str
    score: float | None
    respondents: int


@dataclass(frozen=True)
class Views:
    """The instrument that most partners in view answered, and each partner's score on it (0 to 100)."""

    instrument: str | None
    scores: dict[str, float]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measure that says how good these views are on the whole; none where nobody gave one."""
        return (f"quality_partner@{self.instrument}",) if self.instrument else ()


def views(reader: Reader, scope: Scope) -> Views:
    """The partners' views of us on the instrument that most of them answered."""
    rows = [(row.partner, row.instrument, row.score) for row in reader.partners(View, "views", scope) if row.score is not None]
    if not rows:
        return Views(None, {})
    names = [instrument for _, instrument, _ in rows]
    most = max(sorted(set(names)), key=names.count)
    return Views(most, {partner: score for partner, instrument, score in rows if instrument == most})


def called_so(instrument: str | None) -> Text:
    """The instrument between brackets, where there is one."""
    return text(" ({name})", name=Name(instrument)) if instrument else UNSAID
