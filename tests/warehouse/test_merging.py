"""Two partners become one: what pointed to either points to the kept one, and one undo brings both back row by row."""

from __future__ import annotations

from datetime import UTC, datetime

import cities
import pytest
from arriving import said
from warehouse_from import warehouse_from

from relinsight.records.model import RECORDS
from relinsight.records.record import fields
from relinsight.warehouse.by_hand import ChangeRefused
from relinsight.warehouse.checks import findings
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.matches.deciding import Decided, Decisions, decide
from relinsight.warehouse.matches.merging import Merge
from relinsight.warehouse.undoing import undo

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEPT_BY_ITSELF = {"import_run", "history", "change_mark"}


def tables(warehouse: Warehouse) -> dict[str, list[str]]:
    """Every row of every table, but for what a run leaves behind by itself and what is worked out from the others."""
    names = [str(row["table_name"]) for row in warehouse.rows("SELECT table_name FROM duckdb_tables() WHERE NOT temporary")]
    return {
        name: sorted(map(repr, warehouse.rows(f"FROM {name}")))
        for name in names
        if name not in KEPT_BY_ITSELF and not name.startswith("stored_")
    }


def rows(warehouse: Warehouse, sql: str) -> list[tuple]:
    return [tuple(str(v) if v is not None else None for v in row.values()) for row in warehouse.rows(sql)]


def merged(warehouse: Warehouse, keep: str = "harbour", goes: str = "port", **more: bool) -> Decided:
    return decide(warehouse, Decisions(merge=[Merge(keep, goes)]), at=AT, **more)


def refused(warehouse: Warehouse, keep: str, goes: str) -> str:
    before = tables(warehouse)
    with pytest.raises(ChangeRefused) as why:
        merged(warehouse, keep, goes)
    assert tables(warehouse) == before
    return said(why.value.reason)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return open_file(cities.demo_file(tmp_path_factory.mktemp("merging") / "demo.duckdb", partners=20))


def test_in_the_demo_city_nothing_points_to_the_partner_that_went_and_undo_restores_every_row(demo: Warehouse):
    before = tables(demo)
    pairs = [
        (str(row["keep"]), str(row["goes"]))
        for row in demo.rows(
            "SELECT min(id) AS keep, max(id) AS goes FROM partner GROUP BY hash(id) % 12 "
            "HAVING count(*) > 1 AND count(parent_id) = 0 LIMIT 2"
        )
    ]
    assert len(pairs) > 1
    for keep, goes in pairs:
        done = merged(demo, keep, goes)
        pointing = [
            (record.table, f.name)
            for record in RECORDS
            for f in fields(record)
            if f.column.to == "partner" and demo.rows(f"SELECT 1 FROM {record.table} WHERE {f.name} = '{goes}'")
        ]
        assert pointing == []
        assert findings(demo) == ()
        undo(demo, done.run_id, at=AT)
        assert tables(demo) == before


def test_several_merges_of_one_call_are_one_run(demo: Warehouse):
    before = tables(demo)
    a, b, c = (str(row["id"]) for row in demo.rows("SELECT id FROM partner WHERE parent_id IS NULL ORDER BY id LIMIT 3"))
    done = decide(demo, Decisions(merge=[Merge(a, b), Merge(c, a)]), at=AT)
    assert rows(demo, "SELECT former_id, partner_id FROM former_partner WHERE former_id LIKE 'p0%' ORDER BY 1") == sorted([(a, c), (b, c)])
    assert findings(demo) == ()
    undo(demo, done.run_id, at=AT)
    assert tables(demo) == before


def test_a_dry_run_tells_what_would_change_and_changes_nothing(demo: Warehouse):
    before = tables(demo)
    a, b = (str(row["id"]) for row in demo.rows("SELECT id FROM partner WHERE parent_id IS NULL ORDER BY id LIMIT 2"))
    told = merged(demo, a, b, dry_run=True)
    assert tables(demo) == before
    done = merged(demo, a, b)
    assert done.changes == told.changes
    undone = undo(demo, done.run_id, at=AT)
    assert undone.removed == sum(each.added for each in done.changes)
    assert undone.restored == sum(each.changed for each in done.changes)
    assert undone.returned == sum(each.removed for each in done.changes)
    assert tables(demo) == before


CITY = """
    partner  parent_id  kvk_number  place      active_from  active_to
    harbour  -          -           Rotterdam  2020-01-01   -
    port     -          12345678    Schiedam   -            2024-12-31
    quay     port       -           -          -            -

    partner_tier:partner_id  tier  from_date   to_date
    harbour                  A     2024-01-01  2024-12-31
    harbour                  B     2026-01-01  -
    port                     C     -           -

    sector
    care
    sport

    partner_sector:partner_id  sector_id  is_primary  from_date   to_date
    harbour                    care       true        2025-01-01  -
    port                       sport      true        -           -
    port                       care       false       -           -

    employee
    anna
    bert

    tie  employee_id  partner_id  kind             from_date   to_date
    t1   anna         harbour     account_manager  2025-01-01  2025-06-30
    t2   bert         port        account_manager  2024-07-01  -
    t3   bert         port        content          -           -

    contact_moment  day         partner_id
    both            2026-06-01  harbour;port
    theirs          2026-06-02  port

    goal  partner_id
    g1    harbour;port

    dealing  partner_id  organisation
    d1       port        The~port
"""


@pytest.fixture
def city() -> Warehouse:
    return warehouse_from(CITY)


def test_the_kept_partners_tier_sector_and_owner_hold_where_both_have_one_on_a_day(city: Warehouse):
    before = tables(city)
    done = merged(city)
    assert rows(city, "SELECT tier, from_date, to_date FROM partner_tier ORDER BY from_date NULLS FIRST") == [
        ("C", None, "2023-12-31"),
        ("A", "2024-01-01", "2024-12-31"),
        ("C", "2025-01-01", "2025-12-31"),
        ("B", "2026-01-01", None),
    ]
    assert rows(city, "SELECT sector_id, is_primary, from_date, to_date FROM partner_sector ORDER BY ALL NULLS FIRST") == [
        ("care", "False", None, "2024-12-31"),
        ("care", "True", "2025-01-01", None),
        ("sport", "True", None, "2024-12-31"),
    ]
    assert rows(city, "SELECT id, employee_id, from_date, to_date FROM tie WHERE partner_id = 'harbour' ORDER BY ALL NULLS FIRST") == [
        ("t1", "anna", "2025-01-01", "2025-06-30"),
        ("t2", "bert", "2024-07-01", "2024-12-31"),
        ("t2-2", "bert", "2025-07-01", None),
        ("t3", "bert", None, None),
    ]
    assert findings(city) == ()
    undo(city, done.run_id, at=AT)
    assert tables(city) == before


def test_the_kept_partner_gets_what_it_lacks_and_stays_what_it_is(city: Warehouse):
    merged(city)
    assert rows(city, "SELECT id, parent_id, kvk_number, place, active_from, active_to FROM partner ORDER BY id") == [
        ("harbour", None, "12345678", "Rotterdam", None, None),
        ("quay", "harbour", None, None, None, None),
    ]


def test_a_moment_and_a_goal_of_both_stay_one(city: Warehouse):
    merged(city)
    assert rows(city, "SELECT contact_moment_id, partner_id FROM contact_moment_partner ORDER BY 1") == [
        ("both", "harbour"),
        ("theirs", "harbour"),
    ]
    assert rows(city, "SELECT goal_id, partner_id FROM goal_partner") == [("g1", "harbour")]


def test_the_name_of_the_one_that_went_is_a_spelling_and_its_id_means_the_kept_one(city: Warehouse):
    merged(city)
    assert rows(city, "SELECT partner_id, alias FROM partner_alias") == [("harbour", "port")]
    assert rows(city, "SELECT former_id, partner_id FROM former_partner WHERE former_id NOT LIKE 'partner-%'") == [("port", "harbour")]


def test_a_part_is_merged_with_what_it_is_part_of_either_way(city: Warehouse):
    for keep, goes in (("quay", "port"), ("port", "quay")):
        done = merged(city, keep, goes)
        assert rows(city, f"SELECT parent_id FROM partner WHERE id = '{keep}'") == [(None,)]
        undo(city, done.run_id, at=AT)


def test_what_cannot_be_one_is_refused_in_a_sentence():
    city = warehouse_from("""
        partner  parent_id
        top      -
        middle   top
        below    middle
    """)
    assert refused(city, "below", "top") == (
        "below is a part of a part of top, so the two cannot become one; change what below is part of first."
    )
    assert refused(city, "top", "top") == "top cannot be merged with itself; name two partners."
    assert refused(city, "top", "nobody") == "There is no partner nobody; `relinsight matches` shows their ids."
    merged(city, "top", "below")
    assert rows(city, "SELECT id, parent_id FROM partner ORDER BY 1") == [("middle", "top"), ("top", None)]
