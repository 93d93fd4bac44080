"""Whatever is written and asked, in whatever order: what is kept says the same as a reader that keeps nothing."""

from __future__ import annotations

from datetime import date

from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.insights.portfolio import portfolio
from relinsight.measures.compute import figures
from relinsight.measures.scoping import parameters
from relinsight.show import caches
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.queries import composed
from relinsight.words.scope import Period, Scope

CITY = """
    cluster
    port
    Port

    employee  cluster
    ab        port
    AB        Port

    partner  tier  sector   account_manager  contact_person  last_contact
    p1       A     care     ab               x               2026-01-15
    p2       A     culture  AB               y               2026-04-20
    p3       B     care     AB               -               -
    p4       -     care     -                -               2026-05-01
"""
WRITES = (
    "UPDATE partner SET name = name || '.' WHERE id = 'p1'",
    "UPDATE tie SET to_date = DATE '2026-03-31' WHERE employee_id = 'ab' AND to_date IS NULL",
    "UPDATE tie SET to_date = NULL",
    "UPDATE partner_tier SET tier = CASE tier WHEN 'A' THEN 'B' ELSE 'A' END",
    "DELETE FROM contact_moment_partner WHERE partner_id = 'p1'",
    "UPDATE contact_moment SET day = day + INTERVAL 20 DAY",
    "UPDATE tier_policy SET rhythm_days = rhythm_days + 10",
    "UPDATE partner_sector SET sector_id = 'culture' WHERE partner_id = 'p3'",
    "UPDATE partner SET active_to = DATE '2026-04-30' WHERE id = 'p2'",
    "UPDATE partner SET active_to = NULL",
)
SUBJECTS = ("portfolio", "partner")
FACTS = ("partner_day", "chain", "tie_strength", "contact_tally", "chosen")
days = st.sampled_from([date(2026, month, 28) for month in (2, 4, 6)])
scopes = st.builds(
    Scope,
    as_of=days,
    since=st.sampled_from([None, date(2026, 1, 31)]),
    period=st.sampled_from([None, Period(date(2026, 1, 1), date(2026, 6, 1)), Period(date(2026, 4, 1), date(2026, 4, 30))]),
    sectors=st.sampled_from([(), ("care",), ("culture", "care")]),
    clusters=st.sampled_from([(), ("port",), ("Port",)]),
    account_managers=st.sampled_from([(), ("ab",), ("AB",)]),
)
steps = st.lists(st.one_of(st.sampled_from(WRITES), scopes), min_size=2, max_size=8)


def _look(city: Warehouse, scope: Scope) -> None:
    """What is kept, held against facts worked out from the tables, and against figures and a page when nothing is kept any more."""
    reader, values = Reader(city), parameters(scope)
    for fact in FACTS:
        asked = f"SELECT * FROM {fact} ORDER BY ALL"
        assert reader.data.answer(asked, values) == city.rows(composed(asked), values), fact
    kept = {by: reader.figures(scope, by) for by in SUBJECTS}
    first, second = (caches.kept(portfolio, reader, scope) for _ in range(2))
    assert first is second
    city.day_cache.forget_others("")
    assert kept == {by: figures(city, scope, by) for by in SUBJECTS}
    assert first == portfolio(Reader(city), scope)


@settings(max_examples=examples(4), deadline=None)
@given(steps=steps)
def test_what_is_kept_equals_what_is_worked_out_for_each_question(steps: list[str | Scope]):
    city = warehouse_from(CITY)
    for step in steps:
        if isinstance(step, Scope):
            _look(city, step)
        else:
            with city.transaction() as cursor:
                cursor.execute(step)
    city.close()
