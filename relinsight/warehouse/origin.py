"""Whose data the database holds."""

from __future__ import annotations

from relinsight.warehouse.connection import Warehouse

DEMO = "demo"


def is_demo(warehouse: Warehouse) -> bool:
    """Whether what the database holds is the invented city."""
    return warehouse.one("SELECT 1 FROM setting WHERE name = 'origin' AND value = $demo", {"demo": DEMO}) is not None
