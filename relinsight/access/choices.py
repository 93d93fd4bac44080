"""What can be chosen in a filter, and how sectors are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from relinsight.words.name import Name, told_apart
from relinsight.words.text import Text, text

SHIPPED_SECTORS = {
    "care": text("care"),
    "culture": text("culture"),
    "maritime": text("maritime"),
    "developers": text("developers"),
    "residents": text("residents"),
    "entrepreneurs": text("entrepreneurs"),
    "sport": text("sport"),
}


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its id, how people call it, and whether it takes others below it along."""

    id: str
    name: Text | Name
    has_below: bool = False


class ChosenPartner(NamedTuple):
    """A partner that the filters choose by its state on the day."""

    partner: str


class SectorOffered(NamedTuple):
    """A sector to which a partner belongs on the day; empty where some partner belongs to none."""

    id: str | None
    name: Name | None


class SectorKnown(NamedTuple):
    """A sector of the city, with or without partners."""

    id: str
    name: Name


class ClusterOffered(NamedTuple):
    """A cluster, and whether others lie below it."""

    id: str
    name: Name
    has_below: bool


class OwnerOffered(NamedTuple):
    """An employee who owns a partner on the day."""

    id: str
    name: Name


class EmployeeKnown(NamedTuple):
    """An employee of the city, with or without partners."""

    id: str
    name: Name


class ReviewDay(NamedTuple):
    """The newest team meeting before a day."""

    day: date | None


@dataclass(frozen=True)
class Sector:
    """A sector as it is shown: its id (empty: none), its name, and its place among those that the city added itself."""

    id: str | None
    name: Text | Name
    place: int | None = None


NO_SECTOR = Sector(None, text("no sector"))


def sector_name(sector: str | None, name: Name | None) -> Text | Name:
    """How a sector is called: translated where it is a shipped one that nobody renamed."""
    if sector is None:
        return NO_SECTOR.name
    return SHIPPED_SECTORS[sector] if sector in SHIPPED_SECTORS and name == sector else name or Name(sector)


def sectors_by_id(known: Iterable[SectorKnown]) -> Mapping[str | None, Sector]:
    """Every sector of the city, and the lack of one, each with a name and, where it is the city's own, a look that no other has."""
    sectors = sorted(known)
    names = told_apart({one.id: one.name for one in sectors})
    places = {sector.id: place for place, sector in enumerate(own for own in sectors if own.id not in SHIPPED_SECTORS)}
    return {None: NO_SECTOR} | {one.id: Sector(one.id, sector_name(one.id, Name(names[one.id])), places.get(one.id)) for one in sectors}


def sector_of(sectors: Mapping[str | None, Sector], sector: str | None) -> Sector:
    """The sector of an id; one that nobody described is called by its id."""
    return sectors.get(sector) or Sector(sector, Name(sector or ""))
