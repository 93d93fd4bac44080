"""An insight as markdown for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from relinsight.export.tables import cells
from relinsight.insights.blocks import Block, Cards, Chart, Column, Figure, Insight, Note, Table
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import Days, Money, Names, OneDecimal, Percent, Score, ShortDay, Spelled
from relinsight.words.text import Text

MARKS = r"\`*_{}[]()#+-!|<>~$&"
SAID = Text | Money | Percent | Score | Days | Names | Spelled | ShortDay | OneDecimal


def as_markdown(insight: Insight, language: str) -> str:
    """The whole answer in words: headings, figures, tables; a chart as the table that says the same."""
    say = Speaker(language, _escaped)
    parts = [f"# {say.heading(insight.answer)}", " · ".join(say(line) for line in insight.context)]
    parts += [_bullet(figure, say) for figure in insight.figures]
    parts += [_block(block, say) for block in insight.blocks if not isinstance(block, Figure)]
    return "\n\n".join(part for part in parts if part) + "\n"


def as_json(insight: Insight, language: str) -> str:
    """The whole answer as data; each text as the sentence of the language, numbers as numbers."""
    return json.dumps(_data(insight, Speaker(language)), ensure_ascii=False, indent=2)


def _bullet(figure: Figure, say: Speaker) -> str:
    parts = [f"- **{say(figure.label)}**: {say(figure.value) if figure.value else say(figure.unknown)}"]
    if figure.change:
        parts.append(f"{figure.change.amount:+g} since {figure.change.since}")
    if figure.n is not None:
        parts.append(f"n = {figure.n}")
    return ", ".join(parts)


def _block(block: Block, say: Speaker) -> str:
    match block:
        case Table() | Chart():
            return _section(block, say)
        case Cards():
            lines = [f"- **{say(c.name)}** ({say(c.badge)}): {say(c.reason)} → {say(c.step)}" for c in block.cards]
            return "\n".join([f"## {say.heading(block.title)}", "", *(lines or [say(block.none)])])
        case Note():
            lines = [f"- {say(line)}" for line in block.lines]
            return "\n".join([f"## {say.heading(block.title)}", "", *lines] if block.title else lines)
        case Figure():
            return _bullet(block, say)


def _section(block: Table | Chart, say: Speaker) -> str:
    lines = [f"## {say.heading(block.title)}", ""]
    lines += _grid(block.columns, block.rows, say) if block.rows else [say(block.none) if block.none else ""]
    return "\n".join([*lines, *(["", say(block.caption)] if block.caption else [])])


def _grid(columns: tuple[Column, ...], rows: tuple[Mapping[str, Any], ...], say: Speaker) -> list[str]:
    lines = ["| " + " | ".join(say(column.label) for column in columns) + " |", "|" + " --- |" * len(columns)]
    return lines + ["| " + " | ".join(cells(row, columns, say)) + " |" for row in rows]


def _escaped(name: str) -> str:
    return "".join(f"\\{letter}" if letter in MARKS else letter for letter in " ".join(name.split()))


def _data(value: object, say: Speaker) -> object:  # noqa: PLR0911
    match value:
        case Text() | Names() | Spelled() | Days() | ShortDay():
            return say(value)
        case Money(amount):
            return float(amount)
        case Percent(share):
            return share
        case Score(score) | OneDecimal(score):
            return score
        case Decimal():
            return float(value)
        case date() | datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): _data(part, say) for key, part in value.items()}
        case tuple() | list():
            return [_data(part, say) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        kind = {"block": type(value).__name__.lower()} if isinstance(value, Block) else {}
        return kind | {name: _data(getattr(value, name), say) for name in (field.name for field in fields(value))}
    return value
