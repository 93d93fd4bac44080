"""Every figure of the town comes out as it was worked out apart from this program."""

from __future__ import annotations

from datetime import date
from math import isclose

import pytest
from town import town, true_figures

from relinsight.measures import declared
from relinsight.measures.compute import figures
from relinsight.measures.figure import Figure
from relinsight.measures.scoping import parameters
from relinsight.words.scope import Scope

LATER = {
    "answer_days_median", "common_themes", "coorientation_partner", "coorientation_us", "flag_hospitality_pending",
    "flag_insufficient_accounts", "health", "network_centralisation", "network_density", "our_accuracy_error",
    "quality_partner_shrunken", "referred_share", "returned_share", "role_tensions", "role_tensions_one_carrier",
    "satisfied_share", "smallest_leaving_group", "their_accuracy_error", "trained",
}  # fmt: skip


def test_only_measures_that_come_later_are_not_declared():
    missing = {row["measure"].split("@")[0] for row in true_figures() if declared(row["measure"]) is None}
    assert missing == LATER


@pytest.mark.parametrize("day", ["2026-03-31", "2026-09-30"])
@pytest.mark.parametrize("by", ["portfolio", "sector", "tier", "cluster", "partner", "employee", "tie"])
def test_figures_equal_the_true_ones(day: str, by: str):
    ours = {(f.measure, f.subject): f for f in figures(town(), Scope(date.fromisoformat(day)), by)}
    true = [row for row in true_figures() if (row["as_of"], row["by"]) == (day, by) and declared(row["measure"])]
    assert len(true) > 20
    assert [row for row in true if not _equal(ours.get((row["measure"], row["subject"])), row)] == []


def _equal(figure: Figure | None, row: dict[str, str]) -> bool:
    if figure is None or (figure.state or "") != row["state"]:
        return False
    if not row["value"] and figure.value is not None:
        return False
    return all(_close(getattr(figure, part), row[part]) for part in ("value", "n", "low", "high") if row[part])


def _close(ours: float | None, true: str) -> bool:
    return ours is not None and isclose(ours, float(true), rel_tol=1e-6, abs_tol=1e-9)


@pytest.mark.parametrize("day", ["2026-03-31", "2026-09-30"])
def test_a_tie_is_as_strong_for_who_is_best_placed_as_in_the_measure(day: str):
    scope = Scope(date.fromisoformat(day))
    measured = {figure.subject: figure.value for figure in figures(town(), scope, "tie", ("tie_strength",))}
    rows = town().answer("SELECT employee, partner, strength FROM tie_strength", parameters(scope))
    found = {f"{row['employee']}>{row['partner']}": row["strength"] for row in rows}
    assert found == pytest.approx(measured, abs=1e-9)
    assert any(found.values())
