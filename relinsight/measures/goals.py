"""Goals: whether both sides stand behind what we want."""

from __future__ import annotations

from relinsight.measures.measure import GOALS, GROUPS, Formula, Measure
from relinsight.words.text import Text, text

BY_BOTH = "count(*) FILTER (WHERE is_endorsed_by_both)"


def _endorsed(horizon: str, *, label: Text, question: Text, definition: Text) -> Measure:
    return Measure(
        name=f"goals_endorsed_{horizon}",
        label=label,
        question=question,
        definition=definition,
        unit=GOALS,
        direction="up",
        formulas=(
            Formula(
                by=("partner",),
                over="goal_day",
                among=f"is_current AND horizon = '{horizon}'",
                value=BY_BOTH,
                n="count(*)",
                nothing=0,
            ),
        ),
        promised=True,
    )


GOALS_CURRENT = Measure(
    name="goals_current",
    label=text("Current goals"),
    question=text("What do we want with them now?"),
    definition=text("Goals that have started, are not past their due day and were not dropped."),
    unit=GOALS,
    direction="neither",
    formulas=(Formula(by=("partner",), over="goal_day", among="is_current", value="count(*)", nothing=0),),
)
GOALS_LATE = Measure(
    name="goals_late",
    label=text("Goals too late"),
    question=text("Which goals passed their day unreached?"),
    definition=text("Goals past their due day whose newest status is neither achieved nor dropped."),
    unit=GOALS,
    direction="down",
    formulas=(Formula(by=("partner",), over="goal_day", among="is_late", value="count(*)", nothing=0),),
    misleads=text("A goal that was reached but not noted counts as late."),
)
GOALS_ENDORSED_BOTH = Measure(
    name="goals_endorsed_both",
    label=text("Goals both endorse"),
    question=text("Behind how many goals do both sides stand?"),
    definition=text("Pairs of a current goal and a partner in which each side has a valid endorsement."),
    unit=GOALS,
    direction="up",
    formulas=(Formula(by=GROUPS, over="goal_day", among="is_current", value=BY_BOTH, n="count(*)", nothing=0),),
    misleads=text("A goal with four partners makes four pairs."),
)
MEASURES = (
    GOALS_CURRENT,
    _endorsed(
        "year",
        label=text("Goals for the year both endorse"),
        question=text("Behind how many goals for the year do both sides stand?"),
        definition=text("Current goals for the year for which each side has a valid endorsement."),
    ),
    _endorsed(
        "strategic",
        label=text("Strategic goals both endorse"),
        question=text("Behind how many strategic goals do both sides stand?"),
        definition=text("Current strategic goals for which each side has a valid endorsement."),
    ),
    GOALS_LATE,
    GOALS_ENDORSED_BOTH,
)
