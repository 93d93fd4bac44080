"""The exhibits of a register of dealings: amounts, partners, and the list of tiers to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.insights.blocks import Cells, Chart, Column, Table
from relinsight.insights.nothing import NO_ROWS
from relinsight.words.name import Name
from relinsight.words.text import Text, text

LISTED, LARGEST = 500, 12
FILL_IN = text(
    "Take the list below along, fill in the column 'tier' with A, B or C, and import it: then this page can say who is uncovered."
)


def amounts(groups: list[Cells]) -> Chart:
    """What was granted in open dealings, by sector."""
    shown = tuple(group for group in groups if group["open"])
    return Chart(
        "amounts",
        "amounts",
        _largest_sector(shown),
        shown,
        SECTOR_COLUMNS,
        text("The amount granted in open dealings, by sector."),
        text(
            "Granted amounts of dealings that are open on the day. A dealing of which only the year is known is "
            "open from 1 January to 31 December."
        ),
        height=60 + 34 * max(len(shown), 2),
        none=text("No dealing is open on this day."),
    )


def nothing_granted(groups: Sequence[Cells]) -> Text:
    """What is said of open dealings in which no amount was granted."""
    if not any(group["open"] for group in groups):
        return text("No dealings are open")
    if all(group["granted"] is None for group in groups):
        return text("No granted amount is known of the dealings that are open")
    return text("Nothing was granted yet in the dealings that are open")


def _largest_sector(groups: tuple[Cells, ...]) -> Text:
    if not groups or not groups[0]["granted"]:
        return nothing_granted(groups)
    return text("The largest amount in open dealings went to {sector}", sector=groups[0]["sector_name"])


SECTOR_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("partners", text("Partners"), "number"),
    Column("open", text("Open dealings"), "number"),
    Column("requested", text("Requested"), "money"),
    Column("granted", text("Granted"), "money"),
    Column("settled", text("Settled"), "money"),
)
PARTNER_COLUMNS = (
    Column("name", text("Partner"), "partner", 250),
    Column("sector_name", text("Sector"), "sector", 172),
    Column("open", text("Open dealings"), "number", 170),
    Column("dealings", text("All dealings"), "number", 154),
    Column("requested", text("Requested"), "money", 132),
    Column("granted", text("Granted"), "money", 132),
)


def partner_list(rows: list[Cells]) -> Table:
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


def largest(rows: list[Cells]) -> Table:
    """The few partners with most open dealings."""
    return Table(
        "largest",
        text("Partners with most open dealings"),
        PARTNER_COLUMNS[:3],
        tuple(rows[:LARGEST]),
        text("By open dealings, then by what was granted in them."),
        none=NO_ROWS,
    )


def tier_list(rows: list[Cells]) -> Table:
    """The list of partners with an empty tier, to fill in and import."""
    found = tuple({"id": Name(row["partner"]), "partner": row["partner"], "name": row["name"], "tier": None} for row in rows)
    columns = (
        Column("id", text("id"), width=280),
        Column("name", text("name"), width=520),
        Column("tier", text("tier"), width=100),
    )
    return Table(
        "tiers",
        text("The list to fill in"),
        columns,
        found,
        text("Fill in the column 'tier' with A, B or C, and import this list."),
        none=NO_ROWS,
        file_name="partner.csv",
    )


def sector_table(groups: list[Cells]) -> Table:
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
