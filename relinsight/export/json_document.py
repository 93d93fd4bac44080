"""An insight as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from relinsight.export.numbers import bare
from relinsight.insights.blocks import Insight, Shown
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Days, Names, ShortDay, Spelled
from relinsight.words.text import Text


def as_json(insight: Insight, language: str) -> str:
    """The whole answer as data; each text as the sentence of the language, numbers as numbers."""
    return json.dumps(_data(insight, Speaker(language)), ensure_ascii=False, indent=2)


def _data(value: object, say: Speaker) -> object:
    number = bare(value)
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
    return [_data(part, say) for part in value]


def _object(value: object, say: Speaker) -> object:
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kind = {"block": type(value).__name__.lower()} if isinstance(value, Shown) else {}
    return kind | {field.name: _data(getattr(value, field.name), say) for field in fields(value)}
