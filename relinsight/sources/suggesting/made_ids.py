"""An id for rows that bring none: the columns that tell them apart, so that the same row is found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from relinsight.records.kinds import Listed
from relinsight.records.model import keyed_by_id
from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import required
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.filled import FOUND_BY_NAME
from relinsight.sources.suggesting.lists import Shape
from relinsight.sources.suggesting.toml import Entry, Source

MOST_MORE = 3
ALWAYS = ("partner", "organisation", "topic", "title", "year")


def made_id(
    file: Sequence[Column], record: type[Record], shape: Shape, found: Mapping[str, Column], beside: Sequence[Column] = ()
) -> Iterable[Entry]:
    """The id of rows that are found again neither by an id nor by a name."""
    is_sought = keyed_by_id(record) and record.table not in FOUND_BY_NAME and "id" not in found
    there = [name for name in shape.fields if name in found] if is_sought else []
    is_called = "title" in required(record)  # a goal stays that goal when other partners or colleagues join
    needed = (*required(record), *(() if is_called else ALWAYS))
    always = {name for name in needed if name not in record.model_fields or not _is_listed(record, name)}
    columns = _telling([*(found[name] for name in there if name in always), *(beside if there else ())], [found[name] for name in there])
    if columns:
        more = () if is_called else _apart(columns, file)
        yield Entry("id", number_of(*columns, *more), "no column holds a number of its own for each row: these tell the rows apart")


def _is_listed(record: type[Record], name: str) -> bool:
    """Whether a field holds a word of a list, which is mended sooner than the row becomes another one."""
    return isinstance(field(record, name).column.kind, Listed)


def _telling(always: Sequence[Column], columns: Sequence[Column]) -> Sequence[Column]:
    """Those that have to be told in other files too, and the first others until they tell as many rows apart as all do."""
    once = list({column.at: column for column in (*always, *columns)}.values())
    least = max(1, len({column.at for column in always}))
    different = _different(once)
    return next((once[:n] for n in range(least, len(once) + 1) if _different(once[:n]) == different), ())


def _apart(told: Sequence[Column], file: Sequence[Column]) -> Sequence[Column]:
    """The columns of the file that tell rows apart which these do not, the one that does so most first."""
    chosen, aim = list(told), _different(file)
    while _different(chosen) < aim and len(chosen) < len(told) + MOST_MORE:
        chosen.append(max(file, key=lambda column: _different([*chosen, column])))
    return chosen[len(told) :]


def _different(columns: Sequence[Column]) -> int:
    """How many different rows there are in some columns."""
    return len(set(zip(*(column.cells for column in columns), strict=True)))


def number_of(*columns: Column) -> Source:
    """The number that is made of some columns."""
    return {"columns": [column.header for column in columns], "join": "|", "hash": True}
