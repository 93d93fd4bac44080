"""Questions: whether partners get an answer."""

from __future__ import annotations

from relinsight.measures.measure import GROUPS, QUESTIONS, Formula, Measure
from relinsight.words.text import text

QUESTIONS_OPEN = Measure(
    name="questions_open",
    label=text("Open questions"),
    question=text("How many questions wait for an answer?"),
    definition=text("Questions asked up to the day and not answered by then."),
    unit=QUESTIONS,
    direction="down",
    formulas=(Formula(by=(*GROUPS, "partner"), over="question_day", among="is_open", value="count(*)", nothing=0),),
    misleads=text("A partner that asks nothing has no open question either."),
)
QUESTIONS_LATE = Measure(
    name="questions_late",
    label=text("Questions too late"),
    question=text("How many answers are overdue?"),
    definition=text("Open questions past their due day; where they have none, past the days that the tier promises."),
    unit=QUESTIONS,
    direction="down",
    formulas=(
        Formula(
            by=(*GROUPS, "partner"),
            over="question_day",
            among="is_open",
            value="count(*) FILTER (WHERE is_late)",
            n="count(*)",
            nothing=0,
        ),
    ),
    promised=True,
)
MEASURES = (QUESTIONS_OPEN, QUESTIONS_LATE)
