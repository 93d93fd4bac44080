"""A table as a text file, a packed one, JSON and Parquet."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

Cells = Sequence[str]
Rows = Sequence[Cells]


def delimited(header: Cells, rows: Rows, mark: str = ",", end: str = "\r\n") -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=mark, lineterminator=end).writerows([header, *rows])
    return target.getvalue().encode()


def semicolons(header: Cells, rows: Rows) -> bytes:
    return delimited(header, rows, ";")


def tabs(header: Cells, rows: Rows) -> bytes:
    return delimited(header, rows, "\t", "\n")


def bars(header: Cells, rows: Rows) -> bytes:
    return delimited(header, rows, "|", "\n")


def packed(header: Cells, rows: Rows) -> bytes:
    return gzip.compress(delimited(header, rows), mtime=0)


def json_list(header: Cells, rows: Rows) -> bytes:
    return json.dumps(_objects(header, rows)).encode()


def json_lines(header: Cells, rows: Rows) -> bytes:
    return "\n".join(json.dumps(each) for each in _objects(header, rows)).encode()


def parquet(header: Cells, rows: Rows) -> bytes:
    columns = list(zip(*rows, strict=True))
    return parquet_of({name: pa.array(column, pa.string()) for name, column in zip(header, columns, strict=True)})


def parquet_of(columns: dict[str, pa.Array], **how: object) -> bytes:
    target = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), target, **how)
    return target.getvalue().to_pybytes()


def _objects(header: Cells, rows: Rows) -> list[dict[str, str | None]]:
    return [{name: cell or None for name, cell in zip(header, row, strict=True)} for row in rows]
