"""The rows behind a figure: the very rows that its n counts."""

from __future__ import annotations

from relinsight.measures import declared
from relinsight.measures.answering import Answering
from relinsight.measures.measure import Formula
from relinsight.measures.scoping import parameters
from relinsight.measures.subjects import condition, subject_of
from relinsight.warehouse.answers import AnswerRow
from relinsight.warehouse.headers import header_line
from relinsight.words.scope import Scope

BESIDE = "; "  # between the partners of one moment
TOGETHER = f"string_agg(DISTINCT name, '{BESIDE}' ORDER BY name) AS partners"


def rows_behind(data: Answering, scope: Scope, measure: str, by: str, subject: str) -> list[AnswerRow]:
    """The rows that made one figure, named as in a list of figures; none where there is no such figure."""
    found = declared(measure)
    formula = found.formula(by) if found else None
    if found is None or formula is None:
        return []
    suffix = measure.removeprefix(found.name)
    sql = (
        f"SELECT {shown(over_of(formula))}\nFROM {over_of(formula)}\n"
        f"WHERE {' AND '.join(_conditions(formula, by, suffix, scope))}\nGROUP BY ALL\nORDER BY ALL"
    )
    return data.answer(sql, parameters(scope) | {"subject": subject, "suffix": suffix})


def shown(fact: str) -> str:
    """The columns of a fact that people see, as it says itself; the partners of one moment stand together."""
    return ", ".join(TOGETHER if column == "partners" else column for column in (header_line(fact, "Shown") or "").split(", "))


def over_of(formula: Formula) -> str:
    """The fact whose rows lie behind."""
    return formula.rows_over or formula.over


def _conditions(formula: Formula, by: str, suffix: str, scope: Scope) -> list[str]:
    parts = ["TRUE", f"({formula.rows_among or formula.among})"]  # Spark takes `chain WHERE (column)` for an alias of chain
    if not formula.rows_of_all:
        parts += [f"{subject_of(formula, by)} = $subject", condition(formula, by, scope)]
    if formula.each:
        parts.append(f"{formula.each} = $suffix" if suffix else f"starts_with({formula.each}, '@')")
    return parts
