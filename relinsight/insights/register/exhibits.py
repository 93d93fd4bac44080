"""The exhibits of a register of dealings: amounts, partners, and the list of tiers to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.amounts import Amount, Amounts
from relinsight.insights.nothing import NO_ROWS
from relinsight.insights.register.answers import largest_sector
from relinsight.insights.register.rows import PartnerLine, SectorLine
from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney
from relinsight.words.text import Text, text

LISTED, LARGEST = 500, 12


def amounts(groups: list[SectorLine]) -> Chart:
    """What was granted in open dealings, by sector."""
    shown = tuple(group for group in groups if group.open)
    bars = tuple(Amount(group.sector.name, group.granted or Decimal(0), _about(group.granted)) for group in shown)
    return Chart(
        "amounts",
        largest_sector(shown),
        Amounts(bars),
        SECTOR_COLUMNS,
        text("The amount granted in open dealings, by sector."),
        text(
            "Granted amounts of dealings that are open on the day. A dealing of which only the year is known is "
            "open from 1 January to 31 December."
        ),
        text("No dealing is open on this day."),
        lines=shown,
    )


def _about(amount: Decimal | None) -> Text:
    return text("unknown") if amount is None else text("{amount}", amount=AboutMoney(amount))


SECTOR_COLUMNS = (
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("partners", text("Partners"), "number"),
    TableColumn("open", text("Open dealings"), "number"),
    TableColumn("requested", text("Requested"), "money"),
    TableColumn("granted", text("Granted"), "money"),
    TableColumn("settled", text("Settled"), "money"),
)
PARTNER_COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("open", text("Open dealings"), "number"),
    TableColumn("dealings", text("All dealings"), "number"),
    TableColumn("requested", text("Requested"), "money"),
    TableColumn("granted", text("Granted"), "money"),
)


def partner_list(rows: list[PartnerLine]) -> Table:
    """The partners by open dealings and amounts."""
    return Table(
        "partners",
        text("Partners by open dealings and amounts"),
        PARTNER_COLUMNS,
        tuple(rows[:LISTED]),
        text(
            "The first {shown} of {n}, by open dealings, then by what was granted in them. Amounts are those of open dealings.",
            shown=min(LISTED, len(rows)),
            n=len(rows),
        ),
        none=NO_ROWS,
    )


def largest(rows: list[PartnerLine]) -> Table:
    """The few partners with most open dealings."""
    return Table(
        "largest",
        text("Partners with most open dealings"),
        PARTNER_COLUMNS[:3],
        tuple(rows[:LARGEST]),
        text("By open dealings, then by what was granted in them."),
        none=NO_ROWS,
    )


class TierLine(NamedTuple):
    """A partner with an empty tier, to fill in."""

    id: Name
    name: Name
    tier: None = None


def tier_list(rows: Sequence[PartnerLine]) -> Table:
    """The list of partners with an empty tier, to fill in and import."""
    columns = (
        TableColumn("id", text("id")),
        TableColumn("name", text("name")),
        TableColumn("tier", text("tier"), "short"),
    )
    return Table(
        "tiers",
        text("The list to fill in"),
        columns,
        tuple(TierLine(Name(row.partner), row.name) for row in rows),
        text("Fill in the column 'tier' with A, B or C, and import this list."),
        none=NO_ROWS,
        file_name="partner.csv",
    )


def sector_table(groups: list[SectorLine]) -> Table:
    """The sectors side by side, in numbers."""
    return Table(
        "sectors",
        text("The sectors side by side"),
        SECTOR_COLUMNS,
        tuple(groups),
        text("Amounts are those of open dealings."),
        none=NO_ROWS,
        short=True,
    )
