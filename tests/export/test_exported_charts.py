"""Each kind of chart draws its rows, also none or one, in the theme's colours, with names that are only names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from relinsight.access.choices import Sector, SectorKnown, sectors_by_id
from relinsight.export import palette
from relinsight.export.charts import DRAWERS, drawn
from relinsight.export.charts.labels import LINE, WIDTH, Point, placed
from relinsight.export.charts.rhythm_and_view import LEAST, MOST, where
from relinsight.insights import exhibits
from relinsight.insights.blocks import Chart
from relinsight.insights.exhibits.amounts import Amount, Amounts
from relinsight.insights.exhibits.both_sides import BothSides, TwoViews
from relinsight.insights.exhibits.butterfly import Butterfly, Gain
from relinsight.insights.exhibits.exhibit import Document, Exhibit, Line
from relinsight.insights.exhibits.falling_bars import Fall, FallingBars
from relinsight.insights.exhibits.heartbeat import Heartbeat, Pulse
from relinsight.insights.exhibits.rhythm_and_view import RhythmAndView, SilenceAndView
from relinsight.insights.exhibits.rhythm_bars import RhythmBars, Silence
from relinsight.insights.exhibits.ribbon import Ribbon, Tick
from relinsight.insights.exhibits.sector_dots import SectorDot, SectorDots
from relinsight.insights.exhibits.state_shares import StateShare, StateShares
from relinsight.insights.exhibits.timeline import Contact, Stretch, Timeline
from relinsight.insights.exhibits.white_spots import ALL, Spot, WhiteSpots
from relinsight.words.name import Name
from relinsight.words.scope import Period
from relinsight.words.text import Text, text

TAGGED = Name("<b>x</b> & $y$")
READ = "&lt;b&gt;x&lt;/b&gt; &amp; &#36;y&#36;"
NAMES = {*palette.SEQUENTIAL, *palette.DIVERGING, palette.INK, palette.MUTED, palette.RULE, palette.BACKGROUND}
COLOURS = NAMES | {look.colour for look in palette.SECTORS.values()}
NOTHING = "rgba(0,0,0,0)"
FIRST, LAST = date(2025, 11, 24), date(2026, 11, 23)
NONE, CARE, SPORT, OWN = (
    Sector(None, TAGGED), Sector("care", TAGGED), Sector("sport", TAGGED), Sector("harbour", TAGGED, 0),
)  # fmt: skip


def seen(sector: Sector, tier: str, ratio: float | None, view: float | None) -> SilenceAndView:
    days = None if ratio is None else round(60 * ratio)
    return SilenceAndView("p", TAGGED, Name(tier), sector, "in_time", text("in time"), days, 60, ratio, view)


def silent(sector: Sector, tier: str, ratio: float | None, *, covered: bool = True, reason: Text | None = None) -> Silence:
    days = None if ratio is None else round(60 * ratio)
    said = text("{days} of {promised}", days=days, promised=60)
    return Silence("p", TAGGED, Name(tier), sector, days, 60, ratio, ratio is None, text("in time"), said, covered, reason)


def dot(sector: Sector, measure: str, value: float | None, low: float | None, high: float | None, whole: float | None) -> SectorDot:
    said, all_said = text("{value}", value=value), text("all {value}", value=whole)
    return SectorDot(sector, measure, text("{name}", name=TAGGED), text("of contacts"), value, low, high, said, whole, all_said, 3)


def contact(day: date, kind: str, initiative: str | None, *, achieved: bool) -> Contact:
    return Contact("m", day, kind, TAGGED, achieved, initiative, None, TAGGED, text("{names}", names=TAGGED))


PARTNERS = (
    seen(CARE, "A", 2.2, 41.0),
    seen(NONE, "-", 0.1, 62.5),
    seen(OWN, "C", 9.0, None),
    seen(SPORT, "B", None, None),
    seen(SPORT, "B", 0.5, 80.0),
)
STRETCHES = (Stretch(FIRST, date(2026, 3, 1), False), Stretch(date(2026, 3, 1), LAST, True))
MADE: tuple[Exhibit, ...] = (
    Amounts(tuple(Amount(TAGGED, Decimal(amount), text("{amount}", amount=amount)) for amount in (500, 20, 0))),
    BothSides(
        tuple(
            TwoViews(name, TAGGED, them, us, text("the same"))
            for name, them, us in (("trust", 62.5, 50.0), ("commitment", None, 40.0), ("satisfaction", 30.0, None), ("own", 20.0, 90.0))
        ),
        NONE,
    ),
    Butterfly((Gain(TAGGED, TAGGED, 36, 216), Gain(text("initiative or occasion"), text("contacts"), 1, 1))),
    FallingBars(
        tuple(
            Fall(group, link, kept, lost, 20, promised)
            for group in (text("tier {tier}", tier=Name("A")), TAGGED)
            for link, kept, lost, promised in (
                (text("an owner"), 18, 2, True), (text("a contact person"), 11, 7, True), (TAGGED, 11, 0, False),
            )
        )
    ),
    Heartbeat(
        tuple(
            Pulse(kind, month, 3 * old, 1.0 * old, newest, old)
            for kind, newest, old in ((text("{name}", name=TAGGED), None, True), (text("contacts"), LAST, False))
            for month in (date(2026, 10, 1), date(2026, 11, 1))
        )
    ),
    Ribbon((Tick(4, 4, 0, 1, 0, 0, 0, 0), Tick(5, 8, 1, 0, 1, 1, 1, 0), Tick(9, 9, 0, 0, 0, 0, 0, 1))),
    RhythmAndView(PARTNERS, frozenset({"p"})),
    RhythmBars(
        (
            silent(CARE, "A", 2.2, covered=False, reason=text("no owner")), silent(CARE, "-", 0.1), silent(CARE, "C", 9.0, covered=False),
            silent(CARE, "B", None, reason=text("no owner")),
        )
    ),
    SectorDots(
        tuple(
            dot(sector, measure, value, low, high, whole)
            for measure, whole in (("quality", 60.0), ("covered", None))
            for sector, value, low, high in ((CARE, 63.0, 55.0, 70.0), (NONE, 40.0, None, None), (OWN, None, None, None))
        )
    ),
    StateShares(
        tuple(
            StateShare(Name(tier), state, text(state), n)
            for tier, state, n in (("A", "in_time", 50), ("A", "lost", 1), ("A", "never", 0), ("B", "cooling", 3), ("C", "not_promised", 0))
        )
    ),
    Timeline(
        (
            contact(date(2026, 1, 5), "visit", "us", achieved=True), contact(date(2026, 3, 5), "call", "partner", achieved=True),
            contact(LAST, "webinar", None, achieved=False),
        ),
        Period(FIRST, LAST), STRETCHES, date(2027, 1, 4),
    ),
    WhiteSpots(
        tuple(
            Spot(sector, cluster, Name("Haven en <i>economie</i>"), covered, n)
            for sector, cluster, covered, n in ((CARE, "c1", 1, 10), (CARE, ALL, 9, 10), (ALL, "c1", 9, 10), (ALL, ALL, 0, 0))
        )
    ),
)  # fmt: skip
EXHIBITS: dict[str, Exhibit] = {made.kind: made for made in MADE}
KINDS = tuple(EXHIBITS)


def chart(exhibit: Exhibit) -> Chart:
    return Chart("made", text("Sectors"), exhibit, (), text("Sectors"))


def with_rows(kind: str, *rows: Line) -> Exhibit:
    return replace(EXHIBITS[kind], rows=rows)  # type: ignore[type-var]


def written(found: Exhibit, language: str = "nl", factor: float = 1.0) -> dict[str, Any]:
    return json.loads(drawn(chart(found), language, factor).to_json() or "")


def values(part: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a figure, with the name under which it stands."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from values(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from values(value, name)
    elif isinstance(part, str):
        yield name, part


def _kinds_written_down() -> set[str]:
    """The kinds of pictures that there are: every frozen type in a module of their package that says what it becomes."""
    modules = (import_module(f"{exhibits.__name__}.{module.name}") for module in iter_modules(exhibits.__path__))
    types = {found for module in modules for found in vars(module).values() if isinstance(found, type) and is_dataclass(found)}
    return {found.kind for found in types if isinstance(getattr(found, "becomes", None), Document)}


def test_every_kind_of_picture_is_drawn_and_tried_here():
    assert _kinds_written_down() == set(KINDS) == {kind.kind for kind in DRAWERS}
    assert {type(made) for made in MADE} == set(DRAWERS)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_draws_its_rows(kind: str, language: str):
    figure = written(EXHIBITS[kind], language)
    assert figure["data"]
    assert figure["layout"]["annotations"]
    assert figure["layout"]["height"] > 100


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_without_rows_is_a_figure_all_the_same(kind: str):
    assert written(with_rows(kind))["layout"]["height"] > 0


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_alone_is_a_figure(kind: str):
    for row in EXHIBITS[kind].rows:
        assert written(with_rows(kind, row))["data"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_for_a_meeting_has_all_that_is_measured_in_pixels_twice_as_large(kind: str):
    small, large = written(EXHIBITS[kind]), written(EXHIBITS[kind], factor=2.0)
    for name in ("height", "width"):
        assert large["layout"][name] == 2 * small["layout"][name]
    sizes = [[note.get("font", {}).get("size") for note in found["layout"]["annotations"]] for found in (small, large)]
    assert sizes[1] == [size and 2 * size for size in sizes[0]]
    assert [note["text"] for note in large["layout"]["annotations"]] == [note["text"] for note in small["layout"]["annotations"]]
    for before, after in zip(small["data"], large["data"], strict=True):
        assert after["x"] == before["x"]
        assert after.get("width") == before.get("width")


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_only_names_of_the_palette(kind: str):
    figure = written(EXHIBITS[kind])
    del figure["layout"]["template"]  # that of the theme
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps(figure).replace("&#36;", ""))) <= COLOURS
    bare = {value for name, value in values(figure) if name.endswith("color") and not value.startswith("#")}
    assert bare <= {NOTHING}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"silence", "ribbon"}))
def test_a_name_with_tags_is_shown_with_its_tags(kind: str):
    said = [value for _, value in values(written(EXHIBITS[kind])) if "x" in value and "y" in value]
    assert any(READ in value for value in said)
    assert [value for value in said if "<b>x" in value or "</b> &" in value or "$" in value] == []


def test_a_partner_without_a_sector_has_the_look_of_no_sector():
    (trace, _) = written(with_rows("rhythm_and_view", seen(NONE, "A", 0.5, 50.0)))["data"]
    (_, heads) = written(with_rows("rhythm_bars", silent(NONE, "A", 0.5)))["data"]
    assert trace["marker"]["symbol"] == heads["marker"]["symbol"] == palette.NO_SECTOR.symbol


def test_each_sector_that_a_city_added_has_a_look_of_its_own_as_far_as_marks_reach():
    ids = [f"own {number:03}" for number in range(30)]
    known = sectors_by_id(SectorKnown(one, Name(one)) for one in (*reversed(ids), *palette.SECTORS))
    looks = [palette.look(known[one]) for one in (*palette.SECTORS, *ids[: len(palette.OTHERS)])]
    assert len(palette.OTHERS) >= 14
    for part in ("glyph", "symbol"):
        assert len({getattr(look, part) for look in (*looks, palette.NO_SECTOR)}) == len(looks) + 1
    assert {palette.look(known[one]) for one in ids[len(palette.OTHERS) :]} == {palette.BEYOND}
    assert palette.look(known[None]) == palette.NO_SECTOR


@pytest.mark.parametrize("amounts", [(10_000, -1_200.5, -5_000), (-10, -20), (0, -3), (0, 0)], ids=str)
def test_an_amount_below_nothing_has_a_bar_and_its_number(amounts: tuple[float, ...]):
    rows = (Amount(TAGGED, Decimal(str(amount)), text("{amount}", amount=amount)) for amount in amounts)
    figure = written(with_rows("amounts", *rows))
    low, high = figure["layout"]["xaxis"]["range"]
    (bars,) = figure["data"]
    assert low <= min(bars["x"]) <= max(bars["x"]) <= high
    room = 0.2 * (high - low)
    for note, amount in zip(figure["layout"]["annotations"], amounts, strict=True):
        assert low + room <= note["x"] if amount < 0 else note["x"] <= high - room
        assert note["xanchor"] == ("right" if amount < 0 else "left")


@pytest.mark.parametrize(
    ("ratio", "place"), [(1.0, 0.0), (2.0, 1.0), (0.5, -1.0), (0.25, LEAST), (0.0, LEAST), (4.0, 2.0), (400.0, MOST - 0.08)]
)
def test_the_axis_doubles_and_is_clipped_at_its_ends(ratio: float, place: float):
    assert where(ratio) == pytest.approx(place)


@pytest.mark.parametrize("views", [(5.0, 95.0), (40.0, 60.0)])
def test_the_number_without_a_view_stands_above_their_marks(views: tuple[float, float]):
    rows = (*(seen(CARE, "A", 1.0, view) for view in views), seen(CARE, "A", 0.25, None))
    drawn = written(with_rows("rhythm_and_view", *rows), "en")
    ((place, said),) = [(note["y"], note["text"]) for note in drawn["layout"]["annotations"] if "no view given" in note["text"]]
    (mark,) = drawn["data"][-1]["y"]
    low, high = drawn["layout"]["yaxis"]["range"]
    margin = drawn["layout"]["margin"]
    pixels = (place - mark) * (drawn["layout"]["height"] - margin["t"] - margin["b"]) / (high - low)
    assert said.endswith("1")
    assert pixels > (12 + 9) / 2  # half the letters and half the mark


@pytest.mark.parametrize(("language", "ticks"), [("en", ["0", "1", "1.5", "3"]), ("nl", ["0", "1", "1,5", "3"])])
def test_numbers_on_an_axis_are_written_as_the_language_does(language: str, ticks: list[str]):
    assert written(EXHIBITS["rhythm_bars"], language)["layout"]["xaxis"]["ticktext"] == ticks


def test_only_the_largest_fall_is_strong():
    bars = [trace for trace in written(EXHIBITS["falling_bars"])["data"] if isinstance(trace["marker"]["color"], list)]
    assert [trace["marker"]["color"] for trace in bars] == [[palette.PALE, palette.FALL]] * 2


def test_fewer_than_half_covered_is_outlined_and_a_total_is_not():
    layout = written(EXHIBITS["white_spots"])["layout"]
    assert [shape["type"] for shape in layout["shapes"]] == ["rect", "line"]
    assert [note["text"] for note in layout["annotations"]][:4] == ["<b>1</b> van 10", "<b>9</b> van 10", "<b>9</b> van 10", "·"]


def test_both_values_are_written_rounded_as_the_tables_do():
    notes = [note["text"] for note in written(with_rows("both_sides", EXHIBITS["both_sides"].rows[0]))["layout"]["annotations"]]
    assert notes == ["<b>63</b>", "<b>50</b>", "gelijk"]


def test_a_timeline_tells_the_longest_delay_and_the_next_promise():
    said = [note["text"] for note in written(EXHIBITS["timeline"])["layout"]["annotations"]]
    assert said == ["peildatum", "267 dagen te laat", "uiterlijk 4\N{NO-BREAK SPACE}jan"]


def test_a_timeline_of_a_partner_without_promise_has_no_rhythm():
    found = replace(EXHIBITS["timeline"], stretches=(), due=None)  # type: ignore[type-var]
    assert [note["text"] for note in written(found)["layout"]["annotations"]] == ["peildatum"]


def test_names_beside_marks_cover_no_mark_and_no_other_name():
    points = [Point(100.0 + 30 * (i % 4), 100.0 + 12 * (i // 4), "Stichting &amp; Zonen" if i % 3 else "") for i in range(12)]
    spots = placed(points)
    assert spots
    for spot in spots:
        width = Point(0, 0, spot.said).width
        assert 0 <= spot.x <= WIDTH - width
        assert [p for p in points if spot.x < p.x < spot.x + width and abs(p.y - spot.y) < LINE / 2] == []
        assert [other for other in spots if other is not spot and abs(other.y - spot.y) < LINE and abs(other.x - spot.x) < width] == []


def test_a_name_is_as_wide_as_it_is_read():
    assert Point(0, 0, "A &amp; B").width == Point(0, 0, "A + B").width


def test_a_name_without_a_free_spot_is_left_out():
    assert placed([Point(10, 10, "x" * 200)]) == []
