"""The very edge: the only place that asks what day and what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TIME_ZONE = "Europe/Amsterdam"


def now() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)  # noqa: TID251


def day_of(moment: datetime, time_zone: str = TIME_ZONE) -> date:
    """The day of a moment in the municipality's time zone, wherever the server stands."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


def today(time_zone: str = TIME_ZONE) -> date:
    """The day it is there now."""
    return day_of(now(), time_zone)
