"""A table that is typed already: its values become texts, which our own rules read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from relinsight.records.notation import SEVERAL
from relinsight.sources.arrow import Array, ArrowTable, Batch, arrow, compute
from relinsight.sources.digits import MISTAKABLE
from relinsight.sources.sheet import BATCH, Sheet, schema

MOST_EXACT = 2**53


def sheet_of(name: str, table: ArrowTable) -> Sheet:
    """A table in memory, as if it were a file."""
    path = Path(f"{name}.parquet")
    return Sheet(path, None, tuple(table.column_names), lambda: numbered(iter(table.to_batches(BATCH))), first_row=1)


def numbered(parts: Iterator[Batch]) -> Iterator[Batch]:
    """Batches as texts, their rows numbered from 1."""
    first = 1
    for part in parts:
        numbers = arrow.array(range(first, first + part.num_rows), arrow.int64())
        columns = [_valid(as_text(column)) for column in part.columns]
        yield arrow.RecordBatch.from_arrays([numbers, *columns], schema=schema(part.num_columns))
        first += part.num_rows


def _valid(texts: Array) -> Array:
    """Texts without zero bytes that are letters to their last byte; the engine ends where they are not."""
    texts.validate(full=True)
    return compute.replace_substring(texts, "\x00", "") if compute.any(compute.match_substring(texts, "\x00")).as_py() else texts


def as_text(values: Array) -> Array:
    """Values as a person would write them; a list as several values of one cell."""
    kind = values.type
    if arrow.types.is_dictionary(kind) or arrow.types.is_fixed_size_list(kind):
        return as_text(_unpacked(values))
    if arrow.types.is_floating(kind):
        return _floats(values.cast(arrow.float64()) if arrow.types.is_float16(kind) else values)
    if arrow.types.is_list(kind) or arrow.types.is_large_list(kind):
        flat = arrow.ListArray.from_arrays(values.offsets, as_text(values.values), mask=values.is_null())
        return compute.binary_join(flat, SEVERAL)
    if arrow.types.is_timestamp(kind):
        return _moments(values)
    if arrow.types.is_binary(kind) or arrow.types.is_large_binary(kind):
        return arrow.array([None if each is None else each.decode("utf-8", "replace") for each in values.to_pylist()], arrow.string())
    written = _one_by_one(values) if arrow.types.is_nested(kind) else values.cast(arrow.string())
    return _unmistakable(written) if arrow.types.is_decimal(kind) else written


def _unpacked(values: Array) -> Array:
    """The same values without a dictionary, or as lists that need not be of one length."""
    if arrow.types.is_dictionary(values.type):
        return values.dictionary_decode()
    return values.cast(arrow.list_(values.type.value_type))


def _one_by_one(values: Array) -> Array:
    """Values with parts of their own, as JSON writes them."""
    return arrow.array(
        [None if each is None else json.dumps(each, ensure_ascii=False, default=str) for each in values.to_pylist()], arrow.string()
    )


def _floats(values: Array) -> Array:
    """A whole number keeps no `.0`; what is not a number is missing."""
    real = compute.if_else(compute.is_nan(values), arrow.scalar(None, values.type), values)
    whole = compute.and_(compute.equal(compute.trunc(real), real), compute.less(compute.abs(real), float(MOST_EXACT)))
    figures = compute.if_else(whole, real, arrow.scalar(0.0, values.type)).cast(arrow.int64()).cast(arrow.string())
    return compute.if_else(whole, figures, _unmistakable(real.cast(arrow.string())))


def _moments(values: Array) -> Array:
    """A moment with a zone keeps it; one at midnight without a zone is a day."""
    if values.type.tz is not None:
        return compute.strftime(values.cast(arrow.timestamp("s", values.type.tz), safe=False), "%Y-%m-%dT%H:%M:%S%z")
    return compute.strftime(values.cast(arrow.timestamp("s"), safe=False), "%Y-%m-%d %H:%M:%S")


def _unmistakable(figures: Array) -> Array:
    """Figures that nobody can take for thousands: of a whole column what `figures.unmistakable` says of one."""
    return compute.replace_substring_regex(figures, MISTAKABLE, r"\10")
