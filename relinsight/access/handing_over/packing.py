"""What goes over the line: JSON in which each value that JSON does not know is an object with one key, its kind.

The kinds are a closed list of plain values. Nothing that arrives can name anything else, so nothing that arrives can run code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from relinsight.warehouse.answers import AnswerRows
from relinsight.words.name import Name

# Each class that may travel, and the module that has it: loaded when one of them does.
CLASSES: Mapping[str, str] = {
    "About": "relinsight.warehouse.importing.remark",
    "AboutMoney": "relinsight.words.quantities",
    "Changed": "relinsight.warehouse.matches.deciding",
    "ChangedRow": "relinsight.warehouse.importing.preview",
    "ChangedRows": "relinsight.warehouse.importing.preview",
    "ColumnRead": "relinsight.warehouse.importing.preview",
    "Days": "relinsight.words.quantities",
    "DaysOf": "relinsight.warehouse.importing.report",
    "Decided": "relinsight.warehouse.matches.deciding",
    "Decisions": "relinsight.warehouse.matches.deciding",
    "FileReport": "relinsight.warehouse.importing.report",
    "Finding": "relinsight.warehouse.checks",
    "ImportOptions": "relinsight.warehouse.importing.options",
    "ImportReport": "relinsight.warehouse.importing.report",
    "Made": "relinsight.warehouse.importing.report",
    "Match": "relinsight.warehouse.matches.match",
    "Merge": "relinsight.warehouse.matches.merging",
    "Money": "relinsight.words.quantities",
    "Names": "relinsight.words.quantities",
    "NearPartner": "relinsight.warehouse.importing.report",
    "OneDecimal": "relinsight.words.quantities",
    "Origin": "relinsight.warehouse.matches.match",
    "Percent": "relinsight.words.quantities",
    "Preview": "relinsight.warehouse.importing.preview",
    "Rejected": "relinsight.warehouse.quarantine",
    "RejectedFor": "relinsight.warehouse.importing.report",
    "Remark": "relinsight.warehouse.importing.remark",
    "Score": "relinsight.words.quantities",
    "ShortDay": "relinsight.words.quantities",
    "Span": "relinsight.warehouse.importing.report",
    "Spelled": "relinsight.words.quantities",
    "State": "relinsight.warehouse.matches.match",
    "Stretch": "relinsight.warehouse.importing.preview",
    "Text": "relinsight.words.text",
    "Undone": "relinsight.warehouse.undoing",
    "Waiting": "relinsight.warehouse.importing.report",
}
AS_IT_IS = (str, int, float, bool, type(None))


class UnknownKindError(ValueError):
    """A value of a kind that does not travel."""


def packed(value: object) -> bytes:
    """A value as it goes over the line."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(line: bytes) -> Any:
    """A value as it was before it went over the line."""
    return json.loads(line.decode("utf-8", "surrogatepass"), object_hook=_made)


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in AS_IT_IS:
        return value
    if kind is list:
        return _each(value)
    write = WRITTEN.get(kind)
    return {kind.__name__: write(value)} if write else _of_class(value)


def _each(values: Any) -> list[Any]:
    return [value if type(value) in AS_IT_IS else _plain(value) for value in values]


def _of_class(value: Any) -> dict[str, Any]:
    if isinstance(value, Path):
        return {"Path": str(value)}
    kind = type(value)
    if CLASSES.get(kind.__name__) != kind.__module__:
        raise UnknownKindError(f"{kind.__module__}.{kind.__qualname__} does not travel.")
    return {kind.__name__: value.value if isinstance(value, Enum) else _each(getattr(value, f.name) for f in fields(value))}


WRITTEN: Mapping[type, Callable[[Any], Any]] = {
    tuple: _each,
    dict: lambda value: [_each(pair) for pair in value.items()],
    Name: str,
    date: date.isoformat,
    datetime: datetime.isoformat,
    Decimal: str,
    AnswerRows: lambda value: [list(value.columns), [_each(row) for row in value.values]],
}
MADE: Mapping[str, Callable[[Any], object]] = {
    "tuple": tuple,
    "dict": dict,
    "Name": Name,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "Decimal": Decimal,
    "Path": Path,
    "AnswerRows": lambda value: AnswerRows(tuple(value[0]), tuple(map(tuple, value[1]))),
}


def _made(written: dict[str, Any]) -> object:
    if len(written) != 1:
        raise UnknownKindError("A value of more than one kind.")
    ((kind, value),) = written.items()
    if make := MADE.get(kind):
        return make(value)
    made = _class(kind)
    return made(value) if issubclass(made, Enum) else made(*value)


@cache
def _class(kind: str) -> type[Any]:
    if kind not in CLASSES:
        raise UnknownKindError(f"{kind} does not travel.")
    return getattr(import_module(CLASSES[kind]), kind)
