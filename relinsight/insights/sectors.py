"""Sectors: how do they compare?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Cells, Chart, Column, Insight, Note
from relinsight.insights.standing import Standing, context, count, partners, standing
from relinsight.insights.views import views
from relinsight.measures.figure import TOO_FEW
from relinsight.measures.figure import Figure as Computed
from relinsight.words.name import Name
from relinsight.words.quantities import OneDecimal, Percent, Score, Spelled
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Sectors"), text("How do the sectors compare?")
MEASURES = (
    "partners",
    "coverage_share",
    "uncovered",
    "contacts",
    "proactive_share",
    "goals_endorsed_both",
    "questions_open",
    "questions_late",
    "without_tie",
    "single_points_of_failure",
)
FEW = 3  # partners with a score below which a sector is not compared


def sectors(reader: Reader, scope: Scope) -> Insight:
    """Say which sector comes last, on how many measures, and show all sectors side by side."""
    if not reader.holding.tiers:
        return register.sectors(reader, scope)
    stand = standing(reader, scope)
    instrument = views(reader, scope).instrument
    rows = _compared(reader, scope, stand, instrument)
    return Insight(
        "sectors",
        scope,
        QUESTION,
        _answer(rows),
        context(reader, PAGE, QUESTION, scope, _total(stand)),
        (),
        (_dots(rows, instrument),),
        (*MEASURES, *([f"quality_partner@{instrument}"] if instrument else [])),
        _unknown(rows, stand),
    )


def _total(stand: Standing) -> Text:
    known = {row["sector"] for row in stand.now}
    return text(
        "{partners} in {sectors}",
        partners=partners(stand.total),
        sectors=counted("{n} sector", "{n} sectors", len(known)),
    )


def _compared(reader: Reader, scope: Scope, stand: Standing, instrument: str | None) -> list[Cells]:
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


def _dots(rows: list[Cells], instrument: str | None) -> Chart:
    known = len({row["sector"] for row in rows})
    return Chart(
        "sectors",
        "sector_dots",
        _title(rows),
        tuple(rows),
        DOT_COLUMNS,
        text("The sectors side by side, one column a measure."),
        text(
            "The dotted line in each column is the value for all partners in view. View of us{instrument}: raw "
            "mean and 95 % interval of those who answered, highest first; below three answers a sector is not "
            "compared. Covered, goals and questions are counts of all and have no interval. A contact with "
            "partners of two sectors counts in both.",
            instrument=text(" ({name})", name=Name(instrument)) if instrument else text(""),
        ),
        height=90 + 38 * known,
        none=text("No partner is in view."),
    )


DOT_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("measure_name", text("Measure")),
    Column("said", text("Value")),
    Column("low", text("Interval from"), "ratio"),
    Column("high", text("Interval to"), "ratio"),
    Column("n", text("n"), "number"),
)


def last_places(rows: list[Cells]) -> dict[str, list[Text]]:
    """The measures on which each sector comes last, among the sectors that can be compared."""
    found: dict[str, list[Text]] = {}
    for measure in dict.fromkeys(row["measure"] for row in rows):
        known = [row for row in rows if row["measure"] == measure and row["value"] is not None and row["sector"] != NOBODY]
        worst = (max if measure == "questions_late" else min)(known, key=lambda row: row["value"], default=None)
        if worst and len(known) > 1 and sum(1 for row in known if row["value"] == worst["value"]) == 1:
            found.setdefault(worst["sector"], []).append(worst["measure_name"])
    return found


def behind(rows: list[Cells]) -> str | None:
    """The sector that comes last most often; nothing where no sector does so more than once."""
    found = last_places(rows)
    most = max(found, key=lambda sector: (len(found[sector]), sector), default=None)
    return most if most and len(found[most]) > 1 else None


def _answer(rows: list[Cells]) -> Text:
    if not rows:
        return text("No partner of the portfolio fits this day and these filters")
    worst = behind(rows)
    compared = len({row["measure"] for row in rows})
    if worst is None:
        return text("No sector stays behind on more than one of {n} measures", n=Spelled(compared))
    name = next(row["sector_name"] for row in rows if row["sector"] == worst)
    places = len(last_places(rows)[worst])
    return text(
        "{sector} comes last on {places} of {n} measures",
        sector=text("The sector {name}", name=name),
        places=Spelled(places),
        n=Spelled(compared),
    )


def _title(rows: list[Cells]) -> Text:
    views_ = [row for row in rows if row["measure"].startswith("quality") and row["value"] is not None]
    if len(views_) < 2:  # noqa: PLR2004
        return text("Too few sectors gave their view of us to compare them by it")
    best, worst = views_[0], views_[-1]
    return text(
        "{best} rates us highest ({high}), {worst} lowest ({low})",
        best=text("{name}", name=best["sector_name"]),
        high=Score(best["value"]),
        worst=worst["sector_name"],
        low=Score(worst["value"]),
    )


def _unknown(rows: list[Cells], stand: Standing) -> Note:
    few = [row for row in rows if row["measure"].startswith("quality") and row["value"] is None]
    lines = [
        counted(
            "{n} sector has too few scores to compare its view of us.",
            "{n} sectors have too few scores to compare their view of us.",
            len(few),
        ),
        counted("{n} partner has no sector.", "{n} partners have no sector.", count(stand.now, "sector", None)),
    ]
    known = tuple(line for line in lines if line.count)
    return Note("unknown", text("What is not known"), known or (text("Nothing that this page shows is missing."),))
