"""The partners and sectors of a register: their dealings and amounts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.words.name import Name
from relinsight.words.scope import Scope


class RegisterPartner(NamedTuple):
    """A partner active on the day: its dealings up to the day and the amounts of those that are open, empty where none is known."""

    partner: str
    name: Name
    sector: str | None
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
    open: int
    dealings: int
    requested: Decimal | None
    granted: Decimal | None
    settled: Decimal | None


class SectorLine(NamedTuple):
    """The partners of one sector together."""

    sector: Sector
    partners: int
    open: int
    dealings: int
    requested: Decimal | None
    granted: Decimal | None
    settled: Decimal | None


def register_partners(reader: Reader, scope: Scope) -> list[PartnerLine]:
    """The partners in view, the one with most open dealings first."""
    sectors = reader.sectors_known()
    return [_line(row, sector_of(sectors, row.sector)) for row in reader.partners(RegisterPartner, "register_partners", scope)]


def _line(row: RegisterPartner, sector: Sector) -> PartnerLine:
    return PartnerLine(row.partner, row.name, sector, row.open, row.dealings, row.requested, row.granted, row.settled)


def by_sector(rows: list[PartnerLine]) -> list[SectorLine]:
    """The sectors in view, the one with the largest granted amount first; those without a known one last."""
    groups: dict[Sector, list[PartnerLine]] = {}
    for row in rows:
        groups.setdefault(row.sector, []).append(row)
    found = [_together(sector, own) for sector, own in groups.items()]
    return sorted(found, key=lambda line: (line.granted is None, -(line.granted or 0), str(line.sector.id)))


def _together(sector: Sector, own: list[PartnerLine]) -> SectorLine:
    return SectorLine(
        sector=sector,
        partners=len(own),
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
