"""The records are the tables, column by column, and carry the rules."""

import re
from itertools import product
from pathlib import Path
from string import Formatter

import duckdb
import pytest
from pydantic import ValidationError

from relinsight.records.dictionary import as_markdown
from relinsight.records.kinds import Day, Listed, Number, WholeNumber
from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.notation import Notation
from relinsight.records.partners import Partner
from relinsight.records.reasons import ALL, message_of
from relinsight.records.record import fields
from relinsight.records.rules import Above, NeededWhen, NotBefore, NotTheWord
from relinsight.sources.header_meanings import places
from relinsight.warehouse.connection import in_memory

WRITTEN_BY_THE_PRODUCT = {"import_run", "import_reject", "mending", "history", "setting", "migration", "change_mark"}


@pytest.fixture(scope="module")
def tables():
    rows = in_memory().rows(
        "SELECT table_name AS name, column_name AS c, is_nullable AS empty FROM information_schema.columns ORDER BY ordinal_position"
    )
    found: dict[str, dict[str, bool]] = {}
    for row in rows:
        found.setdefault(row["name"], {})[row["c"]] = row["empty"] == "YES"
    return {name: columns for name, columns in found.items() if not name.startswith("stored_")}


def test_every_table_has_a_record(tables):
    assert set(BY_TABLE) == set(tables) - WRITTEN_BY_THE_PRODUCT


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_the_fields_of_a_record_are_the_columns_of_its_table(record, tables):
    columns = tables[record.table]
    assert [f.name for f in fields(record)] == [name for name in columns if name not in {"recorded_at", "run_id"}]
    assert {f.name for f in fields(record) if f.required} == {
        name
        for name in record.model_fields
        if not columns[name] and fields(record)[list(record.model_fields).index(name)].column.empty is None
    }


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_references_lead_to_tables_with_an_id_and_keys_are_fields(record):
    assert set(record.key) <= set(record.model_fields)
    for f in fields(record):
        assert f.column.to is None or "id" in BY_TABLE[f.column.to].model_fields
        assert f.column.meaning


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_every_column_is_known_by_its_own_name(record):
    for f in fields(record):
        assert places(record)[f.name.replace("_", "")].field == f.name


def test_a_record_reads_texts_by_the_rules_of_its_columns():
    partner = Partner.model_validate(
        {"id": " p1", "name": "Haven", "active_from": "3-4-2025", "place": "NULL"}, context={"active_from": Notation("month first")}
    )
    assert (partner.id, str(partner.active_from), partner.place) == ("p1", "2025-03-04", None)


@pytest.mark.parametrize(
    "cells",
    [
        {"id": "p1"},
        {"id": "p1", "name": "x", "shoe_size": "42"},
        {"id": "p1", "name": "x", "active_from": "2026-02-30"},
        {"id": "p1", "name": "x", "active_from": "2026-02-02", "active_to": "2026-02-01"},
        {"id": "p1", "name": "x", "parent_id": "p1"},
    ],
)
def test_a_record_refuses_what_breaks_a_rule(cells):
    with pytest.raises(ValidationError):
        Partner.model_validate(cells)


def test_a_record_does_not_change():
    with pytest.raises(ValidationError):
        Partner(id="p1", name="x").name = "y"  # type: ignore[misc]


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.message[:40])
def test_a_stored_reason_is_found_again_to_be_translated(message):
    names = [name for _, name, _, _ in Formatter().parse(message.message) if name]
    stored = message.message.format(**{name: f"<{name}>" for name in names})
    assert message_of(stored).message == message.message
    assert dict(message_of(stored).values) == {name: f"<{name}>" for name in names}


def test_the_page_of_columns_is_up_to_date():
    page = Path(__file__).parents[2] / "docs" / "columns.md"
    assert page.read_text(encoding="utf-8") == as_markdown()


RULES = [(record, rule) for record in RECORDS for rule in record.rules]
CELLS = {"DATE": ["NULL", "DATE '2026-01-01'", "DATE '2026-01-02'"], "NUMBER": ["1", "2"], "WORD": ["NULL", "'a'", "'b'"]}


def _values(rule, name):
    match rule:
        case NotBefore():
            return CELLS["DATE"]
        case Above():
            return CELLS["NUMBER"]
        case NeededWhen(_, when, word) if name == when:
            return [f"'{word}'", "'other'"]
        case NotTheWord(_, word):
            return [f"'{word}'", "'other'"]
        case _:
            return CELLS["WORD"]


@pytest.mark.parametrize(("record", "rule"), RULES, ids=lambda value: getattr(value, "table", getattr(value, "name", "")))
def test_a_rule_says_the_same_of_a_row_in_hand_and_of_the_rows_of_a_table(record, rule):
    names = [name for name in record.model_fields if re.search(rf"\b{name}\b", rule.broken)]
    with duckdb.connect() as connection:
        for cells in product(*(_values(rule, name) for name in names)):
            row = ", ".join(f"{cell} AS {name}" for name, cell in zip(names, cells, strict=True))
            ((is_broken, *values),) = connection.execute(f"SELECT coalesce({rule.broken}, false), * FROM (SELECT {row})").fetchall()
            assert rule.holds(dict(zip(names, values, strict=True))) is not is_broken, (rule.name, cells)


def _checks():
    checks = "SELECT table_name AS name, expression AS said FROM duckdb_constraints() WHERE constraint_type = 'CHECK' ORDER BY ALL"
    return [(BY_TABLE[row["name"]], row["said"]) for row in in_memory().rows(checks) if row["name"] in BY_TABLE]


def _allowed(f):
    """The cells at the ends of what a column allows, as SQL."""
    match f.column.kind:
        case Listed(words):
            cells = [f"'{word}'" for word in words]
        case WholeNumber(least, most) | Number(least, most):
            cells = [str(-(10**9) if least is None else least), str(10**9 if most is None else most)]
        case Day():
            cells = CELLS["DATE"][1:]
        case _:
            cells = CELLS["WORD"][1:]
    return cells if f.required else ["NULL", *cells]


@pytest.mark.parametrize(("record", "check"), _checks(), ids=lambda value: getattr(value, "table", value))
def test_a_table_allows_every_row_that_its_record_allows(record, check):
    asked = [f for f in fields(record) if re.search(rf"\b{f.name}\b", check)]
    names = {f.name for f in asked}
    rules = [rule.broken for rule in record.rules if set(re.findall(r"\b[a-z_]+\b", rule.broken)) & set(record.model_fields) <= names]
    for cells in product(*map(_allowed, asked)):
        row = ", ".join(f"{cell} AS {f.name}" for f, cell in zip(asked, cells, strict=True))
        broken = " OR ".join(f"coalesce({rule}, false)" for rule in rules) or "false"
        with duckdb.connect() as connection:
            said = connection.execute(f"SELECT coalesce({check}, true), {broken} FROM (SELECT {row})").fetchone()
        assert said in {(True, False), (False, True)}, row
