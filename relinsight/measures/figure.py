"""A figure: the value of one measure for one subject on one day, with its n, bounds and state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from relinsight.measures.intervals import half_width
from relinsight.measures.measure import Formula, Measure
from relinsight.warehouse.answers import AnswerRow

TOO_FEW = "too_few"


@dataclass(frozen=True)
class Figure:
    """One number; an empty value is unknown, or the answer is the state."""

    measure: str
    subject: str
    value: float | None
    n: int | None
    unknown: int | None
    low: float | None
    high: float | None
    state: str | None
    as_of: date


def of_row(measure: Measure, formula: Formula, row: AnswerRow, column: int, as_of: date) -> Figure:
    """The figure that one row of aggregates holds for a measure."""
    value, n, spread, people = (_number(row[f"{part}_{column}"]) for part in ("value", "n", "spread", "people"))
    unknown, state = _number(row[f"unknown_{column}"]), row[f"state_{column}"]
    low, high = _bounds(value, n, spread, people, formula.at_least)
    return Figure(
        measure=measure.name + str(row["suffix"] or ""),
        subject=str(row["subject"]),
        value=formula.nothing if value is None else value,
        n=None if n is None else int(n),
        unknown=None if unknown is None else int(unknown),
        low=low,
        high=high,
        state=TOO_FEW if _below(formula, n) else None if state is None else str(state),
        as_of=as_of,
    )


def of_nothing(measure: Measure, formula: Formula, subject: str, as_of: date) -> Figure:
    """The figure of a subject without any row."""
    state = TOO_FEW if formula.at_least else None
    return Figure(measure.name, subject, formula.nothing, 0 if formula.n else None, None, None, None, state, as_of)


def _below(formula: Formula, n: float | None) -> bool:
    return formula.at_least is not None and (n or 0) < formula.at_least


def _bounds(
    value: float | None, n: float | None, spread: float | None, people: float | None, at_least: int | None
) -> tuple[float | None, float | None]:
    if value is None or n is None or spread is None or people is None or n < (at_least or 0):
        return None, None
    half = half_width(int(n), spread, int(people))
    return (None, None) if half is None else (value - half, value + half)


def _number(value: object) -> float | None:
    return None if value is None else float(value)  # pyright: ignore[reportArgumentType]
