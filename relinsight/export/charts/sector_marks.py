"""The marks of partners and sectors: shape and colour by sector, size by tier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from relinsight.access.choices import Sector
from relinsight.export.charts.ground import Layout, outline
from relinsight.export.palette import Look, look, tier_size

SECTOR_SIZE = 12


def marker(seen: Look, size: Any, **more: Any) -> Layout:
    """Marks of one look."""
    return {"symbol": seen.symbol, "color": seen.colour, "size": size} | more


def partner_marker(sector: Sector, tiers: Iterable[str | None], **more: Any) -> Layout:
    """Marks of partners of one sector, each as large as its tier."""
    seen = look(sector)
    return marker(seen, [tier_size(tier) * seen.ink for tier in tiers], opacity=1) | more


def sector_marker(sectors: Sequence[Sector], **more: Any) -> Layout:
    """Marks of sectors, one each."""
    looks = [look(sector) for sector in sectors]
    several = {
        "symbol": [seen.symbol for seen in looks],
        "color": [seen.colour for seen in looks],
        "size": [SECTOR_SIZE * seen.ink for seen in looks],
    }
    return several | {"line": outline(), "opacity": 1} | more
