"""What is kept ready equals what is computed afresh, before a write and after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest
from town import town

from relinsight.measures.scoping import parameters
from relinsight.warehouse import day_cache, stored_facts
from relinsight.warehouse.answers import AnswerRow
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.headers import kept_each_day
from relinsight.warehouse.queries import composed, facts, moves
from relinsight.words.scope import Scope

KEPT = kept_each_day()
SCOPES = (Scope(date(2026, 3, 31)), Scope(date(2026, 9, 30), since=date(2026, 6, 30)))
WRITES = (
    "UPDATE partner SET active_to = DATE '2026-01-31' WHERE id = 'prt-01'",
    "DELETE FROM contact_moment WHERE day BETWEEN DATE '2026-02-01' AND DATE '2026-09-15'",
    "DELETE FROM assessment WHERE side = 'partner'",
    "DELETE FROM endorsement WHERE side = 'us'",
    "UPDATE tie SET to_date = DATE '2026-02-28' WHERE kind = 'account_manager' AND to_date IS NULL AND from_date < DATE '2026-01-01'",
    "UPDATE tier_policy SET rhythm_days = rhythm_days + 1",
    "UPDATE question SET answered_on = NULL",
    "DELETE FROM dealing WHERE partner_id IS NOT NULL",
)


@pytest.fixture
def own_town() -> Iterator[Warehouse]:
    warehouse = town.__wrapped__()
    yield warehouse
    warehouse.close()


def _given(scope: Scope) -> dict[str, object]:
    return parameters(scope) | {"seen_clusters": ["port"]}


def _afresh(warehouse: Warehouse, name: str, scope: Scope) -> list[AnswerRow]:
    return warehouse.rows(composed(f"SELECT * FROM {name} ORDER BY ALL"), _given(scope))


def _kept(warehouse: Warehouse, name: str, scope: Scope) -> list[AnswerRow]:
    return warehouse.answer(f"SELECT * FROM {name} ORDER BY ALL", _given(scope))


def _alike(kept: list[AnswerRow], afresh: list[AnswerRow]) -> bool:
    return len(kept) == len(afresh) and all(
        pytest.approx(one[column], rel=1e-9) == other[column] if isinstance(one[column], float) else one[column] == other[column]
        for one, other in zip(kept, afresh, strict=True)
        for column in other
    )


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_kept_fact_equals_the_fact(name: str):
    for scope in SCOPES:
        afresh = _afresh(town(), name, scope)
        assert afresh
        assert _alike(_kept(town(), name, scope), afresh)
        assert _alike(_kept(town(), name, scope), afresh)


@pytest.mark.parametrize("name", sorted(name for name in KEPT if moves(name)))
def test_a_kept_fact_of_the_since_day_equals_the_fact_of_that_day(name: str):
    _, scope = SCOPES
    assert scope.since
    assert _alike(_kept(town(), f"{name}_since", scope), _afresh(town(), name, Scope(scope.since)))


def test_after_a_write_every_kept_fact_is_that_of_the_changed_data(own_town: Warehouse):
    scope = SCOPES[1]
    before = {name: _kept(own_town, name, scope) for name in KEPT}
    with own_town.transaction() as cursor:
        for write in WRITES:
            cursor.execute(write)
    assert not own_town.day_cache.kept
    after = {name: _kept(own_town, name, scope) for name in KEPT}
    assert {name for name in KEPT if not _alike(after[name], _afresh(own_town, name, scope))} == set()
    assert {"chain", "tie_strength", "part_score", "last_contact_day", "question_day", "goal_day"} <= {
        name for name in KEPT if after[name] != before[name]
    }


def test_a_write_that_fails_leaves_what_is_kept(own_town: Warehouse):
    scope = SCOPES[1]
    before = _kept(own_town, "chain", scope)
    with pytest.raises(duckdb.Error), own_town.transaction() as cursor:
        cursor.execute(f"{WRITES[1]}; SELECT error('taken back')")
    assert _alike(_kept(own_town, "chain", scope), before)


def test_no_more_is_kept_than_the_most(own_town: Warehouse, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(day_cache, "MOST", 30)
    for month in range(1, 8):
        scope = Scope(date(2026, month, 1))
        assert _alike(_kept(own_town, "chain", scope), _afresh(own_town, "chain", scope))
    held = own_town.one("SELECT count(*) AS tables FROM duckdb_tables() WHERE database_name = 'day_cache'")
    assert held == {"tables": 30}
    assert len(own_town.day_cache.kept) == 30


def test_a_stored_fact_with_another_number_in_its_text_is_written_anew(own_town: Warehouse, monkeypatch: pytest.MonkeyPatch):
    other = facts() | {
        "contact_attendance": facts()["contact_attendance"].replace("contact_ever.weight", "contact_ever.weight / 2e0 AS weight")
    }
    for name in ("_closure", "_made_of"):
        monkeypatch.setattr(stored_facts, name, getattr(stored_facts, name).__wrapped__)
    (before,) = own_town.rows("SELECT sum(weight) AS weight FROM stored_contact_attendance")
    with own_town.cursor() as cursor:
        assert not stored_facts.follow(cursor)
        monkeypatch.setattr(stored_facts, "facts", lambda: other)
        assert stored_facts.follow(cursor)
        assert not stored_facts.follow(cursor)
    (after,) = own_town.rows("SELECT sum(weight) AS weight FROM stored_contact_attendance")
    assert after["weight"] == pytest.approx(before["weight"] / 2)
