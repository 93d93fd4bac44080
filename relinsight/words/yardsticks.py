"""The numbers of our own choice by which a relation is measured, each said once: facts, charts and sentences read them here.

In the SQL of a fact each stands under its name (`relinsight/warehouse/given.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

COOLING_UP_TO = 1.5  # times the promised days; up to once is in time
DORMANT_UP_TO = 3.0  # times the promised days; what is longer is lost from sight
COVERING_LINKS = 3  # of the chain of promises: a partner is covered where the first ones hold
TIER_WEIGHTS: Mapping[str, int] = {"A": 3, "B": 2, "C": 1}
HALF_LIFE_DAYS = 90  # after so many days a contact weighs half
RECENT_YEARS = 3  # a dealing that was opened longer ago says little of today
