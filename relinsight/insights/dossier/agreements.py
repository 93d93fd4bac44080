"""The goals, questions and dealings of one partner."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Column, Table
from relinsight.insights.naming import ANSWERS, GOAL_STATES, HORIZONS, ROLES, all_of, called
from relinsight.words.name import Name
from relinsight.words.quantities import Money, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

MOST_DEALINGS = 30  # as the caption says


def goals(reader: Reader, scope: Scope) -> Table:
    """The current goals and where each side stands."""
    rows = tuple(
        {
            **row,
            "title": Name(row["title"]),
            "horizon": called(HORIZONS, row["horizon"]),
            "us": called(ANSWERS, row["us"]),
            "them": called(ANSWERS, row["them"]),
            "status": called(GOAL_STATES, row["status"]) or text("unknown"),
        }
        for row in reader.page("dossier_goals", scope)
    )
    both = sum(1 for row in rows if row["both"])
    return Table(
        "goals",
        _goals_title(both, len(rows)),
        GOAL_COLUMNS,
        rows,
        none=text("No goal with this partner is current on this day."),
        short=True,
    )


def _goals_title(both: int, total: int) -> Text:
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


GOAL_COLUMNS = (
    Column("title", text("Goal")),
    Column("horizon", text("Horizon")),
    Column("us", text("We")),
    Column("them", text("They")),
    Column("status", text("Status"), "short"),
    Column("due_on", text("Due"), "day"),
)


def questions(reader: Reader, scope: Scope) -> Table:
    """The open questions, where they are and when the answer is due."""
    rows = tuple(
        {
            **row,
            "subject": Name(row["subject"] or ""),
            "where": Name(row["place_name"]) if row["place_name"] else text("not yet referred"),
            "state": _due(row, scope),
        }
        for row in reader.page("dossier_questions", scope)
    )
    late = sum(1 for row in rows if row["late"])
    waits = counted("{number} question waits", "{number} questions wait", len(rows), number=Spelled(len(rows)))
    title = text("{waits}; {late} late", waits=waits, late=Spelled(late)) if late else text("{waits}", waits=waits)
    return Table(
        "questions",
        title if rows else text("No question is open"),
        QUESTION_COLUMNS,
        rows,
        none=text("Every question of this partner was answered, or none was asked."),
        short=True,
    )


QUESTION_COLUMNS = (
    Column("asked_on", text("Asked"), "day"),
    Column("subject", text("Question")),
    Column("where", text("Where it is")),
    Column("due_on", text("Due"), "day"),
    Column("state", text("State"), "short"),
)


def _due(row: Cells, scope: Scope) -> Text:
    if row["due_on"] is None:
        return text("no term")
    days = (row["due_on"] - scope.as_of).days
    if not days:
        return text("last day")
    return counted("{n} day left", "{n} days left", days) if days > 0 else counted("{n} day late", "{n} days late", -days)


def dealings(reader: Reader, scope: Scope) -> Table:
    """The dealings that are open on the day, or opened in the last three years, and in which role we stand."""
    rows = tuple(_dealing(row) for row in reader.page("dossier_dealings", scope))
    return Table(
        "dealings",
        _dealings_title(rows),
        DEALING_COLUMNS,
        rows[:MOST_DEALINGS],
        text("Open on the day, or opened in the three years before it; at most thirty, the newest first."),
        none=text("No formal dealing with this partner is known."),
        short=True,
    )


def _dealing(row: Cells) -> Cells:
    return {
        **row,
        "role": called(ROLES, row["role"]),
        "title": Name(row["title"] or row["reference"] or ""),
        "year": Name(row["year"]) if row["year"] else None,
        "cluster": Name(row["cluster_name"]) if row["cluster_name"] else text("unknown"),
        "granted": Money(row["granted"]) if row["granted"] is not None else None,
        "state": text("open") if row["is_open"] else text("closed"),
    }


def _dealings_title(rows: tuple[Cells, ...]) -> Text:
    if not rows:
        return text("No dealings are known")
    open_ = [row for row in rows if row["is_open"]]
    if not open_:
        return text("No dealings are open")
    roles = len({str(row["role"]) for row in open_})
    return text(
        "{dealings} in {roles}",
        dealings=counted("{number} open dealing", "{number} open dealings", len(open_), number=Spelled(len(open_))),
        roles=counted("{number} role", "{number} roles", roles, number=Spelled(roles)),
    )


DEALING_COLUMNS = (
    Column("role", text("Our role")),
    Column("title", text("Dealing")),
    Column("cluster", text("Cluster")),
    Column("year", text("Year")),
    Column("granted", text("Granted"), "money"),
    Column("state", text("State"), "short"),
)
