"""What two pages show of the same thing is the same: counts, shares, scores and the state of each partner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from answers import Cells, block, figures, numbers, on, rows, spot
from cities import register_file
from town import town

from relinsight.access.reader import Reader
from relinsight.insights.before_tiers.rows import partners_before_tiers
from relinsight.insights.blocks import Insight, KeyFigure
from relinsight.insights.coverage import coverage
from relinsight.insights.partner import partner
from relinsight.insights.partner.both_sides import AGREE
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors
from relinsight.insights.sectors.one_sector import one_sector, sectors_in_view
from relinsight.languages.sentence import Speaker
from relinsight.measures import declared
from relinsight.warehouse.connection import open_file
from relinsight.words.scope import Scope

SAY = Speaker("en")
City = tuple[Reader, Scope]
FILTERS: dict[str, dict[str, tuple[str, ...]]] = {"all": {}, "two tiers": {"tiers": ("A", "C")}, "one sector": {"sectors": ("culture",)}}


@pytest.fixture(params=[(which, chosen) for which in ("town", "demo") for chosen in FILTERS], ids=" ".join)
def city(request: pytest.FixtureRequest) -> City:
    which, chosen = request.param
    if which == "town":
        return Reader(town()), replace(on("2026-09-30", since="2026-06-30"), **FILTERS[chosen])
    return Reader(request.getfixturevalue("demo")), replace(request.getfixturevalue("demo_scope"), **FILTERS[chosen])


def _figure(insight: Insight, measure: str) -> KeyFigure:
    return next(found for found in insight.figures if found.measure == measure)


def _by_partner(found: tuple[Cells, ...]) -> dict[str, Cells]:
    return {row["partner"]: row for row in found}


def test_every_page_speaks_of_the_same_partners(city: City):
    first, second, third = (page(*city) for page in (portfolio, coverage, sectors))
    everyone = rows(first, "partners")
    spots = {spot(row): row for name in ("white-spots", "white-spots-by-tie") for row in rows(second, name)}
    assert everyone
    assert {row["partners"] for key, row in spots.items() if key == ("all", "all")} == {len(everyone)}
    assert sum(row["partners"] for row in rows(second, "silence")) == len(everyone)
    assert sum(chain["total"] for chain in rows(second, "chain")[::5]) == len(everyone)
    assert {row["sector"] for row in rows(third, "sectors")} == {row["sector"] for row in everyone}
    assert sum(len(rows(one_sector(*city, sector.id), "silence")) for sector in sectors_in_view(*city)) == len(everyone)


def test_covered_is_one_number(city: City):
    found = coverage(*city)
    everyone, gaps = rows(portfolio(*city), "partners"), rows(found, "uncovered")
    covered = len(everyone) - len(gaps)
    assert figures(found)["covered"] == f"{covered} of {len(everyone)}"
    shares = {row["sector"]: row for row in rows(sectors(*city), "sectors") if row["measure"] == "coverage_share"}
    members = {sector: sum(1 for row in everyone if row["sector"] == sector) for sector in shares}
    assert round(sum(row["value"] * members[sector] for sector, row in shares.items())) == covered
    assert [row["all"] for row in shares.values()] == [pytest.approx(covered / len(everyone))] * len(shares)
    measured = city[0].stand(city[1], "coverage_share", "coverage_weighted")
    said = block(found, "chain").caption.arguments
    assert [said["plain"].share, said["weighted"].share] == [
        pytest.approx(measured[name].value) for name in ("coverage_share", "coverage_weighted")
    ]
    third_link = [row["kept"] for row in rows(found, "chain")][2::5]
    assert sum(third_link) == covered
    inside = [row for sector in sectors_in_view(*city) for row in rows(one_sector(*city, sector.id), "silence")]
    assert sum(1 for row in inside if row["covered"]) == covered


def test_the_figures_of_the_portfolio_are_those_beside_all_sectors(city: City):
    first, third = portfolio(*city), sectors(*city)
    whole = {row["measure"]: row["all_said"] for row in rows(third, "sectors")}
    for measure in ("goals_endorsed_both", "questions_late"):
        assert SAY(whole[measure]) == f"all {figures(first)[measure]}"
    for measure in (found.measure for found in first.figures if found.measure.startswith("quality")):
        shown = SAY(whole[measure]).removeprefix("all ").split("  ")[0]
        assert shown == figures(first)[measure]


def test_the_chain_of_the_portfolio_is_that_of_the_tiers_that_promise_all_of_it(city: City):
    first, second = rows(portfolio(*city), "chain"), rows(coverage(*city), "chain")
    whole = [row for row in second if row["total"] and _promises_all(second, row)]
    for place, row in enumerate(first):
        assert row["kept"] == sum(each["kept"] for each in whole[place::5])


def _promises_all(chain: tuple[Cells, ...], row: Cells) -> bool:
    return all(each["promised"] for each in chain if each["group"] == row["group"])


def test_a_dossier_says_of_its_partner_what_the_lists_say(city: City):
    reader, scope = city
    everyone, gaps = _by_partner(rows(portfolio(*city), "partners")), _by_partner(rows(coverage(*city), "uncovered"))
    view = next(found.measure for found in portfolio(*city).figures if found.measure.startswith("quality"))
    compared = 0
    for name, row in list(everyone.items())[::9]:
        found = partner(reader, replace(scope, partner=name))
        days = _figure(found, "days_since_contact").value
        assert (days.arguments["days"].number if days else None) == row["days"]
        assert name not in gaps or SAY(block(found, "promises").title).startswith("The chain breaks at")
        theirs = next((figure.value for figure in found.figures if figure.measure == view), None)
        if theirs:
            compared += 1
            assert theirs.arguments["score"].value == pytest.approx(row["view"])
    assert compared


@pytest.mark.parametrize("which", ["town", "demo"])
def test_the_gap_that_a_dossier_speaks_of_is_the_measure(which: str, request: pytest.FixtureRequest):
    reader = Reader(town() if which == "town" else request.getfixturevalue("demo"))
    scope = on("2026-09-30") if which == "town" else request.getfixturevalue("demo_scope")
    gaps = {(f.subject, f.measure): f.value for f in reader.figures(scope, "partner", "agreement_gap")}
    said = {"we": 0, "they": 0, "alike": 0, "nothing": 0}
    for name in list(_by_partner(rows(portfolio(reader, scope), "partners")))[:: 1 if which == "town" else 8]:
        found = partner(reader, replace(scope, partner=name))
        instrument = _figure_opening(found, "quality_partner").partition("@")[2]
        gap = gaps.get((name, f"agreement_gap@{instrument}"))
        view = found.answer.arguments["view"]
        kind = "nothing" if gap is None else "alike" if abs(gap) <= AGREE else "we" if gap > 0 else "they"
        said[kind] += 1
        assert ("gap" in view.arguments) == (kind in ("we", "they"))
        assert view.message.startswith("both sides see the relation alike") == (kind == "alike")
        if kind in ("we", "they"):
            assert view.arguments["gap"].value == pytest.approx(abs(gap))
            assert view.message.startswith(f"{kind} rate")
    assert said["we"] + said["they"] > 0
    assert said["alike"] > 0


def _behind(reader: Reader, scope: Scope, figure: KeyFigure) -> int:
    """How many rows lie behind a figure: as many as its n, or as it counts where it has none; one behind the state of one partner."""
    found = reader.figures(scope, figure.by, figure.measure)
    (computed,) = (one for one in found if (one.measure, one.subject) == (figure.measure, figure.subject))
    if computed.n is not None:
        assert figure.n in (computed.n, None)
        return computed.n
    return 1 if figure.measure == "days_since_contact" else round(computed.value or 0)


def _figure_opening(insight: Insight, beginning: str) -> str:
    return next(found.measure for found in insight.figures if found.measure.startswith(beginning))


@pytest.mark.parametrize("page", [portfolio, coverage, sectors, partner])
def test_every_figure_can_be_opened_and_leads_to_its_rows(city: City, page: Callable[[Reader, Scope], Insight]):
    reader, scope = city
    someone = next(row["partner"] for row in rows(portfolio(*city), "partners") if row["days"] is not None)
    asked = replace(scope.unfiltered(), partner=someone) if page is partner else scope
    found = page(reader, asked)
    assert len(set(found.opened)) == len(found.opened)
    for figure in found.figures:
        if figure.value:
            assert figure.measure in found.opened
            assert declared(figure.measure)
            behind = reader.rows_behind(asked, figure.measure, figure.by, figure.subject)
            assert len(behind) == _behind(reader, asked, figure), figure.measure
    assert all(declared(name) for name in found.opened)


def test_the_amounts_of_the_register_add_up_on_each_page(tmp_path):
    warehouse = open_file(register_file(tmp_path / "register.duckdb"))
    city = Reader(warehouse), on("2020-03-09")
    first, groups = portfolio(*city), rows(sectors(*city), "sectors")
    measured = city[0].stand(city[1], "partners_known", "dealings_open", "granted_open")
    assert sum(row["partners"] for row in groups) == measured["partners_known"].value == first.answer.count
    assert sum(row["open"] for row in groups) == measured["dealings_open"].value
    assert Decimal(str(measured["granted_open"].value)) == sum(row["granted"] or 0 for row in groups)
    assert max(groups, key=lambda row: row["granted"] or 0)["sector_name"] == block(first, "amounts").title.arguments["sector"]
    assert len(rows(first, "tiers")) == first.answer.count
    assert numbers(first.answer) == [sum(row.open > 0 for row in partners_before_tiers(*city)), first.answer.count]
    assert numbers(coverage(*city).answer) == [round(city[0].stand(city[1], "not_on_list")["not_on_list"].value or 0)]
    warehouse.close()
