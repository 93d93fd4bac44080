"""What every kind of picture is: rows in their order, and what it becomes in a document."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar, Protocol


class Line(Protocol):
    """A row of a block: a NamedTuple whose fields are the cells."""

    @property
    def _fields(self) -> tuple[str, ...]: ...


def fields_of(row: Line) -> tuple[str, ...]:
    """The names of a row's cells."""
    return row._fields  # pyright: ignore[reportPrivateUsage]  # the public way to name the fields of a NamedTuple


class Document(Enum):
    """What a picture becomes in a document: drawn anew by the program that opens it, or a picture with its table."""

    BARS = "bars"
    STACKED_BARS = "stacked bars"
    DOTS = "dots"
    LINES = "lines"
    PICTURE = "a picture with its table"


class Exhibit(Protocol):
    """One kind of picture as data: a frozen type of its own, with the name of the kind."""

    kind: ClassVar[str]
    becomes: ClassVar[Document]

    @property
    def rows(self) -> tuple[Line, ...]:
        """What is shown, in its order."""
        ...
