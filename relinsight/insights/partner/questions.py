"""The open questions of one partner."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.partner.rows import QuestionRow
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


class QuestionLine(NamedTuple):
    """An open question: where it is, and when the answer is due."""

    question: str
    asked_on: date
    subject: Name
    where: Name | Text
    due_on: date | None
    late: bool
    state: Text


def questions(reader: Reader, scope: Scope) -> Table:
    """The open questions, where they are and when the answer is due."""
    rows = tuple(_line(row, scope.as_of) for row in reader.page(QuestionRow, "dossier_questions", scope))
    return Table(
        "questions",
        _title(len(rows), sum(row.late for row in rows)),
        COLUMNS,
        rows,
        none=text("Every question of this partner was answered, or none was asked."),
        short=True,
    )


def _title(n: int, late: int) -> Text:
    if not n:
        return text("No question is open")
    waits = counted("{number} question waits", "{number} questions wait", n, number=Spelled(n))
    return text("{waits}; {late} late", waits=waits, late=Spelled(late)) if late else text("{waits}", waits=waits)


def _line(row: QuestionRow, as_of: date) -> QuestionLine:
    where = row.place_name or text("not yet referred")
    return QuestionLine(row.question, row.asked_on, row.subject or Name(""), where, row.due_on, row.late, _due(row.due_on, as_of))


def _due(due_on: date | None, as_of: date) -> Text:
    if due_on is None:
        return text("no term")
    days = (due_on - as_of).days
    if not days:
        return text("last day")
    return counted("{n} day left", "{n} days left", days) if days > 0 else counted("{n} day late", "{n} days late", -days)


COLUMNS = (
    TableColumn("asked_on", text("Asked"), "day"),
    TableColumn("subject", text("Question")),
    TableColumn("where", text("Where it is")),
    TableColumn("due_on", text("Due"), "day"),
    TableColumn("state", text("State"), "short"),
)
