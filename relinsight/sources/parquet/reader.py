"""The rows of a Parquet file as a table of texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from relinsight.sources.arrow import Batch, arrow
from relinsight.sources.foreign.process import parsed
from relinsight.sources.refusal import ImportRefused, empty
from relinsight.sources.sheet import Sheet
from relinsight.words.name import Name
from relinsight.words.text import text

PARSER = "relinsight.sources.parquet.parsing"
NAMES = b"names"  # where the parser puts what the file calls its columns


def read_parquet(path: Path) -> Sheet:
    """The rows of a Parquet file."""
    try:
        written = parsed(PARSER, path)
    except ValueError as error:
        raise ImportRefused(text("{file} is not a whole Parquet file; export it again.", file=Name(path.name))) from error
    header = tuple(json.loads(_opened(written).schema.metadata[NAMES]))
    if not header:
        raise ImportRefused(empty(path))
    return Sheet(path, None, header, lambda: _batches(written), first_row=1, nested=True)


def _opened(written: IO[bytes]) -> Any:
    written.seek(0)
    return arrow.ipc.open_stream(written)


def _batches(written: IO[bytes]) -> Iterator[Batch]:
    yield from _opened(written)
