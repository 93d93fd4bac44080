"""What an answer of a web service says beside its rows: how many there are in all, and where the next page is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from relinsight.sources.headers import squeezed
from relinsight.words.name import Name
from relinsight.words.text import Text, text

NEXT = frozenset({"next", "nextlink", "nextpage", "nexturl", "nextpageurl", "odatanextlink", "volgende", "volgendepagina"})
COUNTS = frozenset(
    {"count", "odatacount", "totalcount", "totalresults", "totalrecords", "totalitems", "totalelements", "totalrows", "numfound", "nhits"}
    | {"aantal", "totaalaantal", "aantalrijen", "aantalresultaten"}
)


def pages_left(file: str, around: Mapping[str, Any], rows: int) -> Iterator[Text]:
    """Say of a file that it holds fewer rows than it speaks of."""
    said = dict(_said(around))
    counted = max((value for name in COUNTS if (value := _whole(said.get(name))) is not None), default=rows)
    if counted > rows:
        yield text(
            "{file}: it says that there are {counted} rows, and {read} were read; see whether the file is whole.",
            file=Name(file),
            counted=counted,
            read=rows,
        )
    elif any(said.get(name) for name in NEXT):
        yield text("{file}: it names a next page, whose rows are not in it; export all pages and import those too.", file=Name(file))


def _said(around: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The names beside the rows with what they say, also within an object such as `meta` or `links`."""
    for name, value in around.items():
        yield from ((squeezed(key), each) for key, each in value.items()) if isinstance(value, dict) else [(squeezed(name), value)]


def _whole(value: Any) -> int | None:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None
