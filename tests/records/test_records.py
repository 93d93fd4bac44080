"""The records are the tables, column by column, and carry the rules."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from relinsight.records.dictionary import as_markdown
from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.notation import Notation
from relinsight.records.partners import Partner
from relinsight.records.reasons import ALL, told
from relinsight.records.record import fields
from relinsight.sources.forms import places
from relinsight.warehouse.connection import in_memory

WRITTEN_BY_THE_PRODUCT = {"import_run", "import_reject", "history", "setting", "migration"}


@pytest.fixture(scope="module")
def tables():
    rows = in_memory().rows(
        "SELECT table_name AS name, column_name AS c, is_nullable AS empty FROM information_schema.columns ORDER BY ordinal_position"
    )
    found: dict[str, dict[str, bool]] = {}
    for row in rows:
        found.setdefault(row["name"], {})[row["c"]] = row["empty"] == "YES"
    return {name: columns for name, columns in found.items() if not name.startswith("kept_")}


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
    names = [name for name in ("value", "other", "table", "columns", "cells", "words", "least", "most") if f"{{{name}}}" in message.message]
    stored = message.message.format(**{name: f"<{name}>" for name in names})
    assert told(stored).message == message.message
    assert dict(told(stored).values) == {name: f"<{name}>" for name in names}


def test_the_page_of_columns_is_up_to_date():
    page = Path(__file__).parents[2] / "docs" / "columns.md"
    assert page.read_text(encoding="utf-8") == as_markdown()
