"""The five figures of a dossier."""

from __future__ import annotations

from typing import Any, Literal

from relinsight.insights.blocks import Cells, Change, Figure
from relinsight.insights.dossier.both_sides import whole
from relinsight.insights.naming import STATES
from relinsight.measures.figure import Figure as Computed
from relinsight.words.quantities import Days, Score
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

Figures = dict[str, Computed]


def shown(now: Figures, before: Figures, head: Cells, sides: list[Cells], scope: Scope) -> tuple[Figure, ...]:
    """The five figures of the dossier, with their change since the earlier day."""
    shared: dict[str, Any] = {"as_of": scope.as_of, "by": "partner", "subject": str(scope.partner)}
    return (
        Figure("days_since_contact", text("Last contact"), _ago(now), aside=_state(now, head), unknown=text("never"), **shared),
        _their_view(sides, shared),
        Figure("tied_employees", text("Colleagues tied"), _whole(now, "tied_employees"), aside=_promised_ties(now, head), **shared),
        Figure(
            "goals_endorsed_year",
            text("Goals both endorse"),
            _endorsed(now),
            change=_change(_both(now), _both(before), scope, "up"),
            aside=_late_goals(now),
            unknown=text("not promised") if number(now, "goals_current") else text("no goals"),
            **shared,
        ),
        Figure(
            "questions_open",
            text("Questions open"),
            _whole(now, "questions_open"),
            change=_change(number(now, "questions_open"), number(before, "questions_open"), scope, "down"),
            aside=_late_questions(now),
            **shared,
        ),
    )


def _their_view(sides: list[Cells], shared: dict[str, Any]) -> Figure:
    scores = whole(sides)
    measure = f"quality_partner@{scores['instrument']}" if scores else "quality_partner"
    if scores is None or scores["them"] is None:
        return Figure(measure, text("Their view of us"), None, n=scores["them_n"] if scores else None, **shared)
    value = text("{score}", score=Score(scores["them"]))
    aside = counted("{n} answer", "{n} answers", scores["them_n"])
    return Figure(measure, text("Their view of us"), value, n=scores["them_n"], aside=aside, **shared)


def _ago(now: Figures) -> Text | None:
    days = number(now, "days_since_contact")
    return None if days is None else text("{days}", days=Days(days))


def _state(now: Figures, head: Cells) -> Text | None:
    found = now.get("overdue_ratio")
    if found is None or not found.state:
        return None
    if head["rhythm_days"] is None:
        return STATES[found.state]
    return text("{state}, of {n}", state=STATES[found.state], n=head["rhythm_days"])


def _promised_ties(now: Figures, head: Cells) -> Text:
    if head["min_ties"] is None:
        return text("not promised")
    kept = now.get("promise.min_ties")
    if kept and kept.value:
        return text("kept, promised {n}", n=head["min_ties"])
    return text("not kept, promised {n}", n=head["min_ties"])


def _endorsed(now: Figures) -> Text | None:
    both, current = _both(now), number(now, "goals_current")
    return text("{both} of {current}", both=both, current=current) if current and both is not None else None


def _late_goals(now: Figures) -> Text | None:
    late = number(now, "goals_late")
    return counted("{n} is late", "{n} are late", late) if late else None


def _late_questions(now: Figures) -> Text | None:
    late = number(now, "questions_late")
    return counted("{n} is late", "{n} are late", late) if late else text("none is late") if late == 0 else None


def _whole(now: Figures, name: str) -> Text | None:
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
    if scope.since is None or now is None or before is None:
        return None
    return Change(now - before, scope.since, good)
