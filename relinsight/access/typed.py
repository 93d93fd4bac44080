"""An answer of the database as rows of a type: each column a field of the same name, what people wrote as a `Name`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Protocol, Self, TypeVar, get_args, get_type_hints

from relinsight.warehouse.answers import AnswerRows
from relinsight.words.name import Name


class Typed(Protocol):
    """A NamedTuple: the columns of a query in their order, each with its type."""

    @classmethod
    def _make(cls, iterable: Iterable[Any], /) -> Self: ...


class OfPartner(Typed, Protocol):
    """A row that speaks of one partner."""

    @property
    def partner(self) -> str:
        """The id of the partner."""
        ...


R = TypeVar("R", bound=Typed)


def typed(row: type[R], found: AnswerRows) -> list[R]:
    """Every row of an answer; the columns have to be those of the type."""
    if found.columns != fields(row):
        raise TypeError(f"{row.__name__} has the fields {fields(row)}, its query the columns {found.columns}.")
    make = row._make  # pyright: ignore[reportPrivateUsage]  # the public way to make a NamedTuple of a sequence
    return [make(values) for values in _with_words(found.values, *_words(row))]


@cache
def fields(row: type[Typed]) -> tuple[str, ...]:
    """The names of the fields, in their order."""
    return tuple(get_type_hints(row))


@cache
def _words(row: type[Typed]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places of the fields that hold words of ours, and of those that hold what people wrote."""
    kinds = [(kind, *get_args(kind)) for kind in get_type_hints(row).values()]
    return tuple(i for i, kind in enumerate(kinds) if str in kind), tuple(i for i, kind in enumerate(kinds) if Name in kind)


class _Once(dict[Any, Any]):
    """The words of one answer: each stands in memory once, however many rows bear it."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__({None: None})
        self.make = make

    def __missing__(self, written: Any) -> str:
        word = self[written] = self.make(written)
        return word


def _with_words(rows: Iterable[tuple[Any, ...]], ours: tuple[int, ...], theirs: tuple[int, ...]) -> Iterator[list[Any]]:
    words, names = _Once(str), _Once(Name)
    for values in rows:
        cells = list(values)
        for place in ours:
            cells[place] = words[cells[place]]
        for place in theirs:
            cells[place] = names[cells[place]]
        yield cells
