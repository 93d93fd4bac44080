"""Read Parquet, and any table that is typed already: its values become texts, which our own rules read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from relinsight.records.notation import SEVERAL
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import BATCH, Sheet, schema
from relinsight.words.name import Name
from relinsight.words.text import text

MOST_EXACT = 2**53


def read_parquet(path: Path) -> Sheet:
    """The rows of a Parquet file."""
    try:
        header = tuple(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise ImportRefused(text("{file} is not a whole Parquet file; export it again.", file=Name(path.name))) from error

    def batches() -> Iterator[pa.RecordBatch]:
        with pq.ParquetFile(path) as file:
            yield from numbered(file.iter_batches(BATCH))

    return Sheet(path, None, header, batches, first_row=1)


def sheet_of(name: str, table: pa.Table) -> Sheet:
    """A table in memory, as if it were a file."""
    path = Path(f"{name}.parquet")
    return Sheet(path, None, tuple(table.column_names), lambda: numbered(iter(table.to_batches(BATCH))), first_row=1)


def numbered(parts: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Batches as texts, their rows numbered from 1."""
    first = 1
    for part in parts:
        numbers = pa.array(range(first, first + part.num_rows), pa.int64())
        columns = [as_text(column) for column in part.columns]
        yield pa.RecordBatch.from_arrays([numbers, *columns], schema=schema(part.num_columns))
        first += part.num_rows


def as_text(values: pa.Array) -> pa.Array:
    """Values as a person would write them; a list as several values of one cell."""
    kind = values.type
    if pa.types.is_dictionary(kind):
        return as_text(values.dictionary_decode())
    if pa.types.is_floating(kind):
        return _floats(values)
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        flat = pa.ListArray.from_arrays(values.offsets, as_text(values.values), mask=values.is_null())
        return pc.binary_join(flat, SEVERAL)
    if pa.types.is_timestamp(kind):
        return _moments(values)
    if pa.types.is_nested(kind) or pa.types.is_binary(kind):
        return pa.array([None if each is None else str(each) for each in values.to_pylist()], pa.string())
    return values.cast(pa.string())


def _floats(values: pa.Array) -> pa.Array:
    """A whole number keeps no `.0`; what is not a number is missing."""
    real = pc.if_else(pc.is_nan(values), pa.scalar(None, values.type), values)
    whole = pc.and_(pc.equal(pc.trunc(real), real), pc.less(pc.abs(real), float(MOST_EXACT)))
    figures = pc.if_else(whole, real, pa.scalar(0.0, values.type)).cast(pa.int64()).cast(pa.string())
    return pc.if_else(whole, figures, real.cast(pa.string()))


def _moments(values: pa.Array) -> pa.Array:
    """A moment with a zone keeps it; one at midnight without a zone is a day."""
    if values.type.tz is not None:
        return pc.strftime(values.cast(pa.timestamp("s", values.type.tz), safe=False), "%Y-%m-%dT%H:%M:%S%z")
    return pc.strftime(values.cast(pa.timestamp("s"), safe=False), "%Y-%m-%d %H:%M:%S")
