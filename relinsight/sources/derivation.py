"""Columns that a profile makes out of others: joined, mapped, split, or the mark of a row that counts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from relinsight.records.cells import bare
from relinsight.records.notation import SEVERAL
from relinsight.sources.arrow import Array, Batch, arrow, compute
from relinsight.sources.profile import Condition, Source
from relinsight.sources.sheet import Sheet, schema

MARK = "1"
ID_LENGTH = 16


@dataclass(frozen=True)
class Derived:
    """A new column: from which columns, and what becomes of their texts."""

    columns: tuple[int, ...]
    make: Callable[[Sequence[str | None]], str | None]


def extended(sheet: Sheet, derived: Sequence[tuple[str, Derived]]) -> Sheet:
    """The sheet with the columns that a profile makes behind its own."""
    if not derived:
        return sheet
    header = (*sheet.header, *(name for name, _ in derived))

    def batches() -> Iterator[Batch]:
        for part in sheet.batches():
            new = [_made(part, each) for _, each in derived]
            yield arrow.RecordBatch.from_arrays([*part.columns, *new], schema=schema(len(header)))

    return replace(sheet, header=header, batches=batches)


def making(source: Source, missing: Sequence[str]) -> Callable[[Sequence[str | None]], str | None]:
    """What a profile does with the texts of a field's columns."""
    left_out = {*missing, *source.missing}
    words = {spelled_alike(word): meaning for word, meaning in reversed(list(source.map.items()))}

    def make(cells: Sequence[str | None]) -> str | None:
        kept = [cell for each in cells if (cell := bare(each or "")) is not None and cell not in left_out]
        joined = source.join.join(kept) or None
        found = _extracted(joined, source.extract)
        pieces = [_mapped(piece, source, words) for piece in _pieces(found, source)]
        said = SEVERAL.join(piece for piece in pieces if piece) or None
        return hashlib.sha256(said.encode()).hexdigest()[:ID_LENGTH] if said and source.hashed else said

    return make


def spelled_alike(word: str) -> str:
    """A word as it is compared with others: in any case, with any blanks."""
    return " ".join(word.split()).casefold()


def marking(
    header: Mapping[str, int], drop: Sequence[Condition], when: Sequence[Condition], missing: Mapping[str, Collection[str]]
) -> tuple[tuple[int, ...], Callable[[Sequence[str | None]], str | None]]:
    """The columns that decide whether a row counts, and the mark of one that does."""
    conditions = (*drop, *when)
    columns = tuple(header[each.column] for each in conditions)

    def make(cells: Sequence[str | None]) -> str | None:
        holds = [_holds(each, bare(cell or ""), missing.get(each.column, ())) for each, cell in zip(conditions, cells, strict=True)]
        return MARK if not any(holds[: len(drop)]) and all(holds[len(drop) :]) else None

    return columns, make


def _made(part: Batch, derived: Derived) -> Array:
    """One text a row, worked out once for each different combination of texts."""
    if len(derived.columns) == 1:
        coded = part.column(derived.columns[0] + 1).dictionary_encode(null_encoding="encode")
        made = arrow.array([derived.make([word]) for word in coded.dictionary.to_pylist()], arrow.string())
        return compute.take(made, coded.indices)
    columns = [part.column(at + 1).to_pylist() for at in derived.columns]
    rows = zip(*columns, strict=True) if columns else (() for _ in range(part.num_rows))
    return arrow.array([derived.make(row) for row in rows], arrow.string())


def _extracted(cell: str | None, pattern: str | None) -> str | None:
    if cell is None or pattern is None:
        return cell
    found = re.search(pattern, cell)
    return found.group(1 if found.re.groups else 0) if found else None


def _pieces(cell: str | None, source: Source) -> list[str]:
    if cell is None:
        return [] if source.otherwise is None else [source.otherwise]
    marks = "|".join(re.escape(mark) for mark in source.split)
    pieces = [piece.strip() for piece in re.split(marks, cell)] if marks else [cell]
    return [piece for piece in pieces if piece and not (source.omit and re.search(source.omit, piece))]


def _mapped(piece: str, source: Source, words: Mapping[str, str]) -> str | None:
    meaning = source.map.get(piece, words.get(spelled_alike(piece)))
    if meaning is not None:
        return meaning or None
    return source.otherwise if source.otherwise is not None else piece


def _holds(condition: Condition, cell: str | None, missing: Collection[str]) -> bool:
    is_empty = cell is None or cell in missing
    tests = (
        cell is not None and spelled_alike(cell) in map(spelled_alike, condition.words),
        condition.matches is not None and cell is not None and re.search(condition.matches, cell) is not None,
        condition.empty is not None and is_empty is condition.empty,
    )
    return any(tests) is not condition.negated
