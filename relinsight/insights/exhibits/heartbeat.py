"""How often records of each kind come in: a cell a month, each kind to its own most, and its newest day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.text import Text


class Pulse(NamedTuple):
    """One kind of record in one month: how many, as a share of the kind's most, its newest day, and whether that is old."""

    kind: Text
    month: date
    records: int
    share: float
    newest: date | None
    is_old: bool


@dataclass(frozen=True)
class Heartbeat:
    """Every kind in every month, kind by kind and month by month."""

    rows: tuple[Pulse, ...]
    kind: ClassVar[str] = "heartbeat"
    becomes: ClassVar[Document] = Document.PICTURE

    @property
    def kinds(self) -> tuple[Pulse, ...]:
        """The last month of each kind, in their order."""
        return tuple({row.kind: row for row in self.rows}.values())

    @property
    def months(self) -> tuple[date, ...]:
        """The months, from the first to the last."""
        return tuple(dict.fromkeys(row.month for row in self.rows))
