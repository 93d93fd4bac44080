"""The partners: who they are, how they stand, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from relinsight.sources.demo.calendar import END, LAST_REVIEW, START, before, workday
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.lexicon import organisations
from relinsight.sources.demo.quota import scaled
from relinsight.sources.demo.seats import Seat, seats
from relinsight.sources.demo.shapes import MEANS, RATIOS, SECTORS
from relinsight.sources.demo.shipped import rhythm

SILENT_DAYS = 131
SPREAD = 9.0
COOLEST, WARMEST = 34.0, 81.0
QUALITIES = {"silent": 38.0, "false_consensus": 44.0}
RETURNED, SUBSIDIARIES, JOINED = 6, 2, 12


@dataclass(frozen=True)
class Partner:
    """An organisation that the city knows, how it stands at the end and how it sees the city."""

    id: str
    name: str
    seat: Seat
    quality: float = 60.0
    last: date | None = None
    since: date | None = None
    until: date | None = None
    parent_id: str | None = None
    quiet_from: date | None = None
    has_tier: bool = True

    @property
    def first(self) -> date:
        """The first day on which something may have happened here."""
        return self.since or START

    def reachable(self, day: date) -> bool:
        """Whether the city may have spoken with them on the day, given how they stand at the end."""
        if self.last is None or not self.first <= day <= self.last:
            return False
        return self.quiet_from is None or day < self.quiet_from or day == self.last

    @property
    def in_portfolio(self) -> bool:
        """Whether it counts among the partners at the end."""
        return self.has_tier and self.until is None


def partners(seed: int, size: int) -> tuple[Partner, ...]:
    """A portfolio of this size, then a few who stopped and a few to whom nothing was promised."""
    chance = Chance(seed, "partners")
    parts = seats(seed, size)
    width = max(3, len(str(size)))
    names = {sector: organisations(chance, sector) for sector in SECTORS}
    found = [Partner(f"p{n:0{width}d}", next(names[seat.sector]), seat, last=_last(chance, seat)) for n, seat in enumerate(parts, 1)]
    found = _with_subsidiaries(_with_history(chance, _with_qualities(chance, found)))
    others = max(2, scaled(2, 140, size))
    outside = (_outside(chance, size + n, width, names) for n in range(1, 2 * others + 1))
    return (*found, *outside)


def _last(chance: Chance, seat: Seat) -> date | None:
    if seat.state == "never":
        return None
    if seat.story == "silent":
        return before(SILENT_DAYS)
    low, high = RATIOS[seat.state]
    return workday(before(1 + int(rhythm(seat.tier) * chance.between(low, high))))


def _with_qualities(chance: Chance, found: Sequence[Partner]) -> list[Partner]:
    noise = {p.id: max(-2.4 * SPREAD, min(2.1 * SPREAD, chance.normal(SPREAD))) for p in found}
    scored: dict[str, list[float]] = defaultdict(list)
    for partner in found:
        if partner.seat.view in ("both", "partner"):
            scored[partner.seat.sector].append(noise[partner.id])
    centre = {sector: sum(values) / len(values) for sector, values in scored.items()}
    return [replace(p, quality=_quality(p.seat, noise[p.id] - centre.get(p.seat.sector, 0.0))) for p in found]


def _quality(seat: Seat, deviation: float) -> float:
    return QUALITIES.get(seat.story or "", min(WARMEST, max(COOLEST, MEANS[seat.sector] + deviation)))


def _with_history(chance: Chance, found: Sequence[Partner]) -> list[Partner]:
    order = chance.shuffled(i for i, p in enumerate(found) if p.seat.story is None and p.seat.state == "in_time")
    back, new = scaled(RETURNED, 140, len(found)), scaled(JOINED, 140, len(found))
    changed = list(found)
    for i in order[:back]:
        changed[i] = _returned(chance, changed[i])
    for i in order[back : back + new]:
        changed[i] = replace(changed[i], since=chance.day(START, before(500)))
    return changed


def _returned(chance: Chance, partner: Partner) -> Partner:
    """Overdue at the last review, in touch again since."""
    quiet = before(rhythm(partner.seat.tier) + chance.number(5, 40), LAST_REVIEW)
    return replace(partner, quiet_from=quiet, last=workday(before(chance.number(4, 50))))


def _with_subsidiaries(found: Sequence[Partner]) -> list[Partner]:
    """A few partners belong to another of the same sector and tier, and have its tier from there."""
    parents: dict[tuple[str, str], Partner] = {}
    changed, wanted = list(found), max(1, scaled(SUBSIDIARIES, 140, len(found)))
    for i, partner in enumerate(found):
        kin = (partner.seat.sector, partner.seat.tier)
        if kin in parents and wanted and partner.since is None and partner.seat.story is None:
            changed[i] = replace(partner, parent_id=parents.pop(kin).id)
            wanted -= 1
        elif partner.seat.story is None:
            parents[kin] = partner
    return changed


def _outside(chance: Chance, number: int, width: int, names: dict[str, Iterator[str]]) -> Partner:
    sector = chance.pick(list(SECTORS))
    stopped = number % 2 == 1
    until = chance.day(date(2025, 6, 1), before(60, LAST_REVIEW)) if stopped else None
    last = workday(before(30, until)) if until else workday(before(chance.number(20, 300), END))
    seat = Seat(sector, "C", colleagues=1, owned=stopped)
    return Partner(f"p{number:0{width}d}", next(names[sector]), seat, last=last, until=until, has_tier=stopped)
