"""The measures of each sector beside those of all partners."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells
from relinsight.insights.standing import Standing
from relinsight.measures.figure import TOO_FEW
from relinsight.measures.figure import Figure as Computed
from relinsight.words.name import Name
from relinsight.words.quantities import OneDecimal, Percent, Score
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, text


def compared(reader: Reader, scope: Scope, stand: Standing, instrument: str | None) -> list[Cells]:
    """One row a measure and a sector: its value in words and as a number, and that of all partners in view."""
    view = f"quality_partner@{instrument}"
    names = (
        "partners",
        "coverage_share",
        "contacts",
        "proactive_share",
        "goals_endorsed_both",
        "questions_open",
        "questions_late",
    )
    wanted = (*names, view) if instrument else names
    found = {(f.subject, f.measure): f for f in reader.figures(scope, "sector", *wanted)}
    whole = reader.stand(scope, *wanted)
    said = {row["sector"] or NOBODY: row["sector_said"] for row in stand.now}
    known = sorted(said, key=lambda sector: _order(found.get((sector, view)), sector))
    measures = _measures(view if instrument else None)
    return [_dot(sector, said[sector], measure, found, whole) for measure in measures for sector in known]


def _order(view: Computed | None, sector: str) -> tuple[bool, float, str]:
    """The highest raw mean first; those without a comparable score last."""
    known = view is not None and view.value is not None and view.state != TOO_FEW
    return (not known, -(view.value or 0.0) if known and view else 0.0, sector)


def _measures(view: str | None) -> tuple[tuple[str, Text, Text], ...]:
    found = (
        ("coverage_share", text("Covered"), text("of all partners")),
        ("contacts", text("Contacts"), text("for each partner")),
        ("proactive_share", text("When all is well"), text("of contacts")),
        ("goals_endorsed_both", text("Goals endorsed"), text("by both sides")),
        ("questions_late", text("Questions late"), text("of open ones")),
    )
    return ((view, text("View of us"), text("0–100, who answered")), *found) if view else found


def _dot(
    sector: str,
    name: Text | Name,
    measure: tuple[str, Text, Text],
    found: dict[tuple[str, str], Computed],
    whole: dict[str, Computed],
) -> Cells:
    key, label, note = measure
    group = {m: f for (s, m), f in found.items() if s == sector}
    value, said = _value(key, group)
    all_value, all_said = _value(key, whole)
    score = group.get(key)
    low, high = (score.low, score.high) if score and key.startswith("quality") and value is not None else (None, None)
    return {
        "sector": sector,
        "sector_name": name,
        "measure": key,
        "measure_name": label,
        "measure_note": note,
        "value": value,
        "low": low,
        "high": high,
        "said": said,
        "all": all_value,
        "all_said": text("all {value}", value=all_said),
        "n": score.n if score else None,
    }


def _value(key: str, group: dict[str, Computed]) -> tuple[float | None, Text]:
    figure = group.get(key)
    total = group.get("partners")
    if figure is None or figure.value is None:
        return None, text("unknown")
    if figure.state == TOO_FEW:
        return None, text("too few ({n})", n=figure.n or 0)
    if key.startswith("quality"):
        n = total.value if total and total.value else figure.n
        return figure.value, text("{score}  ({n} of {partners})", score=Score(figure.value), n=figure.n, partners=round(n or 0))
    if key == "contacts":
        each = figure.value / total.value if total and total.value else None
        return each, text("{each}", each=OneDecimal(each)) if each is not None else text("unknown")
    if key in ("goals_endorsed_both", "questions_late"):
        return (
            (figure.value / figure.n, text("{value} of {n}", value=round(figure.value), n=figure.n)) if figure.n else (None, text("none"))
        )
    return figure.value, text("{share}", share=Percent(figure.value))
