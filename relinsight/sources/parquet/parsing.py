"""The process that parses Parquet: its rows as texts, in batches of Arrow."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import IO, Any

from pyarrow import parquet as pyarrow_parquet

from relinsight.sources.arrow import Batch, Schema, arrow
from relinsight.sources.columnar import numbered
from relinsight.sources.foreign.limits import MEGABYTE, BeyondLimitsError, CutShortError, Limits, within_limits
from relinsight.sources.parquet.reader import NAMES
from relinsight.sources.sheet import BATCH, schema

parquet: Any = pyarrow_parquet  # here alone: no other process parses the format
MOST_CELLS = 1 << 30
arrow.array([0])  # at its first value the library loads pandas, where that is there: so here, once for all files


def write(asked: dict[str, Any], limits: Limits, target: IO[bytes]) -> None:
    """Write the rows of a Parquet file; the names of its columns stand beside the schema."""
    arrow.set_cpu_count(1)
    with parquet.ParquetFile(asked["path"], coerce_int96_timestamp_unit="us") as file:
        names = file.schema_arrow.names
        if file.metadata.num_rows * len(names) > MOST_CELLS:
            raise BeyondLimitsError
        packed = arrow.ipc.IpcWriteOptions(compression="lz4")
        with arrow.ipc.new_stream(target, _named(names), options=packed) as stream:
            for part in _counted(_parts(file), limits):
                stream.write_batch(part)


def _parts(file: Any) -> Iterator[Batch]:
    """The rows of a file; what makes no sense behind its head is told apart from a file that is none."""
    try:
        yield from numbered(file.iter_batches(BATCH, use_threads=False))
    except (arrow.ArrowInvalid, arrow.ArrowIOError) as error:
        raise CutShortError from error


def _counted(parts: Iterator[Batch], limits: Limits) -> Iterator[Batch]:
    """The rows up to the most that may be written, before they are packed: few bytes of Parquet say as much as one likes."""
    taken = 0
    for part in parts:
        taken += part.nbytes
        if taken > limits.written * MEGABYTE:
            raise BeyondLimitsError
        yield part


def _named(names: list[str]) -> Schema:
    """The columns of a batch, with what the file calls them."""
    return schema(len(names)).with_metadata({NAMES: json.dumps(names)})


def main(asked: str) -> int:
    """Parse a file as it is asked: how it ended."""
    return within_limits(asked, write, (ValueError, LookupError, TypeError, NotImplementedError))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
