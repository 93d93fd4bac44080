"""The measures of each sector beside those of all partners."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from relinsight.access.choices import Sector
from relinsight.access.reader import Reader
from relinsight.insights.exhibits.sector_dots import SectorDot
from relinsight.insights.key_figures import is_known, why_unknown
from relinsight.insights.relations.in_view import Relations
from relinsight.insights.relations.views import Views
from relinsight.measures.figure import Figure
from relinsight.words.quantities import OneDecimal, Percent, Score
from relinsight.words.scope import NOBODY
from relinsight.words.text import Text, text

SCALE = (0.0, 100.0)  # of a score, where picture and sentence end; the figure itself does not
Figures = dict[str, Figure]


class Compared(NamedTuple):
    """A measure by which sectors are compared: its name, its label and what it is a share of."""

    measure: str
    label: Text
    note: Text


MEASURES = (
    Compared("coverage_share", text("Covered"), text("of all partners")),
    Compared("contacts", text("Contacts"), text("for each partner")),
    Compared("proactive_share", text("When all is well"), text("of contacts")),
    Compared("goals_endorsed_both", text("Goals endorsed"), text("by both sides")),
    Compared("questions_late", text("Questions late"), text("of open ones")),
)


def compared(reader: Reader, in_view: Relations, seen: Views) -> list[SectorDot]:
    """One dot a measure and a sector: its value in words and as a number, and that of all partners in view."""
    wanted = ("partners", *(one.measure for one in MEASURES), "questions_open", *seen.measures)
    found: dict[str | None, Figures] = defaultdict(dict)
    for figure in reader.figures(in_view.scope, "sector", *wanted):
        found[None if figure.subject == NOBODY else figure.subject][figure.measure] = figure
    everybody = reader.stand(in_view.scope, *wanted)
    view = next(iter(seen.measures), None)
    known = sorted({in_view.sector_of(row) for row in in_view.now}, key=lambda sector: _order(found[sector.id].get(view or ""), sector))
    return [_dot(sector, one, found[sector.id], everybody) for one in _measures(view) for sector in known]


def _order(view: Figure | None, sector: Sector) -> tuple[bool, float, bool, str]:
    """The highest raw mean first; those without a comparable score last."""
    last = (sector.id is not None, sector.id or "")
    if view is None or not is_known(view):
        return (True, 0.0, *last)
    return (False, -(view.value or 0.0), *last)


def _measures(view: str | None) -> tuple[Compared, ...]:
    return (Compared(view, text("View of us"), text("0–100, who answered")), *MEASURES) if view else MEASURES


def _dot(sector: Sector, one: Compared, group: Figures, everybody: Figures) -> SectorDot:
    value, said = _value(one.measure, group)
    of_all, all_said = _value(one.measure, everybody)
    figure = group.get(one.measure)
    low, high = _interval(figure)
    return SectorDot(
        sector=sector,
        measure=one.measure,
        measure_name=one.label,
        measure_note=one.note,
        value=value,
        low=low,
        high=high,
        said=said,
        all=of_all,
        all_said=text("all {value}", value=all_said),
        n=figure.n if figure else None,
    )


def _interval(found: Figure | None) -> tuple[float | None, float | None]:
    """The bounds of a mean of some, as far as the scale goes; a count of all has none."""
    if found is None or not found.measure.startswith("quality") or not is_known(found) or found.low is None or found.high is None:
        return None, None
    return max(found.low, SCALE[0]), min(found.high, SCALE[1])


def _value(key: str, group: Figures) -> tuple[float | None, Text]:
    figure, total = group.get(key), group.get("partners")
    if figure is None or figure.value is None or not is_known(figure):
        return None, why_unknown(figure)
    if key.startswith("quality"):
        return figure.value, _score(figure, total)
    if key == "contacts":
        return _each(figure.value, total)
    if key in ("goals_endorsed_both", "questions_late"):
        return _part(figure.value, figure.n)
    return figure.value, text("{share}", share=Percent(figure.value))


def _score(figure: Figure, total: Figure | None) -> Text:
    n = total.value if total and total.value else figure.n
    return text("{score}  ({n} of {partners})", score=Score(figure.value or 0.0), n=figure.n, partners=round(n or 0))


def _each(value: float, total: Figure | None) -> tuple[float | None, Text]:
    """A count for each partner, with the count itself."""
    if total is None or not total.value:
        return None, text("unknown")
    each = value / total.value
    return each, text("{each}  ({n} with {partners})", each=OneDecimal(each), n=round(value), partners=round(total.value))


def _part(value: float, n: int | None) -> tuple[float | None, Text]:
    """A count of n as a share, said as both."""
    return (value / n, text("{value} of {n}", value=round(value), n=n)) if n else (None, text("none"))
