"""The goals with one partner, and where each side stands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.naming import ANSWERS, GOAL_STATES, HORIZONS, all_of, called
from relinsight.insights.partner.rows import GoalRow
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

Word = Text | Name | None


class GoalLine(NamedTuple):
    """A current goal: both sides' answers, its status and its day."""

    goal: str
    title: Name
    horizon: Word
    us: Word
    them: Word
    both: bool
    status: Word
    due_on: date | None


def goals(reader: Reader, scope: Scope) -> Table:
    """The current goals and where each side stands."""
    rows = tuple(map(_line, reader.page(GoalRow, "dossier_goals", scope)))
    return Table(
        "goals",
        _title(sum(row.both for row in rows), len(rows)),
        COLUMNS,
        rows,
        none=text("No goal with this partner is current on this day."),
        short=True,
    )


def _line(row: GoalRow) -> GoalLine:
    status = called(GOAL_STATES, row.status) or text("unknown")
    us, them = called(ANSWERS, row.us), called(ANSWERS, row.them)
    return GoalLine(row.goal, row.title, called(HORIZONS, row.horizon), us, them, row.both, status, row.due_on)


def _title(both: int, total: int) -> Text:
    if not total:
        return text("No goal is current")
    if total == 1:
        return text("Both sides stand behind the one goal") if both else text("The one goal does not have both sides behind it")
    if not both:
        return text("No goal has both sides behind it")
    if both == total:
        return all_of(text("Both sides stand behind both goals"), text("Both sides stand behind all {n} goals"), total)
    return counted(
        "{both} of {total} goals has both sides behind it",
        "{both} of {total} goals have both sides behind them",
        both,
        both=Spelled(both),
        total=Spelled(total),
    )


COLUMNS = (
    TableColumn("title", text("Goal")),
    TableColumn("horizon", text("Horizon")),
    TableColumn("us", text("We")),
    TableColumn("them", text("They")),
    TableColumn("status", text("Status"), "short"),
    TableColumn("due_on", text("Due"), "day"),
)
