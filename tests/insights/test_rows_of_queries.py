"""The row of each page query has the columns of the query, in their order, and the kinds of what the query gives."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from answers import on
from town import town

import relinsight
from relinsight.access.reader import Holding, Reader
from relinsight.insights.naming import partner_names
from relinsight.measures.scoping import parameters
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.queries import composed, named, page_queries
from relinsight.words.name import Name

PACKAGE = Path(relinsight.__file__).parent
# The kinds of the engine that a field may have.
KINDS: dict[type, tuple[str, ...]] = {
    str: ("VARCHAR",),
    Name: ("VARCHAR",),
    int: ("INTEGER", "BIGINT", "HUGEINT"),
    float: ("DOUBLE",),
    Decimal: ("DECIMAL",),
    date: ("DATE",),
    datetime: ("TIMESTAMP WITH TIME ZONE",),
    bool: ("BOOLEAN",),
    list: ("VARCHAR[]",),
}
SOUGHT = {"partners": ["prt-01", "prt-02", "prt-08"], "people": []}
NOT_IN_TOWN = {"runs", "contacts_half_said"}
SCOPE = replace(on("2026-09-30", since="2026-06-30"), partner="prt-01")


def _asked() -> Iterator[tuple[str, type]]:
    """Each query with the type of its rows, as the modules ask for it."""
    for room in ("access", "insights"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            name = ".".join(("relinsight", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(attr="page" | "partners"), args=[ast.Name(id=row), ast.Constant(value=str(query)), *_]
                    ):
                        yield query, getattr(import_module(name), row)
                    case _:
                        pass


ASKED = sorted(set(_asked()), key=lambda pair: (pair[0], pair[1].__name__))


def _described(query: str) -> dict[str, str]:
    sql = composed(page_queries()[query])
    rows = town().rows(f"DESCRIBE {sql}", named(sql, parameters(SCOPE) | SOUGHT))
    return {str(row["column_name"]): str(row["column_type"]) for row in rows}


def _kinds(hint: Any) -> set[type]:
    """The kinds of a field, `None` among them where it may be empty."""
    return {get_origin(kind) or kind for kind in (get_args(hint) if NoneType in get_args(hint) else (hint,))}


def test_every_page_query_has_rows_of_a_type():
    assert {query for query, _ in ASKED} | {"holding"} == set(page_queries())
    assert len({query for query, _ in ASKED}) == len(ASKED)
    assert set(_described("holding")) == set(get_type_hints(Holding))


@pytest.mark.parametrize(("query", "row"), ASKED, ids=[query for query, _ in ASKED])
def test_the_fields_are_the_columns_with_their_kinds(query: str, row: type):
    hints, columns = get_type_hints(row), _described(query)
    assert list(hints) == list(columns)
    for name, hint in hints.items():
        (kind,) = _kinds(hint) - {NoneType}
        assert columns[name].partition("(")[0] in KINDS[kind], name


@pytest.mark.parametrize(("query", "row"), ASKED, ids=[query for query, _ in ASKED])
def test_each_value_is_what_its_field_says(query: str, row: type, demo: Warehouse):
    """Over the town, or the demo city for what the town lacks, on several days and of several partners: only what may be empty is."""
    reader, hints, seen = Reader(demo if query in NOT_IN_TOWN else town()), get_type_hints(row), 0
    for day in ("2024-06-30", "2026-03-31", "2026-09-30"):
        for partner in list(partner_names(reader, SCOPE))[::5]:
            for found in reader.page(row, query, replace(on(day), partner=partner), **(SOUGHT if query == "who" else {})):
                seen += 1
                assert type(found) is row
                for name, hint in hints.items():
                    assert type(getattr(found, name)) in _kinds(hint), (name, getattr(found, name))
    assert seen


def test_a_query_whose_columns_are_others_is_refused():
    with pytest.raises(TypeError, match="has the fields"):
        Reader(town()).page(dict(ASKED)["views"], "partner_names", SCOPE)
