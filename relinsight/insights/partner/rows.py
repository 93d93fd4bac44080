"""What is read of one partner."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from relinsight.words.name import Name


class Head(NamedTuple):
    """The partner, active on the day, with its tier, sector, owner and what it was promised."""

    partner: str
    name: Name
    about: Name | None
    place: Name | None
    website: Name | None
    active_to: date | None
    tier: Name | None
    tier_from_name: Name | None
    sector: str | None
    owner_name: Name | None
    cluster_name: Name | None
    rhythm_days: int | None
    min_ties: int | None
    assessment_days: int | None
    endorsement_days: int | None
    answer_days: int | None
    needs_year_goal: bool
    needs_strategic_goal: bool
    last_day: date | None
    days: int | None
    persons: int
    chain_break: str | None


class ItsDays(NamedTuple):
    """A partner, whatever the day, with its first and last day."""

    name: Name
    active_from: date | None
    active_to: date | None


class Sides(NamedTuple):
    """An instrument and a dimension of it (empty: the whole): what the partner says of the relation, and what we say."""

    instrument: str
    dimension: str | None
    them: float | None
    us: float | None
    them_n: int | None
    us_n: int | None
    them_day: date | None
    us_day: date | None

    @property
    def is_answered_by_both(self) -> bool:
        """Whether both sides have a score."""
        return self.gap is not None

    @property
    def gap(self) -> float | None:
        """How much more we say than they do; nothing where a side has no score."""
        return None if self.us is None or self.them is None else self.us - self.them


class ContactRow(NamedTuple):
    """A contact moment with the partner in the counted days up to the day, attempts too, with who of ours was there."""

    moment: str
    day: date
    kind: str
    achieved: bool
    initiative: str | None
    occasion: str | None
    subject: Name | None
    employees: list[str] | None


class ContactDay(NamedTuple):
    """A day up to the day on which the partner had an achieved contact."""

    day: date


class PersonMet(NamedTuple):
    """An active contact person with a function there: the last achieved contact at which this person was, and who of ours was."""

    person: str
    name: Name
    function: Name | None
    colleague_id: str | None
    colleague: Name | None
    last_day: date | None


class GoalRow(NamedTuple):
    """A goal with the partner that is current on the day: where each side stands, its status and its day."""

    goal: str
    title: Name
    horizon: str
    us: str
    them: str
    both: bool
    status: str | None
    progress: float | None
    due_on: date | None
    is_current: bool
    is_late: bool


class QuestionRow(NamedTuple):
    """An open question of the partner: where in the house it is, and by when it should be answered."""

    question: str
    asked_on: date
    kind: str | None
    subject: Name | None
    place_name: Name | None
    due_on: date | None
    late: bool


class DealingRow(NamedTuple):
    """A dealing with the partner, as it was seen from the day."""

    dealing: str
    role: str
    title: Name | None
    reference: Name | None
    cluster_name: Name | None
    year: int | None
    granted: Decimal | None
    accounted: str | None
    is_open: bool
    first_day: date | None


class InterestRow(NamedTuple):
    """A topic on which the partner took a position: its newest position and interest, and the themes that it shares with ours."""

    topic: Name
    position: Name | None
    underlying: Name | None
    importance: int | None
    shared: list[str] | None


class ActionRow(NamedTuple):
    """An action about the partner that is open on the day or was done in the counted days."""

    id: str
    title: Name
    employee_name: Name | None
    due_on: date | None
    done_on: date | None
