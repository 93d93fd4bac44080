"""The partners and sectors of a city without tiers: their contacts, their dealings and the amounts of these."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Holding, Reader
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


class PartnerOfDay(NamedTuple):
    """A partner active on the day: its contacts, whom we met there most and who did, and its dealings, all up to the day.

    Amounts are those of open dealings, empty where none is known.
    """

    partner: str
    name: Name
    sector: str | None
    contacts: int
    last_contact: date | None
    met: Name | None
    people: int
    met_by: Name | None
    colleagues: int
    open: int
    dealings: int
    requested: Decimal | None
    granted: Decimal | None
    settled: Decimal | None


class PartnerLine(NamedTuple):
    """The same as it is shown."""

    partner: str
    name: Name
    sector: Sector
    contacts: int
    last_contact: date | None
    met: Text | None
    met_by: Text | None
    open: int
    dealings: int
    requested: Decimal | None
    granted: Decimal | None
    settled: Decimal | None


class SectorLine(NamedTuple):
    """The partners of one sector together."""

    sector: Sector
    partners: int
    met: int
    last_contact: date | None
    open: int
    dealings: int
    requested: Decimal | None
    granted: Decimal | None
    settled: Decimal | None


def tells_of_dealings(holding: Holding) -> bool:
    """Whether dealings are spoken of: where there are any, and where there are no contacts to speak of."""
    return bool(holding.dealings or not holding.contacts)


def partners_before_tiers(reader: Reader, scope: Scope) -> list[PartnerLine]:
    """The partners in view, the one with most contacts first, then the one with most open dealings."""
    sectors = reader.sectors_known()
    return [_line(row, sector_of(sectors, row.sector)) for row in reader.partners(PartnerOfDay, "partners_before_tiers", scope)]


def _line(row: PartnerOfDay, sector: Sector) -> PartnerLine:
    return PartnerLine(
        partner=row.partner,
        name=row.name,
        sector=sector,
        contacts=row.contacts,
        last_contact=row.last_contact,
        met=_with_others(row.met, row.people - 1),
        met_by=_with_others(row.met_by, row.colleagues - 1),
        open=row.open,
        dealings=row.dealings,
        requested=row.requested,
        granted=row.granted,
        settled=row.settled,
    )


def _with_others(name: Name | None, others: int) -> Text | None:
    """Somebody's name, and how many there are besides."""
    if name is None:
        return None
    return counted("{name} and {n} other", "{name} and {n} others", others, name=name) if others > 0 else text("{name}", name=name)


def by_sector(rows: list[PartnerLine]) -> list[SectorLine]:
    """The sectors in view, the one with the largest granted amount first, then that with most partners met; those without one last."""
    groups: dict[Sector, list[PartnerLine]] = {}
    for row in rows:
        groups.setdefault(row.sector, []).append(row)
    found = [_together(sector, own) for sector, own in groups.items()]
    return sorted(found, key=lambda line: (line.granted is None, -(line.granted or 0), -line.met, str(line.sector.id)))


def _together(sector: Sector, own: list[PartnerLine]) -> SectorLine:
    return SectorLine(
        sector=sector,
        partners=len(own),
        met=sum(row.contacts > 0 for row in own),
        last_contact=max((row.last_contact for row in own if row.last_contact), default=None),
        open=sum(row.open for row in own),
        dealings=sum(row.dealings for row in own),
        requested=_sum(row.requested for row in own),
        granted=_sum(row.granted for row in own),
        settled=_sum(row.settled for row in own),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; nothing where no amount is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
