"""The filters choose partners and dealings by one condition: in a fact, and in a measure of dealings."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from warehouse_from import warehouse_from

from relinsight.measures.scoping import parameters
from relinsight.warehouse.filters import FILTERS, MATCHING
from relinsight.words.scope import NOBODY, Scope

CITY = """
    cluster    parent_id
    port       -
    quays      port
    space      -

    employee  cluster
    anna      port
    bert      quays
    carl      space
    dora      -

    partner  tier  sector    account_manager
    p1       A     maritime  anna
    p2       B     maritime  bert
    p3       C     culture   carl
    p4       -     culture   dora
    p5       A     -         -
"""
CHOICES = {
    "sectors": ((), ("maritime",), (NOBODY,)),
    "clusters": ((), ("port",), ("quays", "space"), (NOBODY,)),
    "tiers": ((), ("A", "B"), (NOBODY,)),
    "account_managers": ((), ("anna", "bert"), (NOBODY,)),
}


@pytest.fixture(scope="module")
def city():
    return warehouse_from(CITY)


def test_both_ways_to_filter_choose_the_same_partners(city):
    assert set(CHOICES) == set(FILTERS.values())
    chosen_somewhere = 0
    for values in product(*CHOICES.values()):
        asked = parameters(Scope(date(2026, 6, 30), **dict(zip(CHOICES, values, strict=True))))
        by_fact = {row["partner"] for row in city.answer("SELECT partner FROM chosen", asked)}
        by_measure = {row["partner"] for row in city.answer(f"SELECT partner FROM partner_day WHERE {MATCHING}", asked)}
        assert by_fact == by_measure, values
        chosen_somewhere += 0 < len(by_fact) < 5
    assert chosen_somewhere > 20
