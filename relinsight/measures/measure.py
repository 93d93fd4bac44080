"""What a measure is: declared once, in words and in the aggregates that compute it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relinsight.words.text import Text, text

Subject = Literal["portfolio", "sector", "tier", "cluster", "partner", "employee", "tie"]
Direction = Literal["up", "down", "neither"]

SUBJECTS: tuple[Subject, ...] = ("portfolio", "sector", "tier", "cluster", "partner", "employee", "tie")
GROUPS: tuple[Subject, ...] = ("portfolio", "sector", "tier", "cluster")

PARTNERS = text("partners")
COLLEAGUES = text("colleagues")
CONTACTS = text("contacts")
GOALS = text("goals")
QUESTIONS = text("questions")
ORGANISATIONS = text("organisations")
DAYS = text("days")
SHARE = text("share, 0 to 1")
SCORE = text("points, 0 to 100")
EURO = text("euro")
YES_OR_NO = text("1 is yes, 0 is no")
WORD = text("a word")
NUMBER = text("a number")
CHOSEN = "partner IN (SELECT partner FROM chosen)"


@dataclass(frozen=True)
class Formula:
    """How a measure is computed for some kinds of subject: aggregates over the rows of one fact.

    `among` keeps the rows that matter, `within` those of the portfolio where the subject is a group, `filtered` those
    that the scope's filters choose. `each` names the figures of one subject apart: '@' and the instrument. `spread` and
    `people` make the interval of a mean. `at_least` is the floor: below that n a figure says too little.
    `nothing` is the value of a subject without rows. `rows_over` and `rows_among` say which rows lie behind n, where
    these are others than the ones aggregated; `rows_of_all` where they are those of every subject.
    """

    by: tuple[Subject, ...]
    over: str
    value: str
    among: str = "TRUE"
    n: str | None = None
    unknown: str | None = None
    state: str | None = None
    each: str | None = None
    spread: str | None = None
    people: str | None = None
    at_least: int | None = None
    nothing: float | None = None
    subject: str | None = None
    within: str = "in_portfolio"
    filtered: str = CHOSEN
    rows_over: str | None = None
    rows_among: str | None = None
    rows_of_all: bool = False


@dataclass(frozen=True)
class Measure:
    """A number that people look at: what it asks, how it is defined, which way is good and when it misleads."""

    name: str
    label: Text
    question: Text
    definition: Text
    unit: Text
    direction: Direction
    formulas: tuple[Formula, ...]
    counts: bool = False
    promised: bool = False
    source: str | None = None
    misleads: Text | None = None

    @property
    def by(self) -> tuple[Subject, ...]:
        """The kinds of subject that have it."""
        return tuple(subject for subject in SUBJECTS if any(subject in formula.by for formula in self.formulas))

    @property
    def at_least(self) -> int | None:
        """The highest floor below which it says too little."""
        return max((formula.at_least for formula in self.formulas if formula.at_least), default=None)

    def formula(self, by: str) -> Formula | None:
        """How it is computed for one kind of subject."""
        return next((formula for formula in self.formulas if by in formula.by), None)
