"""An id for rows that bring none: the columns that tell them apart, so that the same row is found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from relinsight.records.model import keyed_by_id
from relinsight.records.record import Record
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.filled import FOUND_BY_NAME
from relinsight.sources.suggesting.lists import Shape
from relinsight.sources.suggesting.toml import Entry


def made_id(record: type[Record], shape: Shape, found: Mapping[str, Column]) -> Iterable[Entry]:
    """The id of rows that are found again neither by an id nor by a name."""
    is_sought = keyed_by_id(record) and record.table not in FOUND_BY_NAME and "id" not in found
    columns = _telling([found[name] for name in shape.fields if name in found]) if is_sought else ()
    if columns:
        source = {"columns": [column.header for column in columns], "join": "|", "hash": True}
        yield Entry("id", source, "no column holds a number of its own for each row: these tell the rows apart")


def _telling(columns: Sequence[Column]) -> Sequence[Column]:
    """The first columns that tell as many rows apart as all of them do."""
    once = list({column.at: column for column in columns}.values())
    told = [_different(once[:n]) for n in range(1, len(once) + 1)]
    enough = next((n for n, different in enumerate(told, 1) if different == told[-1]), 0)
    return once[:enough]


def _different(columns: Sequence[Column]) -> int:
    """How many different rows there are in some columns."""
    return len(set(zip(*(column.cells for column in columns), strict=True)))
