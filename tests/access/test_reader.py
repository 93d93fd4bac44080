"""What a reader keeps answers the question that was asked, and no other."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.warehouse.queries import page_queries
from relinsight.words.scope import Period, Scope


class Tally(NamedTuple):
    """How many contacts a partner had in the period."""

    partner: str
    n: int


def test_a_kept_exhibit_over_a_period_does_not_answer_for_another(monkeypatch: pytest.MonkeyPatch):
    tally = "-- One row a partner.\nSELECT partner, CAST(sum(moments) AS BIGINT) AS n FROM contact_tally GROUP BY partner"
    monkeypatch.setitem(page_queries(), "tally", tally)
    reader = Reader(
        warehouse_from("""
            partner  tier
            harbour  A

            contact_moment  day         kind   partner_id
            m1              2026-03-01  visit  harbour
            m2              2025-09-01  visit  harbour
        """)
    )
    year = Scope(date(2026, 6, 30))
    day = Scope(date(2026, 6, 30), period=Period(date(2026, 3, 1), date(2026, 3, 1)))
    assert [reader.partners(Tally, "tally", scope) for scope in (year, day, year)] == [[("harbour", 2)], [("harbour", 1)], [("harbour", 2)]]
