"""Ask a page of a small city, and read what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from warehouse_from import warehouse_from

from relinsight.access.choices import Sector
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Block, Cards, Chart, Insight, KeyFigure, Note, Table
from relinsight.insights.exhibits.exhibit import Exhibit, Line, fields_of
from relinsight.insights.exhibits.white_spots import ALL, Every
from relinsight.languages.sentence import Speaker
from relinsight.warehouse.connection import Warehouse
from relinsight.words.name import Name
from relinsight.words.quantities import Days, OneDecimal, Percent, Score, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

Page = Callable[[Reader, Scope], Insight]
Cells = dict[str, Any]
SAY = Speaker("en")


def on(day: str, since: str | None = None, **filters: object) -> Scope:
    """The request of a day, as text."""
    return Scope(date.fromisoformat(day), date.fromisoformat(since) if since else None, **filters)  # type: ignore[arg-type]


def asked(page: Page, city: str | Warehouse, scope: Scope) -> Insight:
    """What a page says of a city, written as a small table or made before."""
    return page(Reader(_made(city) if isinstance(city, str) else city), scope)


@lru_cache(maxsize=32)
def _made(city: str) -> Warehouse:
    """The database of a small city, made once: a page only reads it."""
    return warehouse_from(city)


def heading(insight: Insight) -> str:
    """The answer as it stands on the page."""
    return SAY.heading(insight.answer)


def context(insight: Insight) -> list[str]:
    """The small line above the answer."""
    return [SAY(line) for line in insight.context]


def block(insight: Insight, name: str) -> Block:
    """One exhibit by its name."""
    return next(b for b in insight.blocks if not isinstance(b, KeyFigure) and b.name == name)


def title(insight: Insight, name: str) -> str:
    """The heading of one exhibit."""
    found = block(insight, name)
    assert not isinstance(found, KeyFigure)
    assert found.title
    return SAY.heading(found.title)


def rows(insight: Insight, name: str) -> tuple[Cells, ...]:
    """The rows of the table of one exhibit."""
    found = block(insight, name)
    assert isinstance(found, (Table, Chart))
    return tuple(map(row_cells, found.rows))


def exhibit(insight: Insight, name: str) -> Exhibit:
    """What one picture shows."""
    found = block(insight, name)
    assert isinstance(found, Chart)
    return found.exhibit


def row_cells(row: Line) -> Cells:
    """The cells of a row by name; of a sector its id (nothing: none), and how it is called beside it."""
    found: Cells = {}
    for name in fields_of(row):
        value = getattr(row, name)
        found |= {name: value.id, f"{name}_name": value.name} if isinstance(value, Sector) else {name: value}
        found |= {f"{name}_name": text("all")} if isinstance(value, Every) and name == "sector" else {}
    return found


def spot(row: Cells) -> tuple[object, object]:
    """The sector and the cluster of a row of the map; `all` of a total, which is no id."""
    return tuple("all" if row[name] is ALL else row[name] for name in ("sector", "cluster"))  # type: ignore[return-value]


def cells(insight: Insight, name: str, columns: str) -> list[tuple[object, ...]]:
    """These columns of an exhibit's rows, as they are said; numbers and days as they are."""
    return [tuple(_cell(row[column]) for column in columns.split()) for row in rows(insight, name)]


def _cell(value: object) -> object:
    return SAY(value) if isinstance(value, (Text, Name)) else value


def cards(insight: Insight, name: str) -> list[tuple[str, str, str, str]]:
    """Whom the cards name, at which tier, why, and what to do."""
    found = block(insight, name)
    assert isinstance(found, Cards)
    return [(SAY(c.name), SAY(c.badge), SAY(c.reason), SAY(c.step)) for c in found.cards]


def lines(insight: Insight, name: str) -> list[str]:
    """The sentences of a note."""
    found = block(insight, name)
    assert isinstance(found, Note)
    return [SAY(line) for line in found.lines]


def figures(insight: Insight) -> dict[str, str]:
    """The figures at the top by their measure: their value, or why there is none."""
    return {f.measure: SAY(f.value or f.unknown or text("unknown")) for f in insight.figures}


def changes(insight: Insight) -> dict[str, float | None]:
    """How much each figure moved; nothing where that cannot be said."""
    return {f.measure: f.change.amount if f.change else None for f in insight.figures}


def numbers(message: Text) -> list[float]:
    """Every number that a sentence says, in its order."""
    return [*_numbers(message)]


def _numbers(value: object) -> Iterator[float]:
    match value:
        case Text():
            pattern = value.message if value.many is None or value.count == 1 else value.many
            said = [(name, inner) for name, inner in value.values if f"{{{name}}}" in pattern]
            for _, inner in sorted(said, key=lambda pair: pattern.find(f"{{{pair[0]}}}")):
                yield from _numbers(inner)
        case Score(number):
            yield round(number)
        case Spelled(number) | Days(number) | OneDecimal(number):
            yield number
        case Percent(share):
            yield round(share, 9)
        case bool():
            return
        case int() | float():
            yield value
