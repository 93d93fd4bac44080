"""Each kind of chart draws its rows, also none or one, in the theme's colours, with names that are only names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

from relinsight.export import palette
from relinsight.export.charts import DRAWERS, drawn
from relinsight.export.charts.labels import LINE, WIDTH, Point, placed
from relinsight.export.charts.rhythm_and_view import LEAST, MOST, where
from relinsight.insights.blocks import Cells, Chart, ChartKind
from relinsight.words.name import Name
from relinsight.words.text import text

TAGGED = Name("<b>x</b> & $y$")
READ = "&lt;b&gt;x&lt;/b&gt; &amp; &#36;y&#36;"
NAMES = {*palette.SEQUENTIAL, *palette.DIVERGING, palette.INK, palette.MUTED, palette.RULE, palette.BACKGROUND}
COLOURS = NAMES | {look.colour for look in palette.SECTORS.values()}
NOTHING = "rgba(0,0,0,0)"
FIRST, LAST = date(2025, 11, 24), date(2026, 11, 23)


def partner(sector: str | None, tier: str | None, ratio: float | None, view: float | None, **more: Any) -> Cells:
    days = None if ratio is None else round(60 * ratio)
    named = {"partner": "p", "name": TAGGED, "sector_name": TAGGED, "said": text("{days} of {promised}", days=days, promised=60)}
    seen = {"sector": sector, "tier": tier, "ratio": ratio, "view": view, "days": days, "promised": 60, "label": True}
    return {**named, **seen, "never": ratio is None, "covered": bool(ratio and ratio <= 1), "reason": text("no owner"), **more}


PARTNERS = (
    partner("care", "A", 2.2, 41.0),
    partner(None, None, 0.1, 62.5),
    partner("harbour", "C", 9.0, None, covered=False),
    partner("sport", "B", None, None),
    partner("sport", "B", 0.5, 80.0, reason=None, label=False),
)
ROWS: dict[ChartKind, tuple[Cells, ...]] = {
    "amounts": tuple({"name": TAGGED, "amount": Decimal(amount), "said": text("{amount}", amount=amount)} for amount in (500, 20, 0)),
    "both_sides": tuple(
        {"dimension": name, "dimension_name": TAGGED, "them": them, "us": us, "gap_said": text("the same"), "sector": None}
        for name, them, us in (("trust", 62.5, 50.0), ("commitment", None, 40.0), ("satisfaction", 30.0, None), ("own", 20.0, 90.0))
    ),
    "falling_bars": tuple(
        {"group": group, "link": link, "kept": kept, "lost": lost, "total": 20, "promised": promised}
        for group in (text("tier {tier}", tier=Name("A")), TAGGED)
        for link, kept, lost, promised in ((text("an owner"), 18, 2, True), (text("a contact person"), 11, 7, True), (TAGGED, 11, 0, False))
    ),
    "rhythm_and_view": PARTNERS,
    "rhythm_bars": PARTNERS,
    "sector_dots": tuple(
        {"sector": sector, "sector_name": TAGGED, "measure": measure, "measure_name": TAGGED, "measure_note": text("of contacts"),
         "value": value, "low": low, "high": high, "said": text("{value}", value=value), "all": whole,
         "all_said": text("all {value}", value=whole)}
        for measure, whole in (("quality", 60.0), ("covered", None))
        for sector, value, low, high in (("care", 63.0, 55.0, 70.0), ("(none)", 40.0, None, None), ("harbour", None, None, None))
    ),
    "silence": tuple(
        {"tier": tier, "state": state, "state_name": text(state), "partners": n}
        for tier, state, n in (("A", "in_time", 50), ("A", "lost", 1), ("A", "never", 0), ("B", "cooling", 3), ("C", "not_promised", 0))
    ),
    "timeline": tuple(
        {"day": day, "kind": kind, "kind_name": TAGGED, "initiative": initiative, "achieved": achieved, "name": TAGGED}
        for day, kind, initiative, achieved in (
            (date(2026, 1, 5), "visit", "us", True), (date(2026, 3, 5), "call", "partner", True), (LAST, "webinar", None, False),
        )
    ),
    "white_spots": tuple(
        {"sector": sector, "sector_name": TAGGED, "cluster": cluster, "cluster_name": Name("Haven en <i>economie</i>"),
         "covered": covered, "partners": n}
        for sector, cluster, covered, n in (("care", "c1", 1, 10), ("care", "all", 9, 10), ("all", "c1", 9, 10), ("all", "all", 0, 0))
    ),
}  # fmt: skip
OPTIONS = {
    "first": FIRST,
    "last": LAST,
    "spans": ((FIRST, date(2026, 3, 1), False), (date(2026, 3, 1), LAST, True)),
    "next": date(2027, 1, 4),
}
KINDS = get_args(ChartKind)


def chart(kind: ChartKind, rows: tuple[Cells, ...]) -> Chart:
    return Chart("made", kind, text("Sectors"), rows, (), text("Sectors"), options=OPTIONS if kind == "timeline" else {})


def written(found: Chart, language: str = "nl") -> dict[str, Any]:
    return json.loads(drawn(found, language).to_json() or "")


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


def test_every_kind_of_chart_is_drawn():
    assert set(DRAWERS) == set(KINDS) == set(ROWS)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_draws_its_rows(kind: ChartKind, language: str):
    figure = written(chart(kind, ROWS[kind]), language)
    assert figure["data"]
    assert figure["layout"]["annotations"]
    assert figure["layout"]["height"] == 460


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_without_rows_is_a_figure_all_the_same(kind: ChartKind):
    assert written(chart(kind, ()))["layout"]["height"] == 460


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_alone_is_a_figure(kind: ChartKind):
    for row in ROWS[kind]:
        assert written(chart(kind, (row,)))["data"]


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_only_names_of_the_palette(kind: ChartKind):
    figure = written(chart(kind, ROWS[kind]))
    del figure["layout"]["template"]  # that of the theme
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps(figure).replace("&#36;", ""))) <= COLOURS
    bare = {value for name, value in values(figure) if name.endswith("color") and not value.startswith("#")}
    assert bare <= {NOTHING}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"silence"}))
def test_a_name_with_tags_is_shown_with_its_tags(kind: ChartKind):
    said = [value for _, value in values(written(chart(kind, ROWS[kind]))) if "x" in value and "y" in value]
    assert any(READ in value for value in said)
    assert [value for value in said if "<b>x" in value or "</b> &" in value or "$" in value] == []


def test_a_partner_without_a_sector_has_the_look_of_no_sector():
    lonely = partner(None, "A", 0.5, 50.0)
    (trace, _) = written(chart("rhythm_and_view", (lonely,)))["data"]
    (_, heads) = written(chart("rhythm_bars", (lonely,)))["data"]
    assert trace["marker"]["symbol"] == heads["marker"]["symbol"] == palette.NO_SECTOR.symbol


def test_a_sector_that_a_city_added_keeps_its_look_and_is_not_that_of_a_shipped_one():
    own = palette.look("Haven & industrie")
    assert own == palette.look("Haven & industrie")
    assert own not in palette.SECTORS.values()


@pytest.mark.parametrize(
    ("ratio", "place"), [(1.0, 0.0), (2.0, 1.0), (0.5, -1.0), (0.25, LEAST), (0.0, LEAST), (4.0, 2.0), (400.0, MOST - 0.08)]
)
def test_the_axis_doubles_and_is_clipped_at_its_ends(ratio: float, place: float):
    assert where(ratio) == pytest.approx(place)


@pytest.mark.parametrize("views", [(5.0, 95.0), (40.0, 60.0)])
def test_the_number_without_a_view_stands_above_their_marks(views: tuple[float, float]):
    rows = (*(partner("care", "A", 1.0, view) for view in views), partner("care", "A", 0.25, None))
    drawn = written(replace(chart("rhythm_and_view", rows), height=500), "en")
    ((place, said),) = [(note["y"], note["text"]) for note in drawn["layout"]["annotations"] if "no view given" in note["text"]]
    (mark,) = drawn["data"][-1]["y"]
    low, high = drawn["layout"]["yaxis"]["range"]
    margin = drawn["layout"]["margin"]
    pixels = (place - mark) * (500 - margin["t"] - margin["b"]) / (high - low)
    assert said.endswith("1")
    assert pixels > (12 + 9) / 2  # half the letters and half the mark


@pytest.mark.parametrize(("language", "ticks"), [("en", ["0", "1", "1.5", "3"]), ("nl", ["0", "1", "1,5", "3"])])
def test_numbers_on_an_axis_are_written_as_the_language_does(language: str, ticks: list[str]):
    assert written(chart("rhythm_bars", PARTNERS), language)["layout"]["xaxis"]["ticktext"] == ticks


def test_only_the_largest_fall_is_strong():
    bars = [trace for trace in written(chart("falling_bars", ROWS["falling_bars"]))["data"] if isinstance(trace["marker"]["color"], list)]
    assert [trace["marker"]["color"] for trace in bars] == [[palette.PALE, palette.FALL]] * 2


def test_fewer_than_half_covered_is_outlined_and_a_total_is_not():
    layout = written(chart("white_spots", ROWS["white_spots"]))["layout"]
    assert [shape["type"] for shape in layout["shapes"]] == ["rect", "line"]
    assert [note["text"] for note in layout["annotations"]][:4] == ["<b>1</b> van 10", "<b>9</b> van 10", "<b>9</b> van 10", "·"]


def test_both_values_are_written_rounded_as_the_tables_do():
    notes = [note["text"] for note in written(chart("both_sides", ROWS["both_sides"][:1]))["layout"]["annotations"]]
    assert notes == ["<b>63</b>", "<b>50</b>", "gelijk"]


def test_a_timeline_tells_the_longest_delay_and_the_next_promise():
    said = [note["text"] for note in written(chart("timeline", ROWS["timeline"]))["layout"]["annotations"]]
    assert said == ["peildatum", "267 dagen te laat", "uiterlijk 4\N{NO-BREAK SPACE}jan"]


def test_a_timeline_of_a_partner_without_promise_has_no_rhythm():
    found = replace(chart("timeline", ROWS["timeline"]), options={"first": FIRST, "last": LAST, "spans": (), "next": None})
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
