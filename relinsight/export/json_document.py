"""An insight as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from relinsight.access.choices import Sector
from relinsight.export.numbers import number_in
from relinsight.insights.blocks import Chart, Insight, KeyFigure, Shown
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.exhibit import Line, fields_of
from relinsight.insights.exhibits.white_spots import Every
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Days, Names, ShortDay, Spelled
from relinsight.words.text import Text, text


def as_json(insight: Insight, language: str) -> str:
    """The whole answer as data; each text as the sentence of the language, numbers as numbers."""
    return json.dumps(_data(insight, Speaker(language)), ensure_ascii=False, indent=2)


def _data(value: object, say: Speaker) -> object:
    number = number_in(value)
    if number is not None:
        return float(number) if isinstance(number, Decimal) else number
    match value:
        case Text() | Names() | Spelled() | Days() | ShortDay():
            return say(value)
        case date():
            return value.isoformat()
        case Mapping() | tuple() | list():
            return _several(value, say)
        case _:
            return _object(value, say)


def _several(value: Mapping[object, object] | tuple[object, ...] | list[object], say: Speaker) -> object:
    if isinstance(value, Mapping):
        return {str(key): _data(part, say) for key, part in value.items()}
    return _row(value, say) if hasattr(value, "_fields") else [_data(part, say) for part in value]  # pyright: ignore[reportArgumentType]


def _row(row: Line, say: Speaker) -> dict[str, object]:
    """The cells of a row by their names; of a sector its id and how it is called."""
    found: dict[str, object] = {}
    for name in fields_of(row):
        found |= _cell(name, getattr(row, name), say)
    return found


def _cell(name: str, value: object, say: Speaker) -> dict[str, object]:
    match value:
        case Sector():
            return {name: value.id, f"{name}_name": say(value.name)}
        case Every():
            return {name: EVERY, f"{name}_name": say(text("all"))}
        case _:
            return {name: _data(value, say)}


EVERY: Mapping[str, bool] = {"every": True}  # in place of an id, so that no id can be taken for it


def _chart(chart: Chart, say: Speaker) -> dict[str, object]:
    parts = ("name", "title", "rows", "columns", "alt", "caption", "none")
    return {"block": "chart", "kind": chart.exhibit.kind} | {part: _data(getattr(chart, part), say) for part in parts}


def _column(column: TableColumn, say: Speaker) -> dict[str, object]:
    """A column by the name of its cells; that of sectors by the name of how they are called."""
    name = f"{column.name}_name" if column.kind == "sector" else column.name
    return {"name": name, "label": say(column.label), "kind": column.kind}


def _object(value: object, say: Speaker) -> object:
    if isinstance(value, Chart):
        return _chart(value, say)
    if isinstance(value, TableColumn):
        return _column(value, say)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return _kind(value) | {field.name: _data(getattr(value, field.name), say) for field in fields(value)}


def _kind(value: object) -> dict[str, str]:
    """Which block it is: a word that stays the same whatever the type is called in the program."""
    if isinstance(value, KeyFigure):
        return {"block": "figure"}
    return {"block": type(value).__name__.lower()} if isinstance(value, Shown) else {}
