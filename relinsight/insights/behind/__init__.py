"""The rows behind a figure as a table that people read."""

from __future__ import annotations

from collections import namedtuple
from typing import Any

from relinsight.access.reader import Reader
from relinsight.insights.behind.columns import CALLED, RowBehind, cell, columns, partner_called
from relinsight.insights.behind.names import Names, names
from relinsight.insights.blocks import Table
from relinsight.measures import declared
from relinsight.measures.measure import Subject
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import text


def behind(reader: Reader, scope: Scope, measure: str, by: Subject, subject: str) -> Table:
    """The very rows that made one figure: each column under its heading, each value in words."""
    found, known_as = reader.rows_behind(scope, measure, by, subject), declared(measure)
    title = known_as.label if known_as else text("{name}", name=Name(measure))
    if not found:
        return Table("behind", title, (), ())
    fields, known = tuple(found[0]), names(reader, scope)
    line = _line(fields)
    return Table("behind", title, columns(fields), tuple(line(*_cells(row, fields, known)) for row in found))


def _line(fields: tuple[str, ...]) -> type[Any]:
    """The type of a row: the columns of a fact, which only the figure tells, and how its partner is called."""
    return namedtuple("Line", (*fields, CALLED))  # pyright: ignore[reportUntypedNamedTuple]


def _cells(row: RowBehind, fields: tuple[str, ...], known: Names) -> tuple[object, ...]:
    """The cells of a row, with how its partner is called; the partner itself stays an id, for the way to its dossier."""
    said = (row[field] if field == "partner" else cell(field, row, known) for field in fields)
    return (*said, partner_called(row, known))
