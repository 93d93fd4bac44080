"""The filters choose partners and dealings by the same rule, which stands in two places: in a fact, and in a measure of dealings."""

from __future__ import annotations

from relinsight.measures.scoping import MATCHING
from relinsight.warehouse.queries import facts


def _bare(sql: str) -> str:
    return "".join(sql.split()).replace("partner_day.", "")


def test_both_ways_to_filter_hold_the_same_conditions():
    chosen = _bare(facts()["chosen"])
    conditions = MATCHING.split(" AND ")
    assert len(conditions) == 4
    assert [condition for condition in conditions if _bare(condition) not in chosen] == []
