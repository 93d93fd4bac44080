"""The five figures of a dossier."""

from __future__ import annotations

from functools import partial
from typing import Literal

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Change, KeyFigure
from relinsight.insights.naming import STATES
from relinsight.insights.partner.both_sides import of_all_dimensions
from relinsight.insights.partner.rows import Head, Sides
from relinsight.measures.figure import Figure
from relinsight.words.quantities import Days, Score
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

Figures = dict[str, Figure]
SHOWN = (
    "days_since_contact",
    "overdue_ratio",
    "tied_employees",
    "goals_current",
    "goals_endorsed_year",
    "goals_endorsed_strategic",
    "goals_late",
    "questions_open",
    "questions_late",
    "contacts",
    "promise.rhythm_days",
    "promise.min_ties",
    "promise.assessment_days",
    "promise.needs_year_goal",
    "promise.needs_strategic_goal",
    "promise.endorsement_days",
    "promise.answer_days",
)


def computed(reader: Reader, scope: Scope) -> Figures:
    """The measures of the partner that the dossier speaks of."""
    return {found.measure: found for found in reader.figures(scope, "partner", *SHOWN)}


def shown(now: Figures, before: Figures, head: Head, sides: list[Sides], scope: Scope) -> tuple[KeyFigure, ...]:
    """The five figures of the dossier, with their change since the earlier day."""
    figure = partial(KeyFigure, as_of=scope.as_of, by="partner", subject=head.partner)
    return (
        figure("days_since_contact", text("Last contact"), _ago(now), aside=_state(now, head), unknown=text("never")),
        _their_view(sides, figure),
        figure("tied_employees", text("Colleagues tied"), _said(now, "tied_employees"), aside=_promised_ties(now, head)),
        figure(
            "goals_endorsed_year",
            text("Goals both endorse"),
            _endorsed(now),
            change=_change(_both(now), _both(before), scope, "up"),
            aside=_late_goals(now),
            unknown=text("not promised") if number(now, "goals_current") else text("no goals"),
        ),
        figure(
            "questions_open",
            text("Questions open"),
            _said(now, "questions_open"),
            change=_change(number(now, "questions_open"), number(before, "questions_open"), scope, "down"),
            aside=_late_questions(now),
        ),
    )


def _their_view(sides: list[Sides], figure: partial[KeyFigure]) -> KeyFigure:
    scores = of_all_dimensions(sides)
    label = text("Their view of us")
    if scores is None:
        return figure("quality_partner", label, None)
    measure = f"quality_partner@{scores.instrument}"
    if scores.them is None:
        return figure(measure, label, None, n=scores.them_n)
    aside = counted("{n} answer", "{n} answers", scores.them_n or 0)
    return figure(measure, label, text("{score}", score=Score(scores.them)), n=scores.them_n, aside=aside)


def _ago(now: Figures) -> Text | None:
    days = number(now, "days_since_contact")
    return None if days is None else text("{days}", days=Days(days))


def _state(now: Figures, head: Head) -> Text | None:
    found = now.get("overdue_ratio")
    if found is None or not found.state:
        return None
    if head.rhythm_days is None:
        return STATES[found.state]
    return text("{state}, of {n}", state=STATES[found.state], n=head.rhythm_days)


def _promised_ties(now: Figures, head: Head) -> Text:
    if head.min_ties is None:
        return text("not promised")
    kept = now.get("promise.min_ties")
    if kept and kept.value:
        return text("kept, promised {n}", n=head.min_ties)
    return text("not kept, promised {n}", n=head.min_ties)


def _endorsed(now: Figures) -> Text | None:
    both, current = _both(now), number(now, "goals_current")
    return text("{both} of {current}", both=both, current=current) if current and both is not None else None


def _late_goals(now: Figures) -> Text | None:
    late = number(now, "goals_late")
    return counted("{n} is late", "{n} are late", late) if late else None


def _late_questions(now: Figures) -> Text | None:
    late = number(now, "questions_late")
    return counted("{n} is late", "{n} are late", late) if late else text("none is late") if late == 0 else None


def _said(now: Figures, name: str) -> Text | None:
    value = number(now, name)
    return None if value is None else text("{n}", n=value)


def number(now: Figures, name: str) -> int | None:
    """A figure as a whole number; nothing where it is unknown."""
    found = now.get(name)
    return None if found is None or found.value is None else round(found.value)


def _both(now: Figures) -> int | None:
    parts = [number(now, "goals_endorsed_year"), number(now, "goals_endorsed_strategic")]
    return None if parts == [None, None] else sum(part or 0 for part in parts)


def _change(now: int | None, before: int | None, scope: Scope, good: Literal["up", "down"]) -> Change | None:
    if scope.earlier is None or now is None or before is None:
        return None
    return Change(now - before, scope.earlier, good)
