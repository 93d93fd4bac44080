"""What would become of the rows of a file, in its order: a tick a row, or of a long file a tick for as many rows together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document


class Tick(NamedTuple):
    """Rows that follow on each other, from a line to a line, and how many of them would become what."""

    first: int
    last: int
    left_out: int
    unchanged: int
    changed: int
    new: int
    waiting: int
    to_mend: int

    @property
    def outcomes(self) -> tuple[int, ...]:
        """How many rows would become each of these, in this order: left out, as before, changed, new, waiting for a name, to mend."""
        return self[2:]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return sum(self.outcomes)


@dataclass(frozen=True)
class Ribbon:
    """The ticks, in the order of the file."""

    rows: tuple[Tick, ...]
    kind: ClassVar[str] = "ribbon"
    becomes: ClassVar[Document] = Document.PICTURE

    @property
    def outcomes(self) -> tuple[int, ...]:
        """How many rows of the whole file would become each."""
        return tuple(map(sum, zip(*(tick.outcomes for tick in self.rows), strict=True)))
