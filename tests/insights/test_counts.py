"""What the pages count equals the declared measures, on the town."""

from __future__ import annotations

import pytest
from answers import SAY, on, rows, spot
from town import town

from relinsight.access.reader import Reader
from relinsight.insights.coverage import coverage
from relinsight.insights.portfolio import portfolio
from relinsight.insights.relations.in_view import relations
from relinsight.insights.relations.silence import UP_TO
from relinsight.insights.sectors import sectors
from relinsight.words.text import text

READER = Reader(town())
EVERY_DAY = ("2024-06-30", "2025-12-31", "2026-03-31", "2026-09-30")
LINKS = ("chain_owner", "chain_contact_person", "chain_in_time", "chain_assessed", "chain_goals")
DAYS = ("2026-03-31", "2026-09-30")
FILTERS = ({}, {"sectors": ("culture",)}, {"tiers": ("A", "B")}, {"account_managers": ("(none)",)})
scopes = [pytest.param(on(day, **chosen), id=f"{day} {chosen}") for day in DAYS for chosen in FILTERS]


def _by(scope, by: str, measure: str) -> dict[str, float | None]:
    return {f.subject: f.value for f in READER.figures(scope, by, measure)}


@pytest.mark.parametrize("scope", scopes)
def test_the_chain_of_each_tier(scope):
    chain = rows(coverage(READER, scope), "chain")
    shown: dict[str, list[int]] = {}
    for row in chain:
        shown.setdefault(str(row["group"].arguments["tier"]), []).append(row["kept"])
    assert shown
    for place, link in enumerate(LINKS):
        measured = _by(scope, "tier", link)
        assert {tier: kept[place] for tier, kept in shown.items()} == {tier: measured[tier] for tier in shown}


@pytest.mark.parametrize("scope", scopes)
def test_the_totals_of_the_white_spots(scope):
    spots = {spot(row): row for row in rows(coverage(READER, scope), "white-spots")}
    for by, at in (("sector", 0), ("cluster", 1)):
        total, uncovered = _by(scope, by, "partners"), _by(scope, by, "uncovered")
        edge = {key[at] or "(none)": row for key, row in spots.items() if key[1 - at] == "all" and key[at] != "all"}
        assert {key: row["partners"] for key, row in edge.items()} == {key: n for key, n in total.items() if n}
        assert {key: row["partners"] - row["covered"] for key, row in edge.items()} == {key: uncovered[key] for key in edge}


@pytest.mark.parametrize("scope", scopes)
def test_the_uncovered_and_their_ranks(scope):
    gaps = rows(coverage(READER, scope), "uncovered")
    assert len(gaps) == _by(scope, "portfolio", "uncovered")["portfolio"]
    ranks = _by(scope, "partner", "uncovered_rank")
    assert {row["partner"]: row["rank"] for row in gaps} == {name: rank for name, rank in ranks.items() if rank}


@pytest.mark.parametrize("scope", scopes)
def test_the_rows_of_the_portfolio(scope):
    all_ = rows(portfolio(READER, scope), "partners")
    assert len(all_) == _by(scope, "portfolio", "partners")["portfolio"]
    days = _by(scope, "partner", "days_since_contact")
    assert {row["partner"]: row["days"] for row in all_} == {row["partner"]: days[row["partner"]] for row in all_}
    states = {f.subject: f.state for f in READER.figures(scope, "partner", "overdue_ratio")}
    assert {row["partner"]: row["state"] for row in all_} == {row["partner"]: states[row["partner"]] for row in all_}


@pytest.mark.parametrize("scope", scopes)
def test_the_figures_at_the_top(scope):
    for page in (portfolio, coverage):
        for figure in page(READER, scope).figures:
            measured = {f.measure: f for f in READER.figures(scope, "portfolio", figure.measure)}[figure.measure]
            assert figure.n == measured.n
            if figure.value and measured.value is not None and not figure.measure.startswith("quality"):
                said = figure.value.arguments.values() if measured.n != 0 else (0,) if figure.value == text("none") else ()
                assert round(measured.value) in said


@pytest.mark.parametrize("scope", scopes)
def test_each_value_of_the_sectors(scope):
    for row in rows(sectors(READER, scope), "sectors"):
        measured = {f.subject: f for f in READER.figures(scope, "sector", row["measure"]) if f.measure == row["measure"]}
        sector = row["sector"] or "(none)"
        found = measured.get(sector)
        whole = _by(scope, "sector", "partners")[sector]
        if row["value"] is None:
            assert found is None or found.value is None or found.state == "too_few" or not found.n
        elif row["measure"] == "contacts":
            assert row["value"] == pytest.approx(found.value / whole)
        elif row["measure"] in ("goals_endorsed_both", "questions_late"):
            assert row["value"] == pytest.approx(found.value / found.n)
        else:
            assert row["value"] == pytest.approx(found.value)


@pytest.mark.parametrize("day", EVERY_DAY)
def test_the_limits_that_captions_and_pictures_speak_of_are_those_of_the_facts(day: str, demo):
    met = [row for reader in (READER, Reader(demo)) for row in relations(reader, on(day)).now if row.ratio is not None]
    assert met
    for row in met:
        limit = next((state for state, times in UP_TO.items() if row.ratio <= times), "lost")
        assert row.state == limit
        assert row.link_in_time is (limit == "in_time")
        assert row.is_silent is (limit != "in_time")


@pytest.mark.parametrize("scope", scopes)
def test_what_the_chain_says_is_covered_is_the_declared_measure(scope):
    in_view = relations(READER, scope)
    found = READER.stand(scope, "coverage_weighted", "coverage_share", "in_time")
    weights = sum(row.tier_weight for row in in_view.now)
    assert found["coverage_weighted"].value == pytest.approx(sum(row.tier_weight for row in in_view.now if not row.uncovered) / weights)
    assert found["coverage_share"].value == pytest.approx(sum(not row.uncovered for row in in_view.now) / in_view.total)
    promised = [row for row in in_view.now if row.link_in_time is not None]
    assert (found["in_time"].value, found["in_time"].n) == (sum(row.link_in_time for row in promised), len(promised))
    said = next(block for block in coverage(READER, scope).blocks if getattr(block, "name", "") == "chain").caption.arguments
    assert dict(_pairs(said["weights"])) == {str(row.tier): row.tier_weight for row in in_view.now}


def _pairs(weights) -> list[tuple[str, int]]:
    """What the tiers weigh as a caption says it."""
    return [(tier, int(weight)) for tier, weight in (pair.split(" ") for pair in SAY(weights).split(", "))]
