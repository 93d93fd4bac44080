"""An answer of the database as rows of a type: each column a field of the same name, what people wrote as a `Name`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Protocol, Self, TypeVar, get_args, get_type_hints

from relinsight.warehouse.answers import Rows
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


def typed(row: type[R], found: Rows) -> list[R]:
    """Every row of an answer; the columns have to be those of the type."""
    if found.columns != fields(row):
        raise TypeError(f"{row.__name__} has the fields {fields(row)}, its query the columns {found.columns}.")
    named = _named(row)
    make = row._make  # pyright: ignore[reportPrivateUsage]  # the public way to make a NamedTuple of a sequence
    return [make(_with_names(values, named)) for values in found.values] if named else [make(values) for values in found.values]


@cache
def fields(row: type[Typed]) -> tuple[str, ...]:
    """The names of the fields, in their order."""
    return tuple(get_type_hints(row))


@cache
def _named(row: type[Typed]) -> tuple[int, ...]:
    """The places of the fields that hold what people wrote."""
    kinds = get_type_hints(row).values()
    return tuple(place for place, kind in enumerate(kinds) if kind is Name or Name in get_args(kind))


def _with_names(values: tuple[Any, ...], named: tuple[int, ...]) -> list[Any]:
    cells = list(values)
    for place in named:
        if cells[place] is not None:
            cells[place] = Name(cells[place])
    return cells
