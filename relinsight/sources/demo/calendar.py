"""The days of the demo: it ends on a fixed Monday, so that the same seed gives the same city on any day."""

from __future__ import annotations

from datetime import date, timedelta

END = date(2026, 11, 23)
START = date(2023, 11, 24)
LAST_REVIEW = date(2026, 9, 28)


def before(days: int, day: date = END) -> date:
    """The day that lies so many days earlier."""
    return day - timedelta(days=days)


def after(days: int, day: date) -> date:
    """The day that lies so many days later."""
    return day + timedelta(days=days)


def workday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return before(max(0, day.weekday() - 4), day)
