"""Read JSON: an array of objects, one object a line, or an object that holds such an array."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from relinsight.records.notation import SEVERAL
from relinsight.sources.arrow import Batch
from relinsight.sources.digits import unmistakable
from relinsight.sources.encodings import encoding, storable, texts
from relinsight.sources.headers import squeezed
from relinsight.sources.heading import LOOKED_AT, names_known
from relinsight.sources.pages import pages_left
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import BATCH, Sheet, batch
from relinsight.words.name import Name
from relinsight.words.text import Text, text

Object = dict[str, Any]
MOST_LETTERS = 64_000_000


class _BrokenError(ValueError):
    """Text that is no JSON of objects."""


class _Doubled(dict[str, Any]):
    """An object in which a name says two things."""

    twice: str


class _ContradictionError(Exception):
    """A row in which a name says two things."""

    def __init__(self, name: str, row: int) -> None:
        self.name, self.row = name, row


def read_json(path: Path, letters: str | None = None) -> Sheet:
    """The objects of a JSON file as rows; the header holds every name that occurs."""
    reading = _Reading(path, letters or encoding(path))
    try:
        header = reading.header()
    except (_BrokenError, RecursionError) as error:
        raise ImportRefused(
            text(
                "{file} is not JSON of rows: it must be a list of objects, or one object on each line.",
                file=Name(path.name),
            )
        ) from error
    except _ContradictionError as error:
        raise ImportRefused(
            text(
                "{file}: two values of row {row} are called {name} and differ; give them names of their own, or take one of them out.",
                file=Name(path.name),
                name=Name(error.name),
                row=error.row,
            )
        ) from error
    except _TooLongError as error:
        raise ImportRefused(
            text(
                "{file} holds one value of more than {n} million letters; write one object on each line instead.",
                file=Name(path.name),
                n=MOST_LETTERS // 1_000_000,
            )
        ) from error
    if not header:
        raise ImportRefused(text("{file} holds no rows; export it again, or choose another file.", file=Name(path.name)))
    return Sheet(path, None, header, lambda: reading.batches(header), first_row=1, nested=True, warnings=reading.warnings)


@dataclass
class _Reading:
    """The objects of one file, in pieces; what stands around them, and how many there are."""

    path: Path
    letters: str
    around: Object = field(default_factory=dict[str, Any])
    rows: int = 0

    def header(self) -> tuple[str, ...]:
        """Every name that an object has, in the order in which they first occur."""
        names = dict[str, None]()
        for row, each in enumerate(self.objects(), 1):
            if isinstance(each, _Doubled):
                raise _ContradictionError(each.twice, row)
            names |= dict.fromkeys(each)
            self.rows = row
        return tuple(names)

    def warnings(self) -> tuple[Text, ...]:
        """That the file is one page of several, as the answer of a web service may be."""
        return tuple(pages_left(self.path.name, self.around, self.rows))

    def batches(self, header: Sequence[str]) -> Iterator[Batch]:
        """The objects as rows of texts, numbered from 1."""
        objects, first = self.objects(), 1
        while part := list(islice(objects, BATCH)):
            rows = [[_as_text(each.get(name)) for name in header] for each in part]
            yield batch(rows, range(first, first + len(rows)), len(header))
            first += len(rows)

    def objects(self) -> Iterator[Object]:
        """The objects one after another, without keeping the file in memory."""
        stream = _Stream(texts(self.path, self.letters))
        start = stream.peek()
        if start == "[":
            yield from _elements(stream)
        elif start:
            yield from self._flattened(stream)

    def _flattened(self, stream: _Stream) -> Iterator[Object]:
        """Objects line by line; a lone object may hold the list of rows."""
        first = _object(stream.value())
        if stream.peek():
            yield first
            while stream.peek():
                yield _object(stream.value())
            return
        lists = [value for value in first.values() if isinstance(value, list) and value and all(isinstance(v, dict) for v in value)]
        if not lists and first and all(isinstance(value, dict | list) for value in first.values()):
            raise _BrokenError("The table is written by column.")
        if len(lists) != 1 or _is_row(first, lists[0]):
            yield first
            return
        self.around = {name: value for name, value in first.items() if value is not lists[0]}
        yield from map(_object, lists[0])


class _TooLongError(ValueError):
    """One value that is longer than memory should hold."""


class _Stream:
    """Text that is taken piece by piece while JSON values are read from its start."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces, self._text, self._at = pieces, "", 0
        self._decoder = json.JSONDecoder(parse_float=unmistakable, parse_int=str, parse_constant=_constant, object_pairs_hook=_paired)

    def peek(self) -> str:
        """The next sign that is no blank, or nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n\ufeff":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def skip(self) -> None:
        """Step over one sign."""
        self._at += 1

    def value(self) -> Any:
        """The next JSON value."""
        while True:
            try:
                found, self._at = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._twice():
                    raise _BrokenError(str(error)) from error
            else:
                return found

    def _twice(self) -> bool:
        """Take in as much text again as is there: a long value is not read anew for each piece."""
        held = len(self._text) - self._at
        if held > MOST_LETTERS:
            raise _TooLongError
        found = self._more()
        while found and len(self._text) < 2 * held and self._more():
            pass
        return found

    def _more(self) -> bool:
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._text, self._at = self._text[self._at :] + piece, 0
        return True


def _elements(stream: _Stream) -> Iterator[Object]:
    stream.skip()
    while (sign := stream.peek()) != "]":
        if not sign:
            raise _BrokenError("The list does not end.")
        if sign == ",":
            stream.skip()
        else:
            yield _object(stream.value())
    stream.skip()
    if stream.peek():
        raise _BrokenError("There is more behind the list.")


def _is_row(outer: Object, rows: Sequence[Object]) -> bool:
    """Whether a lone object is itself the row: it has an id, and says as much that we know as the objects within it."""
    own = [name for name, value in outer.items() if not isinstance(value, list | dict)]
    within = max(names_known(list(row)) for row in rows[:LOOKED_AT])
    return names_known(own) >= max(within, 2) and "id" in map(squeezed, own)


def _object(value: Any) -> Object:
    if not isinstance(value, dict):
        raise _BrokenError("A row is not an object.")
    found: Object = {storable(name): each for name, each in value.items()}
    return _doubled(found, value.twice) if isinstance(value, _Doubled) else found


def _doubled(found: Object, name: str) -> _Doubled:
    doubled = _Doubled(found)
    doubled.twice = storable(name)
    return doubled


def _as_text(value: Any) -> str | None:
    if isinstance(value, str):
        return storable(value)
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return SEVERAL.join(said for each in value if (said := _as_text(each)))
    return storable(json.dumps(value, ensure_ascii=False))


def _constant(word: str) -> str | None:
    """What some programs write and JSON does not know: NaN is missing; an infinity is none, and is left to who reads the cell."""
    return None if word == "NaN" else word


def _paired(pairs: list[tuple[str, Any]]) -> Object:
    """An object of its names and values."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = next((name for name, value in pairs if found[name] != value), None)
    return found if twice is None else _doubled(found, twice)
