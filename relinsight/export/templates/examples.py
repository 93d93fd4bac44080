"""What the line of an example says in each column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from relinsight.export.templates.columns import TemplateColumn
from relinsight.records.kinds import Amount, Day, Number, WholeNumber
from relinsight.records.record import Record
from relinsight.words.name import Name
from relinsight.words.quantities import Money
from relinsight.words.text import Text, text

DAY = date(2026, 3, 2)
AMOUNT = Money(Decimal(12_500))
ROW = Name("1001")
CALLED: Mapping[str, Text | Name] = {
    "cluster": text("Culture and sport"),
    "employee": Name("Sam de Vries"),
    "contact_person": Name("Robin Jansen"),
    "partner": text("Harbour Theatre"),
    "sector": text("Green and climate"),
    "instrument": text("Yearly questions"),
    "topic": text("Housing"),
    "event": text("New Year's reception"),
    "goal": text("Open on Sundays"),
    "review": text("Team meeting of March"),
}
OF_COLUMN: Mapping[str, Name] = {
    "kvk_number": Name("01234567"),
    "email": Name("robin@example.org"),
    "phone": Name("010 000 00 00"),
    "website": Name("https://example.org"),
    "place": Name("Rotterdam"),
}
NUMBERS: Mapping[str, int] = {"year": 2026, "scale_max": 5}
SPOKEN = frozenset({"name", "title"})

Example = Text | Name | Money | date | float


def example(record: type[Record], column: TemplateColumn) -> Example:
    """What a column without words to choose from may say."""
    match column.kind:
        case Day():
            return DAY
        case Amount():
            return AMOUNT
        case WholeNumber(least, most) | Number(least, most):
            return NUMBERS.get(column.name) or least or most or 1
        case _:
            return _words(record, column)


def _words(record: type[Record], column: TemplateColumn) -> Text | Name:
    if column.to is not None:
        return CALLED.get(column.to.table, ROW)
    if column.name in SPOKEN:
        return CALLED.get(record.table, text("Free text"))
    return OF_COLUMN.get(column.name) or (ROW if column.name.endswith("id") else text("Free text"))
