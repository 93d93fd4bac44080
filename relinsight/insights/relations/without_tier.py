"""Partners without a tier: how many stand outside the figures of a page, and the list to fill in for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.nothing import NO_ROWS
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


class WithoutTier(NamedTuple):
    """A partner without a tier, the most met first: what is known of it that a list of partners says."""

    partner: str
    name: Name
    sector: str | None
    owner_name: Name | None


class TierLine(NamedTuple):
    """The same with an empty tier, to fill in."""

    id: Name
    name: Name
    tier: None
    sector: Text | Name | None
    account_manager: Name | None


def without_tier(reader: Reader, scope: Scope) -> list[WithoutTier]:
    """The partners in view that have no tier."""
    return reader.partners(WithoutTier, "without_tier", scope)


def outside(rows: Sequence[WithoutTier]) -> Text:
    """That they stand outside the figures of a page that speaks of tiers."""
    return counted(
        "{n} partner has no tier and stands outside these figures; the list to fill in below names it.",
        "{n} partners have no tier and stand outside these figures; the list to fill in below names them.",
        len(rows),
    )


def tier_list(rows: Sequence[WithoutTier], sectors: Mapping[str | None, Sector]) -> Table:
    """The list of these partners, to fill in and import."""
    columns = (
        TableColumn("id", text("id")),
        TableColumn("name", text("name")),
        TableColumn("tier", text("tier"), "short"),
        TableColumn("sector", text("sector")),
        TableColumn("account_manager", text("account_manager")),
    )
    return Table(
        "tiers",
        text("The list to fill in"),
        columns,
        tuple(_line(row, sectors) for row in rows),
        text(
            "Partners without a tier, those whom we met most first, then those with the largest dealings. Fill in the column 'tier' with "
            "A, B or C, and where you can 'sector' and 'account_manager', and import this list."
        ),
        none=NO_ROWS,
        file_name="partner.csv",
    )


def _line(row: WithoutTier, sectors: Mapping[str | None, Sector]) -> TierLine:
    sector = None if row.sector is None else sector_of(sectors, row.sector).name
    return TierLine(Name(row.partner), row.name, None, sector, row.owner_name)


def list_where_needed(rows: Sequence[WithoutTier], sectors: Mapping[str | None, Sector]) -> tuple[Table, ...]:
    """The list, where some partner lacks a tier."""
    return (tier_list(rows, sectors),) if rows else ()
