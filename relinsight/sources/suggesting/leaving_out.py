"""Rows that are no rows: the line under the header, and the line under the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.toml import Source

UNDERLINE = re.compile(r"^[-=_–—*]{3,}$")
FOOTER = re.compile(
    r"^\(?[0-9][0-9.,]* (rows?|rijen|regels|records?|resultaten|results|items)\b.*$"
    r"|^(bron|source|totaal|total|totals|subtotaal|aantal)\b.{0,60}$"
    r"|^(export|geëxporteerd|gegenereerd|generated|exported|printed|afgedrukt|laatst bijgewerkt|peildatum|stand per)\b.{0,80}$"
    r"|^(confidential|vertrouwelijk|copyright)\b.{0,80}$",
    re.IGNORECASE,
)
FEW = 3


def left_out(columns: Sequence[Column]) -> Iterator[tuple[Source, str]]:
    """The conditions of rows that are not read, each with its reason."""
    for column in columns:
        if column.counts and any(UNDERLINE.match(word) for word in list(column.counts)[:1]):
            yield {"column": column.header, "matches": "^[-=_–—*]{3,}$"}, "the line under the header is no row"
            break
    if columns:
        yield from _footers(columns[0], columns[1:])


def _footers(first: Column, others: Sequence[Column]) -> Iterator[tuple[Source, str]]:
    lines = [word for word in first.counts if FOOTER.match(word) and first.counts[word] == 1]
    if lines and len(lines) <= FEW and others and first.different > len(lines):
        yield {"column": first.header, "is": lines}, "a line under the table is no row"
