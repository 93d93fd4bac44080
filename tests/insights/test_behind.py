"""The rows behind every figure are said in the words of the reader: headings, words of lists, names in place of ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import get_args

import pytest
from answers import on
from town import town
from warehouse_from import warehouse_from

from relinsight.access.choices import SHIPPED_SECTORS, Sector
from relinsight.access.reader import Reader
from relinsight.access.rights import Rights
from relinsight.export.tables import said
from relinsight.insights import naming
from relinsight.insights.behind import behind
from relinsight.insights.behind.columns import KEYS, WORDS, columns
from relinsight.insights.blocks import Chart, Insight, Table
from relinsight.insights.naming import partner_names, subjects
from relinsight.insights.pages import pages
from relinsight.insights.sectors.one_sector import one_sector
from relinsight.languages.sentence import Speaker
from relinsight.measures import declared
from relinsight.measures.measure import Subject
from relinsight.records import vocabularies
from relinsight.records.headings import HEADINGS, heading
from relinsight.records.kinds import Listed
from relinsight.records.model import RECORDS
from relinsight.records.record import fields
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.headers import header_line
from relinsight.warehouse.queries import facts
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text

DUTCH = Speaker("nl")
SHOWN_OF = {fact: tuple(re.findall(r"\w+(?=,|$)", shown)) for fact in facts() if (shown := header_line(fact, "Shown"))}
FACT_COLUMNS = {column for shown in SHOWN_OF.values() for column in shown}
FIELDS = {field.name for record in RECORDS for field in fields(record)} | FACT_COLUMNS
LISTS = [value for value in vars(vocabularies).values() if isinstance(value, Listed)]
CALLED = [value for name, value in vars(naming).items() if name.isupper() and isinstance(value, dict)] + [SHIPPED_SECTORS]
STORED = {word for one in LISTS for word in one.words} | {word for one in CALLED for word in one} | {"none"}
# Words that are the same in Dutch, such as 'sport', and the letters of the tiers.
ALIKE = {word for one in CALLED for word, label in one.items() if DUTCH(label) == word} | set(vocabularies.TIERS.words)
IDS = "SELECT id FROM {}"
KINDS = ("employee", "partner", "contact_person", "instrument", "goal", "question", "dealing", "contact_moment")


@pytest.fixture(scope="module")
def ids(demo: Warehouse) -> frozenset[str]:
    """The ids of everything that has one; those of clusters and sectors read like words and are looked at apart."""
    found = frozenset(str(row["id"]) for kind in KINDS for row in demo.rows(IDS.format(kind), {}))
    assert {"e011", "p001"} <= found
    return found


def _shown(table: Table | Chart) -> Iterator[tuple[str, str]]:
    """Each heading of a table beside each of its cells, in Dutch; what people wrote is not ours to translate, but its ids are."""
    for column in table.columns:
        for row in table.rows:
            yield DUTCH(column.label), said(column.cell(row), column, DUTCH)


def _faults(table: Table | Chart, ids: frozenset[str]) -> set[tuple[str, str]]:
    own = {Speaker("en")(column.label): column for column in table.columns}
    assert all(isinstance(column.label, Text) for column in own.values())
    raw = {(head, cell) for head, cell in _shown(table) if cell in ids or (cell in STORED and cell not in ALIKE) or head in FIELDS - {"id"}}
    return raw | {(head, "") for head in (DUTCH(column.label) for column in table.columns) if "_" in head}


def _pages(reader: Reader, scope: Scope) -> Iterator[Insight]:
    """Every page, the dossiers of a few partners and every sector that is opened."""
    for page in pages():
        yield page.answer(reader, scope)
    for partner in list(partner_names(reader, scope))[::30]:
        yield next(page for page in pages() if page.name == "partner").answer(reader, replace(scope, partner=partner))
    for sector in reader.sectors(scope.as_of)[::3]:
        yield one_sector(reader, scope, sector.id)


def _figures(reader: Reader, found: Insight) -> Iterator[tuple[str, Subject, str]]:
    """Every figure that a page opens, of a few subjects of each kind."""
    for name in found.opened:
        measure = declared(name)
        assert measure
        for by in measure.by:
            if by == "portfolio":
                yield name, by, by
            elif by in ("sector", "tier", "cluster", "partner"):
                known = [found.scope.partner] if found.scope.partner and by == "partner" else subjects(reader, found.scope, by)
                yield from ((name, by, subject) for subject in islice(known, 0, None, 60 if by == "partner" else 5))


def test_no_heading_and_no_cell_behind_any_figure_is_a_stored_word(demo: Warehouse, demo_scope: Scope, ids: frozenset[str]):
    reader = Reader(demo)
    asked = dict.fromkeys((found.scope, *figure) for found in _pages(reader, demo_scope) for figure in _figures(reader, found))
    tables = [behind(reader, *one) for one in asked]
    filled = [table for table in tables if table.rows]
    assert len(filled) > 100
    assert {fault for table in filled for fault in _faults(table, ids)} == set()


def test_no_heading_and_no_cell_of_a_table_of_any_page_is_a_stored_word(demo: Warehouse, demo_scope: Scope, ids: frozenset[str]):
    blocks = [block for found in _pages(Reader(demo), demo_scope) for block in found.blocks if isinstance(block, Table | Chart)]
    filled = [block for block in blocks if block.rows and not (isinstance(block, Table) and block.file_name)]  # these come back by ids
    assert len(filled) > 30
    assert {fault for block in filled for fault in _faults(block, ids)} == set()


@pytest.mark.parametrize("by", [by for by in get_args(Subject) if by != "portfolio"])
def test_as_many_rows_as_the_reader_finds(by: Subject):
    reader, scope = Reader(town()), on("2026-09-30")
    figures = {figure.measure: figure for figure in reader.figures(scope, by) if figure.n}
    for figure in list(figures.values())[::3]:
        found = reader.rows_behind(scope, figure.measure, by, figure.subject)
        assert len(behind(reader, scope, figure.measure, by, figure.subject).rows) == len(found)


def test_every_column_of_a_table_has_a_heading_and_no_other_name():
    assert {field.name for record in RECORDS for field in fields(record)} == set(HEADINGS)


@pytest.mark.parametrize("fact", SHOWN_OF)
def test_every_column_of_a_fact_has_a_heading_of_its_own(fact: str):
    found = [DUTCH(column.label) for column in columns(SHOWN_OF[fact])]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("called", "known"),
    [
        (naming.CONTACT_KINDS, vocabularies.CONTACTS),
        (naming.INITIATIVES, vocabularies.INITIATIVES),
        (naming.OCCASIONS, vocabularies.OCCASIONS),
        (naming.QUESTION_KINDS, vocabularies.QUESTIONS),
        (naming.ROLES, vocabularies.ROLES),
        (naming.HORIZONS, vocabularies.HORIZONS),
        (naming.GOAL_STATES, vocabularies.STATES),
        (naming.DIMENSIONS, vocabularies.DIMENSIONS),
    ],
)
def test_every_word_of_a_list_that_rows_show_has_a_word_for_people(called: dict[str, Text], known: Listed):
    assert set(called) == set(known.words)


def test_of_two_of_one_name_the_id_is_said_too():
    reader = Reader(
        warehouse_from("""
            employee:id  name
            e1           Jan
            e2           Jan
            e3           Piet

            partner:id  name     tier  account_manager
            p1          Welzijn  A     e1
            p2          Welzijn  A     e2
            p3          Haven    A     e3
        """)
    )
    table = behind(reader, on("2026-06-30"), "partners", "portfolio", "portfolio")
    named = [(str(row.called), str(row.owner)) for row in table.rows]
    assert named == [("Welzijn (p1)", "Jan (e1)"), ("Welzijn (p2)", "Jan (e2)"), ("Haven", "Piet")]


def test_a_partner_leads_to_its_dossier_and_a_sector_is_one():
    table = behind(Reader(town()), on("2026-09-30"), "partners", "portfolio", "portfolio")
    partner, sector = (next(column for column in table.columns if column.kind == kind) for kind in ("partner", "sector"))
    row = table.rows[0]
    assert (partner.partner(row), partner.cell(row)) == ("prt-01", Name("Schouwburg De Veerpont"))
    assert isinstance(sector.cell(row), Sector)


def test_ids_of_what_has_no_name_are_no_columns():
    shown = {column.name for column in behind(Reader(town()), on("2026-09-30"), "contacts", "portfolio", "portfolio").columns}
    assert shown == {"day", "kind", "initiative", "occasion", "partners"}
    assert shown.isdisjoint(KEYS)
    assert set(WORDS) <= FACT_COLUMNS


def test_a_form_says_in_words_which_part_it_answers():
    reader, scope = Reader(town()), on("2026-09-30")
    figures = {figure.measure: figure for figure in reader.figures(scope, "partner", "quality_partner") if figure.n}
    parts = {"trust": "vertrouwen", "": "het geheel"}
    for part, word in parts.items():
        name = next(name for name in figures if name.startswith(f"quality_partner.{part}@" if part else "quality_partner@"))
        table = behind(reader, scope, name, "partner", figures[name].subject)
        column = next(column for column in table.columns if column.name == "part")
        assert {said(column.cell(row), column, DUTCH) for row in table.rows} == {word}


def test_a_figure_without_rows_is_an_empty_table():
    assert behind(Reader(town()), on("2026-09-30"), "nonsense", "partner", "prt-01").rows == ()


@pytest.mark.parametrize(
    ("column", "said_so"),
    [
        ("active_from", "Actief vanaf"),
        ("Partner", "Partner"),
        ("account_manager_id", "Accountmanager"),
        ("sector", "Sector"),
        ("tier", "Niveau"),
        ("Bedrijfscode", None),
    ],
)
def test_a_column_of_a_file_is_called_as_people_call_it(column: str, said_so: str | None):
    found = heading(column)
    assert (DUTCH(found) if found else None) == said_so


def test_a_partner_that_is_not_seen_is_said_in_the_language_of_the_reader():
    city = warehouse_from("""
        cluster
        port
        town

        employee  cluster
        anna      port
        bert      town

        partner  tier  account_manager
        harbour  A     anna
        museum   A     bert

        contact_moment  day         partner_id      employee_id
        both            2026-06-01  harbour;museum  anna
        ours            2026-06-02  harbour         anna
    """)
    viewer = Reader(city, Rights("anna", ("port",)))
    table = behind(viewer, on("2026-06-30"), "contacts", "portfolio", "portfolio")
    (column,) = (column for column in table.columns if column.name == "partners")
    for language, other in (("en", "another partner"), ("nl", "een andere partner")):
        speak = Speaker(language)
        assert sorted(speak(column.cell(row)) for row in table.rows) == ["harbour", f"harbour; {other}"]  # type: ignore[arg-type]
