"""Days before and after a day, as far as there are days at all."""

from __future__ import annotations

from datetime import date


def days_after(day: date, days: int) -> date:
    """The day so many days later, or earlier where the number is negative; the first or the last day that there is, where none is left."""
    place = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(place)


def days_before(day: date, days: int) -> date:
    """The day so many days earlier; the first day that there is, where none is left."""
    return days_after(day, -days)
