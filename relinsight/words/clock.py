"""The very edge: the only place that asks what day and what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TIME_ZONE = "Europe/Amsterdam"


def now() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)  # noqa: TID251


def today(time_zone: str = TIME_ZONE) -> date:
    """The day in the municipality's time zone, wherever the server stands."""
    return now().astimezone(ZoneInfo(time_zone)).date()
