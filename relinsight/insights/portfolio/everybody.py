"""Every partner in view, and what is not known of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from relinsight.access.choices import Sector
from relinsight.insights.blocks import Note, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS, missing
from relinsight.insights.relations.in_view import Relations, without_sector
from relinsight.insights.relations.rows import Relation
from relinsight.insights.relations.views import Views
from relinsight.insights.relations.without_tier import WithoutTier, outside
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text


class PartnerLine(NamedTuple):
    """One partner in a row: whose it is, how long it was silent and what it thinks of us."""

    partner: str
    name: Name
    tier: Name
    sector: Sector
    owner: str | None
    owner_name: Name | None
    cluster: str | None
    cluster_name: Name | None
    state: str
    state_said: Text
    days: int | None
    promised: int | None
    view: float | None
    uncovered: bool


def everybody(in_view: Relations, seen: Views) -> Table:
    """All partners in view."""
    return Table(
        "partners",
        counted("The one partner", "All {n} partners", in_view.total) if in_view.total else NO_PARTNER,
        COLUMNS,
        tuple(_line(row, in_view, seen) for row in in_view.now),
        text(
            "Days silent: since the last achieved contact. Promised: the rhythm of the tier. Their view: 0 to "
            "100, empty where none was given."
        ),
        none=NO_ROWS,
    )


def _line(row: Relation, in_view: Relations, seen: Views) -> PartnerLine:
    return PartnerLine(
        partner=row.partner,
        name=row.name,
        tier=row.tier,
        sector=in_view.sector_of(row),
        owner=row.owner,
        owner_name=row.owner_name,
        cluster=row.cluster,
        cluster_name=row.cluster_name,
        state=row.state,
        state_said=row.state_said,
        days=row.days,
        promised=row.promised,
        view=seen.scores.get(row.partner),
        uncovered=row.uncovered,
    )


COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("owner_name", text("Account manager")),
    TableColumn("cluster_name", text("Cluster")),
    TableColumn("state_said", text("State"), "short"),
    TableColumn("days", text("Days silent"), "number"),
    TableColumn("promised", text("Promised"), "number"),
    TableColumn("view", text("Their view"), "score"),
)


def unknown(in_view: Relations, seen: Views, others: Sequence[WithoutTier]) -> Note | None:
    """What is not known of the partners in view."""
    lines = [
        outside(others),
        counted(
            "{n} partner has not told us what it thinks of us.",
            "{n} partners have not told us what they think of us.",
            sum(row.partner not in seen.scores for row in in_view.now),
        ),
        counted("{n} partner has no sector.", "{n} partners have no sector.", without_sector(in_view.now)),
        counted(
            "{n} partner has no account manager, and so no cluster.",
            "{n} partners have no account manager, and so no cluster.",
            sum(row.owner is None for row in in_view.now),
        ),
    ]
    return missing(lines, in_view.total)
