"""What a column asks of who fills it in, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.export.templates.columns import TemplateColumn
from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, WholeNumber, YesNo
from relinsight.words.name import Name
from relinsight.words.text import Text, text

OPTIONAL = text("{what}; may stay empty")
NEEDED = text("{what}; needed in each row")

SAID: Mapping[type[Kind], Text] = {
    Day: text("a day"),
    Amount: text("an amount in euro"),
    Listed: text("a word of the list"),
    YesNo: text("yes or no"),
}


def asks(column: TemplateColumn) -> Text:
    """What a column holds, and whether a row needs it."""
    return (NEEDED if column.needed else OPTIONAL).with_values(what=_what(column))


def _what(column: TemplateColumn) -> Text:
    if column.name == "id":
        return text("your own number or code for the row")
    if column.words is not None and column.to is not None:
        return text("a word of the list, or a name of your own that is known")
    if column.to is None:
        return _of_kind(column.kind)
    return text("one or more names or ids that are known, parted by ;") if column.several else text("a name or id that is known")


def _of_kind(kind: Kind) -> Text:
    if isinstance(kind, WholeNumber | Number):
        return _bounds(kind.least, kind.most) or (text("a whole number") if isinstance(kind, WholeNumber) else text("a number"))
    return SAID.get(type(kind), text("text"))


def _bounds(least: float | None, most: float | None) -> Text | None:
    """Between what a number lies; nothing where it has no bounds."""
    if least is None:
        return None
    said = text("a number of {least} or more") if most is None else text("a number from {least} to {most}")
    return said.with_values(least=Name(f"{least:g}"), most=Name(f"{most:g}" if most is not None else ""))
