"""No sentence says more than the rows do: each number in a heading is computed anew from the exhibit below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from answers import SAY, Cells, block, numbers, on, rows, spot, title
from town import town

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Insight, KeyFigure
from relinsight.insights.coverage import coverage
from relinsight.insights.naming import partner_names
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.relations.rows import Relation
from relinsight.insights.sectors import sectors
from relinsight.insights.sectors.one_sector import one_sector, sectors_in_view
from relinsight.words.quantities import Names
from relinsight.words.scope import Scope

LATE = ("cooling", "dormant", "lost", "never")
AGREE = 12.5
SECTORS = ("care", "culture", "maritime", "developers", "residents", "entrepreneurs", "sport", "(none)")


TOWN_SCOPES: dict[str, Scope] = {
    "town": on("2026-09-30", since="2026-06-30"),
    "town on another day": on("2026-03-31", since="2025-12-31"),
    "town before anything": on("2024-02-29", since="2024-01-01"),
    "town without account manager": on("2026-09-30", since="2026-06-30", account_managers=("(none)",)),
    **{f"town {sector}": on("2026-09-30", since="2026-03-31", sectors=(sector,)) for sector in SECTORS},
    **{f"town {tier}": on("2026-09-30", since="2026-03-31", tiers=(tier,)) for tier in "ABC"},
}
DEMO_SCOPES: dict[str, dict[str, tuple[str, ...]]] = {
    "demo": {},
    "demo A": {"tiers": ("A",)},
    "demo B C": {"tiers": ("B", "C")},
    "demo culture sport": {"sectors": ("culture", "sport")},
    "demo no owner": {"account_managers": ("(none)",)},
}


@pytest.fixture(params=[*TOWN_SCOPES, *DEMO_SCOPES])
def city(request: pytest.FixtureRequest) -> tuple[Reader, Scope]:
    if request.param in TOWN_SCOPES:
        return Reader(town()), TOWN_SCOPES[request.param]
    scope: Scope = request.getfixturevalue("demo_scope")
    return Reader(request.getfixturevalue("demo")), replace(scope, **DEMO_SCOPES[request.param])


def said(insight: Insight, name: str) -> list[float]:
    found = block(insight, name)
    assert not isinstance(found, KeyFigure)
    assert found.title
    return numbers(found.title)


def count(found: tuple[Cells, ...], **wanted: object) -> int:
    return sum(1 for row in found if all(row[name] == value for name, value in wanted.items()))


def test_the_portfolio(city: tuple[Reader, Scope]):
    found = portfolio(*city)
    all_, cards = rows(found, "partners"), block(found, "to-talk-about").cards
    waiting = sum(1 for row in all_ if row["tier"] == "A" and row["state"] in LATE)
    promised = [row for row in all_ if row["promised"] is not None]
    kept = [count(all_, state="in_time"), len(promised)] if len(promised) > 1 else []
    assert numbers(found.answer) == [*kept, *([waiting] if waiting else [])]
    assert len(promised) != 1 or ("keeps it" in SAY(found.answer)) == bool(count(all_, state="in_time"))
    assert not promised or found.figures[0].n == len(promised)
    assert said(found, "partners") == ([len(all_)] if len(all_) > 1 else [])
    assert {card.partner for card in cards} <= {row["partner"] for row in all_ if row["tier"] in "AB"}


def test_the_picture_of_the_portfolio(city: tuple[Reader, Scope]):
    found = portfolio(*city)
    dots = rows(found, "rhythm-and-view")
    low = [row for row in dots if row["view"] is not None and row["view"] < 45]
    silent = [row for row in low if row["state"] in LATE]
    expected = [len(low), 45, *([len(silent)] if silent and len(low) > 1 else [])] if low else []
    if any(row["view"] is not None for row in dots):
        assert said(found, "rhythm-and-view") == (expected or [45])


def test_what_changed(city: tuple[Reader, Scope]):
    reader, scope = city
    assert scope.since
    now, before = (
        {row.partner: row.uncovered for row in reader.partners(Relation, "relations", asked.on(day))}
        for asked, day in ((scope, scope.as_of), (scope.unfiltered(), scope.since))
    )
    stayed = [(before[name], now[name]) for name in now.keys() & before.keys()]
    gained, lost = sum(b and not n for b, n in stayed), sum(n and not b for b, n in stayed)
    assert said(portfolio(*city), "changes") == [gained, lost]


def test_the_chain_of_the_portfolio(city: tuple[Reader, Scope]):
    chain = rows(portfolio(*city), "chain")
    assert said(portfolio(*city), "chain") == ([chain[-1]["kept"], chain[0]["total"]] if chain and chain[0]["total"] > 1 else [])
    for earlier, later in pairwise(chain):
        assert later["kept"] == earlier["kept"] - later["lost"]


def test_coverage(city: tuple[Reader, Scope]):
    found = coverage(*city)
    gaps, spots = rows(found, "uncovered"), {spot(row): row for row in rows(found, "white-spots")}
    whole = spots.get(("all", "all"), {"partners": 0, "covered": 0})
    assert whole["partners"] - whole["covered"] == len(gaps)
    several = [len(gaps), whole["partners"]] if gaps else [whole["partners"]]
    assert numbers(found.answer) == (several if whole["partners"] > 1 else [])
    assert said(found, "uncovered") == ([len(gaps)] if gaps else [])
    assert said(found, "steps") == ([len(block(found, "steps").cards)] if gaps else [])
    for part in ("partners", "covered"):
        assert sum(row[part] for key, row in spots.items() if "all" not in key) == whole[part]
    ownerless = spots.get(("all", None), {"partners": 0})["partners"]
    assert set(said(found, "white-spots")) <= {ownerless}


def test_the_chain_breaks_where_the_title_says(city: tuple[Reader, Scope]):
    found = coverage(*city)
    lost: dict[object, int] = {}
    for row in rows(found, "chain"):
        lost[row["link"]] = lost.get(row["link"], 0) + row["lost"]
    said_ = block(found, "chain").title.arguments.get("links", Names(())).names
    most = max(lost.values(), default=0)
    assert list(said_) == ([link for link, n in lost.items() if n == most] if most else [])


def test_silence_is_most_common_where_the_title_says(city: tuple[Reader, Scope]):
    found = coverage(*city)
    share: dict[object, float] = {}
    for tier in {row["tier"] for row in rows(found, "silence")}:
        own = [row for row in rows(found, "silence") if row["tier"] == tier]
        share[tier] = sum(row["partners"] for row in own if row["state"] in LATE) / sum(row["partners"] for row in own)
    title, most = block(found, "silence").title, max(share.values(), default=0)
    worst = [tier for tier, silent in share.items() if silent == most]
    if not most:
        assert title.arguments == {}
    elif len(share) == 1:
        own = rows(found, "silence")
        assert numbers(title) == [sum(row["partners"] for row in own if row["state"] in LATE), sum(row["partners"] for row in own)]
    else:
        assert sorted(title.arguments["tiers"].names) == sorted(worst)


def test_sectors(city: tuple[Reader, Scope]):
    found = sectors(*city)
    dots = rows(found, "sectors")
    measures = {row["measure"] for row in dots}
    last: dict[object, int] = {}
    for measure in measures:
        known = [row for row in dots if row["measure"] == measure and row["value"] is not None and row["sector"] is not None]
        for row in known:
            others = [other for other in known if other is not row]
            first, second = ("low", "high") if measure == "questions_late" else ("high", "low")
            ends = [(bound(row, first), bound(other, second)) for other in others]
            if others and all(one > other if measure == "questions_late" else one < other for one, other in ends):
                last[row["sector_name"]] = last.get(row["sector_name"], 0) + 1
    places = max(last.values(), default=0)
    several = len({row["sector"] for row in dots} - {None}) > 1
    assert numbers(found.answer) == ([] if not several else [places, len(measures)] if places > 1 else [len(measures)])
    views = sorted((row for row in dots if row["measure"].startswith("quality") and row["value"] is not None), key=lambda row: row["value"])
    ends = [round(views[-1]["value"]), round(views[0]["value"])] if len(views) > 1 else []
    assert sorted(said(found, "sectors")) == sorted(ends)
    overlap = len(views) > 1 and bound(views[0], "high") >= bound(views[-1], "low")
    assert ("their intervals overlap" in title(found, "sectors")) == overlap


def bound(row: Cells, end: str) -> float:
    """The end of an interval, or the value of a count of all."""
    return row["value"] if row[end] is None else row[end]


def test_inside_each_sector(city: tuple[Reader, Scope]):
    for sector in sectors_in_view(*city):
        found = one_sector(*city, sector.id)
        bars = rows(found, "silence")
        assert numbers(found.answer) == ([count(bars, covered=True), len(bars)] if len(bars) > 1 else [])
        assert len(bars) > 1 or ("is covered" in found.answer.message) == bool(count(bars, covered=True))


def _dossiers(city: tuple[Reader, Scope]) -> Iterator[Insight]:
    reader, scope = city
    for name in list(partner_names(reader, scope))[::9]:
        yield partner(reader, replace(scope, partner=name))


@pytest.mark.parametrize("city", ["town", "town on another day", "demo"], indirect=True)
def test_dossiers(city: tuple[Reader, Scope]):
    for found in _dossiers(city):
        assert _title_of_sides(found) == said(found, "both-sides")
        assert _title_of_goals(found) == said(found, "goals")
        waiting = rows(found, "questions")
        late = count(waiting, late=True)
        assert said(found, "questions") == [*([len(waiting)] if waiting else []), *([late] if late else [])]
        dealings = [row for row in rows(found, "dealings") if row["is_open"]]
        assert said(found, "dealings") == ([len(dealings), len({row["role"] for row in dealings})] if dealings else [])
        assert said(found, "timeline")[0] == count(rows(found, "timeline"), achieved=True)
        people = rows(found, "people")
        assert said(found, "people") == _of(sum(isinstance(row["last"], date) for row in people), len(people))


def _title_of_sides(found: Insight) -> list[float]:
    known = [row for row in rows(found, "both-sides") if row["them"] is not None and row["us"] is not None]
    apart = [row for row in known if abs(row["us"] - row["them"]) > AGREE]
    return [] if not known else [len(apart), len(known)] if apart else [len(known)] if len(known) > 1 else []


def _title_of_goals(found: Insight) -> list[float]:
    goals = rows(found, "goals")
    both = count(goals, both=True)
    return _of(both, len(goals)) if both else []


def _of(some: int, total: int) -> list[float]:
    """The numbers in 'some of all': one and a pair are said as such, and of all of more their number."""
    if total <= 1 or some == total == len(("both", "of them")):
        return []
    return [total] if some == total else [some, total]
