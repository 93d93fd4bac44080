"""The exhibits of a city without tiers: whom we met, what was granted, and to whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from relinsight.access.reader import Holding
from relinsight.insights.before_tiers.answers import largest_sector
from relinsight.insights.before_tiers.rows import PartnerLine, SectorLine, tells_of_dealings
from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.amounts import Amount, Amounts
from relinsight.insights.nothing import NO_ROWS
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


SECTOR, PARTNER = TableColumn("sector", text("Sector"), "sector"), TableColumn("name", text("Partner"), "partner")
LAST = TableColumn("last_contact", text("Last contact"), "day")
OPEN = TableColumn("open", text("Open dealings"), "number")
REQUESTED, GRANTED = TableColumn("requested", text("Requested"), "money"), TableColumn("granted", text("Granted"), "money")
MET_IN_SECTOR = (TableColumn("met", text("Partners met"), "number"), LAST)
SECTOR_COLUMNS = (
    SECTOR,
    TableColumn("partners", text("Partners"), "number"),
    OPEN,
    REQUESTED,
    GRANTED,
    TableColumn("settled", text("Settled"), "money"),
)
CONTACTS = (
    TableColumn("contacts", text("All contacts"), "number"),
    LAST,
    TableColumn("met", text("Met there")),
    TableColumn("met_by", text("By whom")),
)
DEALINGS = (OPEN, TableColumn("dealings", text("All dealings"), "number"), REQUESTED, GRANTED)


def partner_list(rows: list[PartnerLine], holding: Holding) -> Table:
    """The partners by contacts, open dealings and amounts, as far as there are any."""
    contacts, dealings = bool(holding.contacts), tells_of_dealings(holding)
    return Table(
        "partners",
        _by_what(contacts, dealings),
        (PARTNER, SECTOR, *(_said(CONTACTS, rows) if contacts else ()), *(DEALINGS if dealings else ())),
        tuple(rows[:LISTED]),
        _in_what_order(contacts, dealings).with_values(shown=min(LISTED, len(rows)), n=len(rows)),
        none=NO_ROWS,
    )


def _by_what(contacts: bool, dealings: bool) -> Text:  # two answers of one question
    if not contacts:
        return text("Partners by open dealings and amounts")
    return text("Partners by contacts and open dealings") if dealings else text("Partners by contacts")


def _in_what_order(contacts: bool, dealings: bool) -> Text:
    if not contacts:
        return text("The first {shown} of {n}, by open dealings, then by what was granted in them. Amounts are those of open dealings.")
    if not dealings:
        return text("The first {shown} of {n}, by contacts. Contacts are achieved ones up to the day; met there and by whom: most often.")
    return text(
        "The first {shown} of {n}, by contacts, then by open dealings. Contacts are achieved ones up to the day; met there and by whom: "
        "most often. Amounts are those of open dealings."
    )


def most_met(rows: list[PartnerLine]) -> Table:
    """The few partners with most contacts."""
    return Table(
        "most-met",
        text("Partners whom we met most"),
        (PARTNER, *_said(CONTACTS, rows)),
        tuple(row for row in rows[:LARGEST] if row.contacts),
        text("By achieved contacts up to the day. Met there, by whom: the one who was there most often, and how many others were."),
        none=text("No contact with a partner in view is known."),
        short=True,
    )


def _said(columns: tuple[TableColumn, ...], rows: list[PartnerLine]) -> tuple[TableColumn, ...]:
    """The columns without those in which no row says anything: files that name no people have none to show."""
    return tuple(column for column in columns if column.name not in ("met", "met_by") or any(column.cell(row) for row in rows))


def longest_ago(rows: list[PartnerLine]) -> Table:
    """The few partners whom we never met, or met longest ago."""
    ordered = sorted(rows, key=lambda row: (row.last_contact is not None, row.last_contact or date.min, row.name, row.partner))
    return Table(
        "longest-ago",
        text("Partners whom we never met, or met longest ago"),
        (PARTNER, *_said(CONTACTS[1:], rows)),
        tuple(ordered[:LARGEST]),
        text("By the last achieved contact up to the day; empty: none is known."),
        none=NO_ROWS,
        short=True,
    )


def largest(rows: list[PartnerLine]) -> Table:
    """The few partners with most open dealings."""
    return Table(
        "largest",
        text("Partners with most open dealings"),
        (PARTNER, SECTOR, OPEN),
        tuple(rows[:LARGEST]),
        text("By open dealings, then by what was granted in them."),
        none=NO_ROWS,
    )


def sector_table(groups: list[SectorLine], holding: Holding) -> Table:
    """The sectors side by side, in numbers."""
    contacts, dealings = bool(holding.contacts), tells_of_dealings(holding)
    return Table(
        "sectors",
        text("The sectors side by side"),
        (*SECTOR_COLUMNS[:2], *(MET_IN_SECTOR if contacts else ()), *(SECTOR_COLUMNS[2:] if dealings else ())),
        tuple(groups),
        text("Amounts are those of open dealings.") if dealings else text("Partners met: those with an achieved contact up to the day."),
        none=NO_ROWS,
        short=True,
    )
