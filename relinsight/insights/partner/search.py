"""The list to choose a partner from."""

from __future__ import annotations

from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.naming import STATES, PartnerNamed, partners_named
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text


class PartnerLine(NamedTuple):
    """A partner to choose."""

    partner: str
    name: Name
    tier: Name | None
    sector: Sector
    owner_name: Name | None
    place: Name | None
    state: Text


def all_partners(reader: Reader, scope: Scope) -> Table:
    """Every partner that is active on the day, to choose from."""
    sectors = reader.sectors_known()
    rows = tuple(_line(row, sector_of(sectors, row.sector)) for row in partners_named(reader, scope))
    return Table("choose", text("All partners"), COLUMNS, rows, none=text("No partner is active on this day."))


def _line(row: PartnerNamed, sector: Sector) -> PartnerLine:
    state = STATES[row.state] if row.state else text("no tier")
    return PartnerLine(row.partner, row.name, row.tier, sector, row.owner_name, row.place, state)


COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("owner_name", text("Account manager")),
    TableColumn("place", text("Place")),
    TableColumn("state", text("State")),
)
