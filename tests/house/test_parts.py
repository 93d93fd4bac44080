"""Every page has its four parts, every query and measure is used, and colours stand in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import town
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.export import palette
from relinsight.insights import before_tiers
from relinsight.insights.behind import behind
from relinsight.insights.naming import partner_names
from relinsight.insights.pages import pages as shown
from relinsight.insights.sectors.one_sector import one_sector
from relinsight.insights.who import knows
from relinsight.languages.sentence import Speaker
from relinsight.measures import MEASURES, declared
from relinsight.measures.catalogue import as_markdown
from relinsight.warehouse.connection import Snapshot
from relinsight.warehouse.cutting import SEEN
from relinsight.warehouse.queries import facts, named_facts, page_queries, words_of
from relinsight.words.scope import Scope

ROOT = Path(__file__).parents[2]
ROOMS = ROOT / "relinsight"
NAMES = tuple(page.name for page in shown())
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
NO_INK = "rgba(0,0,0,0)"


REGISTER = """
    partner  sector
    museum   culture

    dealing  partner_id  organisation  role              year
    d1       museum      Museum        subsidy_provider  2026
"""


def _modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOMS / folder).rglob("*.py"))


def _strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_an_insight_a_page_and_a_test(name: str):
    assert (ROOMS / "insights" / name / "__init__.py").is_file()
    page = (ROOT / "pages" / f"{name}.py").read_text("utf-8")
    assert f"relinsight.insights.{name} import PAGE" in page
    assert (ROOT / "tests" / "insights" / f"test_{name}.py").is_file()


def test_every_page_is_in_the_navigation_and_the_other_way_round():
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == set(NAMES)


def test_a_page_computes_nothing_and_is_short():
    for path in (ROOT / "pages").glob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 15


@dataclass
class Heard:
    """What pages ask of the data: texts of queries, and names of measures."""

    queries: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    """Everything that all pages, the filters, the verbs and a dossier ask, of the town and of a city to which nothing is promised."""
    heard = Heard()
    with pytest.MonkeyPatch.context() as patch:
        for ask in (Snapshot.table,):
            patch.setattr(Snapshot, ask.__name__, _overheard(ask, lambda sql, *_: heard.queries.add(sql)))
        patch.setattr(Reader, "stand", _overheard(Reader.stand, lambda _scope, *names: heard.measures.update(names)))
        patch.setattr(Reader, "figures", _overheard(Reader.figures, lambda _scope, _by, *names: heard.measures.update(names)))
        for city in (town.town(), warehouse_from(REGISTER)):
            _ask_everything(Reader(city))
        yield heard


def _overheard(ask: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
    def asked(self: object, *words: Any, **more: Any) -> Any:
        note(*words)
        return ask(self, *words, **more)

    return asked


def _ask_everything(reader: Reader) -> None:
    on = Scope(date(2026, 9, 30), since=date(2026, 6, 30))
    for page in shown():
        for scope in (on, replace(on, tiers=("A",)), replace(on, partner="prt-01")):
            page.answer(reader, scope)
    one_sector(reader, on, sector="culture")
    partner_names(reader, on)
    knows(reader, "a", on)
    behind(reader, on, "partners_known", "portfolio", "portfolio")
    reader.review_before(on.as_of)
    _ = (
        reader.holding,
        reader.sectors(on.as_of),
        reader.sectors_known(),
        reader.clusters(),
        reader.tiers(),
        reader.account_managers(on.as_of),
        reader.employees_known(),
    )


def test_every_page_query_is_asked_for(heard: Heard):
    unasked = {name for name, sql in page_queries().items() if sql not in heard.queries}
    assert unasked == set()


def test_every_figure_that_a_page_asks_for_exists(heard: Heard):
    assert len(heard.measures) > 20
    assert {name for name in heard.measures if declared(name) is None} == set()


@pytest.mark.parametrize("folder", ["facts", "pages"])
def test_every_query_opens_with_its_grain(folder: str):
    found = facts() if folder == "facts" else page_queries()
    assert found
    assert [name for name, sql in found.items() if not re.match(r"-- One row(?: an? .+)?(?:: .+)?\.\n", sql)] == []


def test_every_fact_is_used():
    texts = [*page_queries().values(), *facts().values()]
    used = {name.removesuffix("_since") for sql in texts for name in named_facts(sql)}
    used |= {formula.over for m in MEASURES.values() for formula in m.formulas}
    used |= {formula.rows_over for m in MEASURES.values() for formula in m.formulas if formula.rows_over}
    used |= {name for path in _modules("measures") for said in _strings(path) if "FROM " in said for name in words_of(said)}
    used |= {said for path in _modules("measures") for said in _strings(path) if said in facts()}
    assert set(facts()) - used == {SEEN}  # by which the others are cut


@pytest.mark.parametrize("named", [before_tiers.MEASURES, *(page.measures for page in shown())], ids=["before_tiers", *NAMES])
def test_every_measure_that_a_page_names_exists(named: tuple[str, ...]):
    assert named
    for name in named:
        assert declared(name), name


def test_colours_come_from_the_palette_alone():
    for path in _modules("export", "show", "insights"):
        if path.name != "palette.py":
            found = [said for said in _strings(path) if HEX.search(said) and said != NO_INK]
            assert found == [], path


def test_the_palette_holds_only_the_placeholders_of_the_theme():
    held = set(re.findall(r"#[0-9a-fA-F]{3,8}", (ROOMS / "export" / "palette.py").read_text("utf-8")))
    assert held <= {f"#0000{n:02d}" for n in range(1, 11)} | {"#000038", "#0000"}
    assert len(palette.SEQUENTIAL) == len(palette.DIVERGING) == 10


def test_the_page_of_measures_is_the_generated_one():
    assert (ROOT / "docs" / "measures.md").read_text("utf-8").strip() == as_markdown(Speaker("en")).strip()


def test_no_room_has_a_name_that_says_nothing():
    names = {path.name for path in ROOMS.rglob("*") if path.is_dir()}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "base", "misc"})
