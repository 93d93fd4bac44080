"""Which record a file holds: what its columns mean speaks for one and against another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from relinsight.records.model import BY_TABLE
from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import Place, recognised, record_like, required
from relinsight.sources.headers import squeezed
from relinsight.sources.rejects import record_called
from relinsight.sources.suggesting.fits import is_known
from relinsight.sources.suggesting.lists import shapes
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.signs import signs

FILE_NAME, HINT, OUR_HEADERS = 2.0, 1.0, 1.5
LACKING = 2.5  # how much less is said by what cannot be read without help
LEAST_KNOWN, NEARLY_ALL = 3, 0.8


def record_of(what: Seen) -> type[Record]:
    """The record that a sheet is most like."""
    own = _own(what)
    if own is not None and own.table not in shapes() and _says_it(what, own):
        return own
    shown = tuple(signs(what))
    return BY_TABLE[
        max(shapes(), key=lambda table: _score(what, table, shown) + _said_otherwise(what, table, own) - LACKING * _lacks(table, shown))
    ]


def _own(what: Seen) -> type[Record] | None:
    """The record whose own columns these are, by their headers and by their values."""
    found = record_like(what.sheet.header)
    return found if found is not None and _values_fit(what, found, recognised(found, what.sheet.header)) else None


def _says_it(what: Seen, record: type[Record]) -> bool:
    """Whether a file is called after a record of which no shape is written down, or nearly all of its columns are of that record."""
    found = len(recognised(record, what.sheet.header))
    return record_called(what.sheet.path.name) is record or found >= max(LEAST_KNOWN, NEARLY_ALL * len(what.columns))


def _values_fit(what: Seen, record: type[Record], placed: Mapping[int, Place]) -> bool:
    needed = set(required(record))
    asked = ((what.column(at), place) for at, place in placed.items() if place.aside is None and place.field in needed)
    return all(column is not None and is_known(column, field(record, place.field).column.kind) for column, place in asked)


def _score(what: Seen, table: str, shown: Sequence[str]) -> float:
    """How much speaks for a table; a column of which most cells are empty says less."""
    worth = shapes()[table].signs
    return sum(worth.get(sign, 0.0) * _weight(what, sign) for sign in shown)


def _weight(what: Seen, sign: str) -> float:
    column = what.meant.get(sign)
    return 1.0 if column is None or not column.rows else min(1.0, 2 * column.filled / column.rows)


def _said_otherwise(what: Seen, table: str, own: type[Record] | None) -> float:
    called = record_called(what.sheet.path.name)
    ours = len(recognised(own, what.sheet.header)) / len(what.columns) if own is not None and own.table == table else 0
    stem = squeezed(what.sheet.path.name.partition(".")[0])
    hinted = any(word in stem for word in shapes()[table].called)
    return FILE_NAME * (called is not None and called.table == table) + HINT * hinted + OUR_HEADERS * ours


def _lacks(table: str, shown: Sequence[str]) -> int:
    """How many things are missing that a row of a table cannot do without."""
    return sum({*needed}.isdisjoint(shown) for needed in shapes()[table].needs)
