"""The rows that every city starts with, equal to those that the tables are made with."""

from __future__ import annotations

from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import words

SCALES = {"relation-9": (1.0, 9.0), "partner-4": (1.0, 4.0)}


def shipped_tables() -> Tables:
    """Sectors, instruments, promises per tier and roles that pull."""
    lists = words("shipped")
    rows: dict[str, list[DemoRow]] = {
        "sector": [{"id": sector, "name": sector} for sector in lists["sector"]],
        "instrument": lists["instrument"],
        "instrument_item": [_item(item) for item in lists["instrument_item"]],
        "tier_policy": lists["tier_policy"],
        "role_conflict": lists["role_conflict"],
    }
    return {name: table(name, found) for name, found in rows.items()}


def dimensions(instrument: str) -> tuple[str, ...]:
    """What an instrument asks after."""
    items = words("shipped")["instrument_item"]
    return tuple(item["dimension"] for item in items if item["instrument_id"] == instrument)


def rhythm(tier: str) -> int:
    """Within how many days a partner of this tier is promised a contact."""
    return next(int(p["rhythm_days"]) for p in words("shipped")["tier_policy"] if p["tier"] == tier)


def _item(item: dict[str, str]) -> DemoRow:
    low, high = SCALES[item["instrument_id"]]
    return {**item, "item": item["dimension"], "scale_min": low, "scale_max": high, "reversed": False}
