"""The request: which day, which period, which partners, seen by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from relinsight.words.calendar import days_before

YEAR = 365
NOBODY = "(none)"
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # days that can be asked: what is reckoned from them stays in the calendar


@dataclass(frozen=True)
class Period:
    """A run of days; both ends belong to it."""

    first: date
    last: date


@dataclass(frozen=True)
class Scope:
    """What is asked of the data; every figure is computed for one scope.

    `as_of` is the day on which things stand. `since` is an earlier day to compare with. `period` bounds what is
    counted: without it the 365 days up to and with the as-of day. The filters choose partners by their state on the
    as-of day; an empty filter chooses all; `(none)` in a filter chooses partners without a sector or owner.
    """

    as_of: date
    since: date | None = None
    period: Period | None = None
    sectors: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    account_managers: tuple[str, ...] = ()
    partner: str | None = None

    @property
    def counting(self) -> Period:
        """The days that a counting measure looks at."""
        return self.period or Period(days_before(self.as_of, YEAR - 1), self.as_of)

    @property
    def earlier(self) -> date | None:
        """The day to compare with; nothing where none is asked for, or one that does not lie before the as-of day."""
        return self.since if self.since and self.since < self.as_of else None

    @property
    def is_filtered(self) -> bool:
        """Whether some partners are left out."""
        return bool(self.sectors or self.clusters or self.tiers or self.account_managers)

    def on(self, day: date) -> Scope:
        """The same request for another day, its default period with it."""
        return replace(self, as_of=day, since=None)

    def unfiltered(self) -> Scope:
        """The same day and partner, whatever the filters."""
        return replace(self, sectors=(), clusters=(), tiers=(), account_managers=())
