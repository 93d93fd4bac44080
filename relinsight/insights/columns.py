"""The columns of a table: which field of a row each shows, and how its cells are written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from relinsight.access.choices import Sector
from relinsight.insights.exhibits.exhibit import Line, fields_of
from relinsight.words.name import Name
from relinsight.words.quantities import Money, OneDecimal, Percent, Score
from relinsight.words.text import Text

ColumnKind = Literal["words", "sentence", "short", "number", "score", "money", "day", "partner", "sector", "tick", "share", "part", "ratio"]
Cell: TypeAlias = "Text | Name | Sector | Money | Percent | Score | OneDecimal | Decimal | date | int | float | bool | None"


@dataclass(frozen=True)
class TableColumn:
    """One column of a table: the field of a row that it shows, how it is called and how its cells are written."""

    name: str
    label: Text
    kind: ColumnKind = "words"

    def cell(self, row: Line) -> Cell:
        """What it shows of a row."""
        return getattr(row, self.name)

    def partner(self, row: Line) -> str:
        """The id of the partner to whose dossier a cell of this column leads."""
        return getattr(row, "partner")  # noqa: B009  # a row whose column is a partner has the field; the type of rows is open


def check_columns(columns: Iterable[TableColumn], rows: tuple[Line, ...]) -> None:
    """Refuse a column that shows a field which the rows do not have."""
    known = set(fields_of(rows[0])) if rows else None
    lacking = [column.name for column in columns if known is not None and column.name not in known]
    if lacking or (known is not None and any(column.kind == "partner" for column in columns) and "partner" not in known):
        raise AttributeError(f"{type(rows[0]).__name__} has no field {', '.join(lacking) or 'partner'}.")
