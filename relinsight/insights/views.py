"""What partners think of us: one score a partner, of one instrument, never mixed."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.access.reader import Reader
from relinsight.words.scope import Scope


@dataclass(frozen=True)
class Views:
    """The instrument that most partners in view answered, and each partner's score on it (0 to 100)."""

    instrument: str | None
    scores: dict[str, float]


def views(reader: Reader, scope: Scope) -> Views:
    """The partners' views of us on the instrument that most of them answered."""
    rows = [row for row in reader.partners("views", scope) if row["score"] is not None]
    if not rows:
        return Views(None, {})
    names = [str(row["instrument"]) for row in rows]
    most = max(sorted(set(names)), key=names.count)
    return Views(most, {str(row["partner"]): float(row["score"]) for row in rows if row["instrument"] == most})
