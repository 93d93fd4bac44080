"""Promises: whether we keep what we promised ourselves for a tier."""

from __future__ import annotations

from relinsight.measures.measure import YES_OR_NO, Formula, Measure
from relinsight.words.text import Text, text


def _promise(column: str, *, label: Text, question: Text, definition: Text) -> Measure:
    return Measure(
        name=f"promise.{column}",
        label=label,
        question=question,
        definition=definition,
        unit=YES_OR_NO,
        direction="up",
        formulas=(
            Formula(
                by=("partner",),
                over="promise",
                value=f"count(*) FILTER (WHERE promise = '{column}' AND is_kept)",
                state=f"max('not_promised') FILTER (WHERE promise = '{column}' AND NOT is_promised)",
                rows_among=f"promise = '{column}'",
            ),
        ),
        promised=True,
    )


MEASURES = (
    _promise(
        "rhythm_days",
        label=text("Promise: contact in time"),
        question=text("Did we speak as often as promised?"),
        definition=text("The last achieved contact is no longer ago than the rhythm of the tier."),
    ),
    _promise(
        "min_ties",
        label=text("Promise: enough ties"),
        question=text("Do enough colleagues know them?"),
        definition=text("At least as many colleagues have an active tie as the tier promises."),
    ),
    _promise(
        "assessment_days",
        label=text("Promise: both sides assessed"),
        question=text("Did both sides say how good the relation is?"),
        definition=text("Each side gave its own view, on any questionnaire, within the days that the tier promises."),
    ),
    _promise(
        "needs_year_goal",
        label=text("Promise: a goal for the year"),
        question=text("Is there a goal for the year that both sides endorse?"),
        definition=text("A current goal for the year is endorsed by both sides."),
    ),
    _promise(
        "needs_strategic_goal",
        label=text("Promise: a strategic goal"),
        question=text("Is there a strategic goal that both sides endorse?"),
        definition=text("A current strategic goal is endorsed by both sides."),
    ),
    _promise(
        "endorsement_days",
        label=text("Promise: fresh endorsements"),
        question=text("Are the endorsements still valid?"),
        definition=text("No current goal has a side whose endorsement went stale: too old, or given by somebody who left."),
    ),
    _promise(
        "answer_days",
        label=text("Promise: answers in time"),
        question=text("Do they get an answer in time?"),
        definition=text("No open question is past its due day, or past the days that the tier promises."),
    ),
)
