"""Every number that a heading, caption, card or note says can be found again in rows: of its exhibit, or of the page's partners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from answers import Cells, numbers, on, row_cells
from town import town

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cards, Chart, Insight, KeyFigure, Note, Table
from relinsight.insights.coverage import coverage
from relinsight.insights.exhibits.timeline import Timeline
from relinsight.insights.naming import partner_names
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.relations.in_view import relations
from relinsight.insights.relations.rows import Relation
from relinsight.insights.sectors import sectors
from relinsight.insights.sectors.one_sector import one_sector, sectors_in_view
from relinsight.words.quantities import Money, Score
from relinsight.words.scope import Scope
from relinsight.words.text import Text

# Numbers that a sentence takes from a declared constant, by its exhibit: where a view is low, when two views are apart, the
# limits of silence, the weights of the tiers.
CONSTANTS = {
    "rhythm-and-view": {45, 1.5, 3},
    "both-sides": {12.5},
    "silence": {1.5, 3},
    "chain": {3, 2, 1},
    "dealings": {3, 30},
    "sectors": {3},
}
SCOPES = (
    on("2026-09-30", since="2026-06-30"),
    on("2026-03-31", since="2025-12-31", sectors=("culture", "care")),
    on("2026-09-30", since="2026-06-30", tiers=("C",)),
    on("2026-09-30", since="2026-06-30", clusters=("(none)",)),
    on("2026-09-30", sectors=("nothing",)),
)


def _pages(scope: Scope) -> Iterator[Insight]:
    reader = Reader(town())
    yield from (portfolio(reader, scope), coverage(reader, scope), sectors(reader, scope))
    yield from (one_sector(reader, scope, sector.id) for sector in sectors_in_view(reader, scope))
    for name in list(partner_names(reader, scope))[::6]:
        yield partner(reader, replace(scope, partner=name))


def _plain(value: object) -> object:
    match value:
        case Score(number):
            return round(number)
        case Money(amount):
            return float(amount)
        case float():
            return round(value, 9)
        case _:
            return value


SHOWN = str | int | float | bool | Score | Money | date | None


def countable(rows: tuple[Cells, ...]) -> set[float]:
    """Every number that can be read off rows, rounded too, or counted or added up by one value."""
    plain = [{name: _plain(value) for name, value in row.items() if isinstance(value, SHOWN)} for row in rows]
    found: set[float] = {0, 1, len(rows)}
    for name in {name for row in plain for name in row}:
        values = [row.get(name) for row in plain]
        times = Counter(values)
        known = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
        found |= {*times.values(), len(times), *known, *map(round, known), sum(known), len(known)}
        found |= {len(rows) - n for n in (*times.values(), len(known))}
    return found


def _cells(block: Table | Chart) -> tuple[Cells, ...]:
    return tuple(map(row_cells, block.rows))


def _drawn(block: Table | Chart) -> set[float]:
    """How long each stretch of a timeline is, and how many of them are late."""
    spans = block.exhibit.stretches if isinstance(block, Chart) and isinstance(block.exhibit, Timeline) else ()
    return {(end - start).days for start, end, _ in spans} | {sum(1 for *_, late in spans if late)}


def _covered(block: Table | Chart) -> set[float]:
    """The share that the chain covers, plain and with a partner of tier A counting three times, one of B twice."""
    third = _cells(block)[2::5] if block.name == "chain" else ()
    plain = {"A": 1, "B": 1, "C": 1}
    return {_weighted(third, weights) for weights in (plain, {"A": 3, "B": 2, "C": 1}) if third and "tier" in third[0]["group"].arguments}


def _weighted(links: tuple[Cells, ...], weights: dict[str, int]) -> float:
    weight = [weights[str(row["group"].arguments["tier"])] for row in links]
    kept, total = (sum(w * row[part] for w, row in zip(weight, links, strict=True)) for part in ("kept", "total"))
    return round(kept / total, 9)


def _rest(block: Table | Chart, exhibits: list[Table | Chart], everybody: int) -> set[float]:
    """How many partners are in no row of the one sector that is open."""
    return {everybody - len(own.rows) for own in exhibits if own.name == "silence"} if block.name == "links" else set()


def _promised(exhibits: list[Table | Chart]) -> set[float]:
    """What a partner was promised, as the rows of its promises say it: a heading says how much longer it is silent."""
    rows = (row for block in exhibits if block.name == "promises" for row in _cells(block))
    return {n for row in rows if isinstance(row["promise"], Text) for n in numbers(row["promise"])}


def _changed(scope: Scope) -> int:
    """How many of the partners in view stand otherwise than on the earlier day, of which the list names at most seven."""
    in_view = relations(Reader(town()), scope)
    return sum(_differs(row, in_view.before[row.partner]) for row in in_view.now if row.partner in in_view.before)


def _differs(row: Relation, earlier: Relation) -> bool:
    lost = (earlier.owner and not row.owner) or (earlier.ties and not row.ties)
    goals = row.goals_late > earlier.goals_late or row.goals_endorsed > earlier.goals_endorsed
    moved = row.state != earlier.state and "not_promised" not in (row.state, earlier.state)
    return bool(lost or goals or moved or row.uncovered != earlier.uncovered)


def _sentences(insight: Insight) -> Iterator[tuple[str, Text, set[float]]]:
    """Each sentence with a number, its exhibit, and the numbers that its rows hold."""
    exhibits = [block for block in insight.blocks if isinstance(block, Table | Chart)]
    whole = countable(tuple(row for block in exhibits for row in _cells(block))).union(*(countable(_cells(block)) for block in exhibits))
    shown = {n for figure in insight.figures if figure.value for n in numbers(figure.value)}
    whole |= shown | {longer - promised for longer in shown for promised in _promised(exhibits)}
    everybody = len(Reader(town()).partners(Relation, "relations", insight.scope))
    whole |= {everybody, *([_changed(insight.scope)] if insight.page == "portfolio" else [])}
    yield from (("answer", said, whole) for said in (insight.answer, *insight.context))
    for block in insight.blocks:
        match block:
            case Table() | Chart():
                said = (block.title, *([block.caption] if block.caption else []))
                own = _drawn(block) | _covered(block) | _rest(block, exhibits, everybody) | CONSTANTS.get(block.name, set())
                yield from ((block.name, each, whole | own) for each in said)
            case Cards():
                yield from ((block.name, said, whole) for card in block.cards for said in (card.reason,))
            case Note():
                yield from ((block.name, line, whole) for line in block.lines)
            case KeyFigure():
                pass


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_every_number_of_a_sentence_can_be_found_in_rows(scope: Scope) -> None:
    said = [(name, message, known) for insight in _pages(scope) for name, message, known in _sentences(insight)]
    assert said
    assert [(name, message, n) for name, message, known in said for n in numbers(message) if n not in known] == []


def test_the_net_is_tight_enough_to_catch_a_number_that_is_wrong() -> None:
    (found,) = [page for page in _pages(SCOPES[0]) if page.page == "portfolio"]
    known = next(known for _, _, known in _sentences(found))
    assert sum(1 for n in range(2, 202) if n in known) < 100
