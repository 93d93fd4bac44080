"""When the city spoke with whom: the regular contacts, as arrays, so that a million are no burden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from relinsight.sources.demo.calendar import START
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.shapes import yearly

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]

BUSYNESS = {"developers": 1.35, "maritime": 1.15, "care": 1.1, "residents": 0.75, "entrepreneurs": 0.85}
REGULAR_SHARE = 0.82  # the rest of the contacts are events and answers
LEANING = 0.2


@dataclass(frozen=True)
class Stream:
    """The regular contacts: the partner of each by position, its day, and whether it is that partner's last."""

    partner: Numbers
    day: Numbers
    is_last: Marks


def stream(generator: np.random.Generator, partners: Sequence[Partner], total: int | None) -> Stream:
    """Contacts spread over the time that each partner was in touch, the last one on the day it must be."""
    counts = _counts(generator, partners, total)
    owner = np.repeat(np.arange(len(partners)), counts)
    ends = np.cumsum(counts)
    step = np.arange(len(owner)) - np.repeat(ends - counts, counts)
    is_last = step == counts[owner] - 1
    days = _days(generator, partners, counts, owner, step)
    last = numbered([p.last or START for p in partners])[owner]
    return Stream(owner, np.where(is_last, last, days), is_last)


def numbered(days: Sequence[date]) -> Numbers:
    """Days as the number that a table stores."""
    return np.array(days, dtype="datetime64[D]").astype(np.int64)


def workdays(days: Numbers) -> Numbers:
    """Weekends moved to the Friday before."""
    return np.busday_offset(days.astype("datetime64[D]"), 0, roll="backward").astype(np.int64)


def _counts(generator: np.random.Generator, partners: Sequence[Partner], total: int | None) -> Numbers:
    noise: Any = generator.lognormal(0.0, LEANING, len(partners))
    weights = np.array([_expected(p) for p in partners]) * noise
    least = np.array([p.last is not None for p in partners], dtype=np.int64)
    if total is None:
        return np.maximum(least, np.rint(weights).astype(np.int64))
    exact = weights / weights.sum() * (total - int(least.sum()))
    counts = np.floor(exact).astype(np.int64)
    missing = total - int(least.sum()) - int(counts.sum())
    counts[np.argsort(counts - exact, kind="stable")[:missing]] += 1
    return counts + least


def _expected(partner: Partner) -> float:
    if partner.last is None or partner.last <= partner.first:
        return 0.0
    years = (partner.last - partner.first).days / 365
    return yearly(partner.seat.tier) * years * BUSYNESS.get(partner.seat.sector, 1.0) * REGULAR_SHARE


def _days(generator: np.random.Generator, partners: Sequence[Partner], counts: Numbers, owner: Numbers, step: Numbers) -> Numbers:
    first, last = numbered([p.first for p in partners]), numbered([p.last or START for p in partners])
    quiet = numbered([p.quiet_from or p.last or START for p in partners])
    place = (step + generator.random(len(owner))) / np.maximum(1, counts[owner] - 1)
    days = first[owner] + np.floor(place * (last - first)[owner]).astype(np.int64)
    again = first[owner] + np.floor(generator.random(len(owner)) * (quiet - first)[owner]).astype(np.int64)
    hushed = (days >= quiet[owner]) & (quiet < last)[owner]
    return np.maximum(workdays(np.where(hushed, again, days)), first[owner])
