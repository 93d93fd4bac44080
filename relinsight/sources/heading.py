"""Which of the first rows names the columns: the one that the shape of the table points to, unless a row says it in words that we know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from relinsight.records.model import RECORDS
from relinsight.sources.header_meanings import places
from relinsight.sources.headers import squeezed

LOOKED_AT = 30
LEAST_KNOWN = 2


def heading(rows: Sequence[Sequence[str]], by_shape: int) -> int:
    """The place of the header among the first rows, counted from 0."""
    best = max(range(min(len(rows), LOOKED_AT)), key=lambda at: (names_known(rows[at]), -at), default=by_shape)
    known = names_known(rows[best])
    says_more = known >= LEAST_KNOWN and known > names_known(rows[by_shape])
    wide = len(list(_filled(rows[best])))
    names_the_table = 2 * wide >= len(list(_filled(rows[by_shape])))  # and not a small table of its own above it
    return best if says_more and names_the_table and 2 * known >= wide else by_shape


def names_known(row: Sequence[str]) -> int:
    """How many cells of a row are names of columns of ours."""
    return len({squeezed(cell) for cell in _filled(row)} & _words())


def _filled(row: Sequence[str]) -> Iterator[str]:
    return (cell for cell in row if cell.strip())


@cache
def _words() -> frozenset[str]:
    """Every name that a column of ours may carry."""
    return frozenset(word for record in RECORDS for word in places(record))
