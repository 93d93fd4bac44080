"""The measures of each sector beside those of all partners."""

from __future__ import annotations

from collections import defaultdict

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells
from relinsight.insights.figures import is_known, why_unknown
from relinsight.insights.standing import Standing
from relinsight.insights.views import Views
from relinsight.measures.figure import Figure as Computed
from relinsight.words.name import Name
from relinsight.words.quantities import OneDecimal, Percent, Score
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, text


def compared(reader: Reader, scope: Scope, stand: Standing, seen: Views) -> list[Cells]:
    """One row a measure and a sector: its value in words and as a number, and that of all partners in view."""
    wanted = (
        "partners",
        "coverage_share",
        "contacts",
        "proactive_share",
        "goals_endorsed_both",
        "questions_open",
        "questions_late",
        *seen.measures,
    )
    found: dict[str, dict[str, Computed]] = defaultdict(dict)
    for figure in reader.figures(scope, "sector", *wanted):
        found[figure.subject][figure.measure] = figure
    whole = reader.stand(scope, *wanted)
    said = {row["sector"] or NOBODY: row["sector_said"] for row in stand.now}
    view = next(iter(seen.measures), None)
    known = sorted(said, key=lambda sector: _order(found[sector].get(view or ""), sector))
    measures = _measures(view)
    return [_dot(sector, said[sector], measure, found[sector], whole) for measure in measures for sector in known]


def _order(view: Computed | None, sector: str) -> tuple[bool, float, str]:
    """The highest raw mean first; those without a comparable score last."""
    if view is None or not is_known(view):
        return (True, 0.0, sector)
    return (False, -(view.value or 0.0), sector)


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
    group: dict[str, Computed],
    whole: dict[str, Computed],
) -> Cells:
    key, label, note = measure
    value, said = _value(key, group)
    all_value, all_said = _value(key, whole)
    score = group.get(key)
    low, high = _interval(key, score)
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


def _interval(key: str, found: Computed | None) -> tuple[float | None, float | None]:
    """The bounds of a mean of some; a count of all has none."""
    return (found.low, found.high) if found and key.startswith("quality") and is_known(found) else (None, None)


def _value(key: str, group: dict[str, Computed]) -> tuple[float | None, Text]:
    figure = group.get(key)
    total = group.get("partners")
    if figure is None or figure.value is None or not is_known(figure):
        return None, why_unknown(figure)
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
