"""The formal dealings with one partner, and in which role we stand."""

from __future__ import annotations

from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.naming import ROLES, called
from relinsight.insights.partner.rows import DealingRow
from relinsight.words.name import Name
from relinsight.words.quantities import Money, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text
from relinsight.words.yardsticks import RECENT_YEARS

MOST = 30


class DealingLine(NamedTuple):
    """A dealing: our role in it, and what was granted."""

    dealing: str
    role: Text | Name | None
    title: Name
    cluster: Name | Text
    year: Name | None
    granted: Money | None
    is_open: bool
    state: Text


def dealings(reader: Reader, scope: Scope) -> Table:
    """The dealings that are open on the day, or opened in the last three years, and in which role we stand."""
    rows = reader.page(DealingRow, "dossier_dealings", scope)
    return Table(
        "dealings",
        _title(rows),
        COLUMNS,
        tuple(map(_line, rows[:MOST])),
        text(
            "Open on the day, or opened in the {years} years before it; at most {most}, the newest first.",
            years=Spelled(RECENT_YEARS),
            most=MOST,
        ),
        none=text("No formal dealing with this partner is known."),
        short=True,
    )


def _line(row: DealingRow) -> DealingLine:
    return DealingLine(
        dealing=row.dealing,
        role=called(ROLES, row.role),
        title=row.title or row.reference or Name(""),
        cluster=row.cluster_name or text("unknown"),
        year=Name(row.year) if row.year else None,
        granted=None if row.granted is None else Money(row.granted),
        is_open=row.is_open,
        state=text("open") if row.is_open else text("closed"),
    )


def _title(rows: list[DealingRow]) -> Text:
    if not rows:
        return text("No dealings are known")
    roles = [row.role for row in rows if row.is_open]
    if not roles:
        return text("No dealings are open")
    return text(
        "{dealings} in {roles}",
        dealings=counted("{number} open dealing", "{number} open dealings", len(roles), number=Spelled(len(roles))),
        roles=counted("{number} role", "{number} roles", len(set(roles)), number=Spelled(len(set(roles)))),
    )


COLUMNS = (
    TableColumn("role", text("Our role")),
    TableColumn("title", text("Dealing")),
    TableColumn("cluster", text("Cluster")),
    TableColumn("year", text("Year")),
    TableColumn("granted", text("Granted"), "money"),
    TableColumn("state", text("State"), "short"),
)
