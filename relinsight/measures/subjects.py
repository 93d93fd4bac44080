"""Whose figures there are: every subject of one kind on the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from relinsight.measures.answering import Answering
from relinsight.measures.measure import CHOSEN, GROUPS, Formula, Measure
from relinsight.measures.scoping import parameters
from relinsight.words.scope import NOBODY, Scope

SUBJECT: Mapping[str, str] = {
    "portfolio": "'portfolio'",
    "sector": f"coalesce(sector, '{NOBODY}')",
    "tier": f"coalesce(tier, '{NOBODY}')",
    "cluster": f"coalesce(cluster, '{NOBODY}')",
    "partner": "partner",
    "employee": "employee",
    "tie": "employee || '>' || partner",
}
KEPT_IN: Mapping[str, str] = {"employee": "employee_day", "tie": "tied_colleague"}
IN_PORTFOLIO: Mapping[str, str] = {"employee": "TRUE", "tie": "TRUE"}


def subject_of(formula: Formula, by: str) -> str:
    """The expression that says whose a row of the fact is."""
    return formula.subject or SUBJECT[by]


def condition(formula: Formula, by: str, scope: Scope) -> str:
    """Which rows of its fact a figure of this kind of subject looks at."""
    within = formula.within if by in GROUPS else "TRUE"
    return f"{within} AND {formula.filtered if scope.is_filtered else 'TRUE'}"


@dataclass(frozen=True)
class Subjects:
    """The subjects of one kind: all of them, and those of which the portfolio speaks."""

    all: frozenset[str]
    in_portfolio: frozenset[str]

    def of(self, measure: Measure) -> frozenset[str]:
        """The subjects that have a measure: what a tier is promised only partners of the portfolio have."""
        return self.in_portfolio if measure.promised else self.all


def of_one(by: str, scope: Scope) -> str:
    """The condition that leaves one partner, where the scope asks for one."""
    return "partner = $partner" if by == "partner" and scope.partner is not None else "TRUE"


def subjects(data: Answering, scope: Scope, by: str) -> Subjects:
    """The subjects of one kind that the scope's filters choose."""
    if by == "portfolio":
        return Subjects(frozenset({"portfolio"}), frozenset({"portfolio"}))
    chosen = CHOSEN if scope.is_filtered and by != "employee" else "TRUE"
    within = "in_portfolio" if by in GROUPS else "TRUE"
    sql = (
        f"SELECT {SUBJECT[by]} AS subject, bool_or({IN_PORTFOLIO.get(by, 'in_portfolio')}) AS in_portfolio\n"
        f"FROM {KEPT_IN.get(by, 'partner_day')}\nWHERE {within} AND {chosen} AND {of_one(by, scope)}\nGROUP BY 1"
    )
    rows = data.answer(sql, parameters(scope))
    kept = frozenset(str(row["subject"]) for row in rows if row["in_portfolio"])
    return Subjects(frozenset(str(row["subject"]) for row in rows), kept)
