"""Every word that a user meets is a message: none is written straight into the code, on pages, in files or on the terminal."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import cities
import openpyxl
import pytest
import town
from opened import opened
from streamlit.testing.v1 import AppTest
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.export.charts import drawn
from relinsight.export.markdown import as_markdown
from relinsight.export.tables import as_csv
from relinsight.export.workbook import as_xlsx
from relinsight.insights.blocks import Chart, Insight, Table
from relinsight.insights.coverage import coverage
from relinsight.insights.naming import partner_names
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors
from relinsight.insights.sectors.one_sector import one_sector
from relinsight.languages import sentence
from relinsight.measures import MEASURES
from relinsight.sources.profiles import shipped_profiles
from relinsight.warehouse.connection import Warehouse
from relinsight.words.scope import Scope
from relinsight.words.text import Text

ROOT = Path(__file__).parents[2]
SAYING = {"echo", "print", "refuse"}
SPOKEN = {"label", "help", "placeholder", "alt", "title", "delta_description", "text", "body"}
WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r":material/\w+:|:[a-z-]+\[|\{[^{}]*\}|^relinsight$")
OURS = {"CSV"}  # what the format is called in every language

Where = tuple[str, int, str]


def _literals(node: ast.expr) -> Iterator[str]:
    """The words that an expression writes by itself: not those of a call inside it, which speaks for itself."""
    match node:
        case ast.Constant(value=str(said)):
            yield said
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _literals(part)
        case ast.BinOp(left=left, right=right):
            yield from (*_literals(left), *_literals(right))
        case ast.IfExp(body=one, orelse=other):
            yield from (*_literals(one), *_literals(other))


def _said_by(call: ast.Call) -> Iterator[ast.expr]:
    """What a call shows to people: its first argument, and those that are named after something to read."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="st"), attr=name) if name not in ("cache_resource", "set_page_config", "Page", "App"):
            yield from call.args[:1]
            yield from (word.value for word in call.keywords if word.arg in SPOKEN)
        case ast.Attribute(attr="echo") | ast.Name(id="print" | "refuse"):
            yield from call.args[:1]


def raw_words(source: str, name: str = "") -> list[Where]:
    """The words of a module that reach a user without being a message."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    found = [(name, call.lineno, said) for call in calls for shown in _said_by(call) for said in _literals(shown)]
    return [(name, line, said) for name, line, said in found if said not in OURS and WORD.search(CODE.sub("", said))]


def test_no_word_is_written_straight_onto_the_screen_or_the_terminal():
    files = [path for room in ("relinsight/show", "relinsight/command_line", "pages") for path in sorted((ROOT / room).rglob("*.py"))]
    assert len(files) > 25
    assert [found for path in files for found in raw_words(path.read_text("utf-8"), path.name)] == []


@pytest.mark.parametrize(
    "source",
    [
        'st.caption("Some words")',
        'st.button(run.say(text("x")), help="Some words")',
        'typer.echo(f"{n} rejected rows")',
        'print("Stopped", file=sys.stderr)',
        'st.markdown(f"**{x}** of all")',
        'refuse("no" if x else "yes, do")',
    ],
)
def test_such_a_word_would_be_found(source: str):
    assert raw_words(source)


def test_a_message_and_a_symbol_are_no_such_words():
    assert raw_words('st.caption(run.say(text("words")))\nst.button(f":material/save: {say(x)}", key="save", help=say(text("a b")))') == []


# Each message between brackets: what stands outside them came from the data, or was never a message.

OPEN, CLOSED = "⟦", "⟧"
KNOWN = {
    "csv": "the format",
    "relinsight": "the name of the program",
    "https": "an address",
}
LANGUAGES_BY_THEIR_NAME = {"nederlands", "english"}
PROFILES = {word.lower() for name in shipped_profiles() for word in WORD.findall(name)}  # files, chosen by their names
MARKUP = re.compile(r"\(/[^)]*\)|:material/\w+:|:[a-z]+(?:-badge)?(?=\[)")
SOURCES = {word.lower() for measure in MEASURES.values() for word in WORD.findall(measure.source or "")}  # titles and authors of papers
REGISTER = """
    sector
    culture
    care

    partner  sector
    museum   culture
    clinic   care

    dealing  partner_id  organisation     role              year  granted  requested
    d1       museum      Museum           subsidy_provider  2020  1000     1500
    d2       -           various~persons  subsidy_provider  2020  5        -

    partner_alias:partner_id  alias
    -                         Various~Persons
"""


@pytest.fixture(scope="session")
def town_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cities.town_file(tmp_path_factory.mktemp("words") / "town.duckdb")


@pytest.fixture
def town_copy(town_once: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The town, of which no other test keeps answers."""
    monkeypatch.setenv("RELINSIGHT_DB", str(town_once))
    return town_once


@pytest.fixture
def bracketed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which each message stands between brackets."""
    known = sentence.translated

    def between(message: Text, language: str) -> str:
        pattern = known(message, language)
        return f"{OPEN}{pattern}{CLOSED}" if pattern.strip() else pattern

    monkeypatch.setattr(sentence, "translated", between)


def outside(said: str) -> str:
    """What stands outside all brackets."""
    depth, kept = 0, []
    for letter in said:
        depth += (letter == OPEN) - (letter == CLOSED)
        kept.append(letter if not depth and letter != CLOSED else " ")
    assert depth == 0, said
    return "".join(kept)


def from_data(warehouse: Warehouse) -> set[str]:
    """Every word that the tables hold, in lower case."""
    columns = warehouse.rows(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE data_type = 'VARCHAR' AND database_name <> 'day_cache' AND NOT internal"
    )
    texts = (
        str(row["said"])
        for column in columns
        for row in warehouse.rows(f'SELECT DISTINCT "{column["column_name"]}" AS said FROM "{column["table_name"]}"')
    )
    return {word.lower() for said in texts for word in WORD.findall(said)}


CUT = re.compile(r"\w+…")


def untranslated(said: str, known: set[str]) -> set[str]:
    """The words outside the brackets that the data do not explain; a name that is cut short ends with its dots."""
    said = CUT.sub("", said)
    return {word for word in map(str.lower, WORD.findall(outside(said))) if word not in known and word not in KNOWN} - MONTHS


# The language itself writes these: days, and the 'and' of a list.
MONTHS = {*"januari februari maart april mei juni juli augustus september oktober november december".split()}  # noqa: SIM905
MONTHS |= {"jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec", "en"}


def _insights(warehouse: Warehouse, scope: Scope) -> Iterator[Insight]:
    reader = Reader(warehouse)
    for ask in (portfolio, coverage, sectors, partner, partial(one_sector, sector="culture")):
        yield ask(reader, scope)
    for chosen in list(partner_names(reader, scope))[:6]:
        yield partner(reader, replace(scope, partner=chosen))


def _files(insight: Insight) -> Iterator[str]:
    """An insight as each of its files, in words."""
    yield as_markdown(insight, "nl")
    for block in insight.blocks:
        if isinstance(block, Table | Chart):
            yield "\n".join(" ".join(row) for row in csv.reader(io.StringIO(as_csv(block, "nl").decode("utf-8-sig")), delimiter=";"))
        if isinstance(block, Chart) and block.rows:
            yield "\n".join(_texts(drawn(block, "nl").to_plotly_json()))
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(insight, "nl")))
    for sheet in book:
        yield "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str))


def _texts(value: object, key: str = "") -> Iterator[str]:
    """The words of a figure that people see."""
    match value:
        case dict():
            for name, inner in value.items():
                yield from _texts(inner, str(name))
        case str() if key in ("text", "hovertext", "name", "ticktext", "hovertemplate", "title"):
            yield re.sub(r"<[^>]*>|%\{[^}]*\}", " ", value)
        case list() | tuple():
            for inner in value:
                yield from _texts(inner, key)
        case _ if hasattr(value, "tolist"):
            yield from _texts(value.tolist(), key)  # type: ignore[attr-defined]


@pytest.mark.parametrize("which", ["town", "register", "empty"])
@pytest.mark.usefixtures("bracketed")
def test_every_word_of_the_files_is_a_message_or_came_from_the_data(which: str):
    warehouse, scope = _city(which)
    known = from_data(warehouse)
    for insight in _insights(warehouse, scope):
        for said in _files(insight):
            assert OPEN in said
            assert untranslated(said, known) == set()


def _city(which: str) -> tuple[Warehouse, Scope]:
    if which == "register":
        return warehouse_from(REGISTER), Scope(date(2020, 3, 9))
    return town.town(), Scope(date(2026, 9, 30), date(2026, 6, 30), tiers=("nothing",) if which == "empty" else ())


def test_a_word_that_is_no_message_would_be_found():
    assert untranslated(f"{OPEN}Partner {OPEN}x{CLOSED} gedekt{CLOSED} Harbour of 12 januari", {"harbour"}) == {"of"}


def _shown(app: AppTest) -> Iterator[str]:
    """Every word of a page that the program writes."""
    for kind in ("title", "header", "subheader", "markdown", "caption", "warning", "info", "error"):
        yield from (MARKUP.sub(" ", element.value) for element in getattr(app, kind))
    for metric in app.metric:
        yield from (metric.label, metric.value, metric.help or "")
    for table in app.table:
        words = map(str, (*table.value.columns, *table.value.to_numpy().ravel()))
        yield from (MARKUP.sub(" ", said) for said in words if not said.startswith("["))
    for box in (*app.selectbox, *app.multiselect, *app.date_input, *app.button, *app.checkbox, *app.expander):
        yield box.label
    for box in (*app.selectbox, *app.multiselect):
        yield from box.options
    for group in app.button_group:
        yield from (group.label, *group.options)


@pytest.mark.parametrize(
    ("page", "more"),
    [("portfolio", {}), ("coverage", {}), ("sectors", {"open": "culture"}), ("partner", {}), ("partner", {"partner": "prt-01"})],
)
@pytest.mark.usefixtures("bracketed")
def test_every_word_on_the_pages_is_a_message_or_came_from_the_data(town_copy: Path, page: str, more: dict[str, str]):
    app = opened(page, {"as_of": "2026-09-30", "lang": "nl", **more})
    app.session_state["opened-figures"] = True
    app.session_state["data-panel"] = True
    app.run()
    assert not app.exception
    said = list(_shown(app))
    assert len(said) > 40
    known = from_data(town.town()) | LANGUAGES_BY_THEIR_NAME | SOURCES | PROFILES
    assert {word for each in said for word in untranslated(each, known)} == set()


@pytest.mark.usefixtures("bracketed")
def test_every_word_of_the_first_page_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RELINSIGHT_DB", str(tmp_path / "new.duckdb"))
    app = opened("portfolio", {"lang": "nl"})
    assert not app.exception
    assert {word for each in _shown(app) for word in untranslated(each, LANGUAGES_BY_THEIR_NAME | PROFILES)} == set()
