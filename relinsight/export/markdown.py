"""An insight as markdown for people."""

from __future__ import annotations

import re

from relinsight.export.tables import cells
from relinsight.insights.blocks import Block, Card, Cards, Change, Chart, Insight, KeyFigure, Note, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.exhibit import Line
from relinsight.languages.sentence import Speaker
from relinsight.words.name import contained
from relinsight.words.text import Text, text

MARKS = re.compile(r"([\\`*_{}\[\]()#+\-!|<>~$&=]|(?<=^\d)\.|(?<=^\d\d)\.)")


def as_markdown(insight: Insight, language: str) -> str:
    """The whole answer in words: headings, figures, tables; a chart as the table that says the same."""
    say = Speaker(language, escaped)
    parts = [f"# {say.heading(insight.answer)}", " · ".join(say(line) for line in insight.context)]
    parts += ["\n".join(_bullet(figure, say) for figure in insight.figures)]
    parts += [_block(block, say) for block in insight.blocks if not isinstance(block, KeyFigure)]
    return "\n\n".join(part for part in parts if part) + "\n"


def moved(change: Change, say: Speaker) -> str:
    """By how much a figure changed, with its sign, and since when; a share in points of a hundred."""
    amount = change.points if change.is_share else round(change.amount, 2)
    if not amount:
        return say(text("no change since {day}", day=change.since))
    return ("+" if amount > 0 else "") + say(text("{change} since {day}", change=amount, day=change.since))


def escaped(name: str) -> str:
    """A name on one line, with a backslash before each mark that markdown reads."""
    return MARKS.sub(r"\\\1", contained(" ".join(name.split())))


def _bullet(figure: KeyFigure, say: Speaker) -> str:
    value = figure.value or figure.unknown or text("unknown")
    parts = [f"- **{say(figure.label)}**: {say(value)}"]
    if figure.change:
        parts.append(moved(figure.change, say))
    if figure.aside:
        parts.append(say(figure.aside))
    if figure.n is not None:
        parts.append(say(text("n = {n}", n=figure.n)))
    return ", ".join(parts)


def _block(block: Block, say: Speaker) -> str:
    match block:
        case Table() | Chart():
            return _section(block, say)
        case Cards():
            return _titled(block.title, [_card(card, say) for card in block.cards] or [say(block.none)], say)
        case Note():
            return _titled(block.title, [f"- {say(line)}" for line in block.lines], say)
        case KeyFigure():
            return _bullet(block, say)


def _titled(title: Text | None, lines: list[str], say: Speaker) -> str:
    return "\n".join([f"## {say.heading(title)}", "", *lines] if title else lines)


def _card(card: Card, say: Speaker) -> str:
    return f"- **{say(card.name)}** ({say(card.badge)}): {say(card.reason)} → {say(card.step)}"


def _section(block: Table | Chart, say: Speaker) -> str:
    lines = _grid(block.columns, block.rows, say) if block.rows else [say(block.none)]
    return _titled(block.title, [*lines, *(["", say(block.caption)] if block.caption else [])], say)


def _grid(columns: tuple[TableColumn, ...], rows: tuple[Line, ...], say: Speaker) -> list[str]:
    lines = ["| " + " | ".join(say(column.label) for column in columns) + " |", "|" + " --- |" * len(columns)]
    return lines + ["| " + " | ".join(cells(row, columns, say)) + " |" for row in rows]
