"""Sectors: how do they compare?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Cells, Chart, Column, Insight, Note
from relinsight.insights.nothing import NO_ROWS, missing, nobody_stands
from relinsight.insights.sector_comparison import compared
from relinsight.insights.standing import Standing, context, count, partners, standing
from relinsight.insights.views import called_so, views
from relinsight.words.quantities import Score, Spelled
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Sectors"), text("How do the sectors compare?")
PLACE, SYMBOL = 3, "category"
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


def sectors(reader: Reader, scope: Scope) -> Insight:
    """Say which sector comes last, on how many measures, and show all sectors side by side."""
    if not reader.holding.tiers:
        return register.sectors(reader, scope, PAGE, QUESTION)
    stand = standing(reader, scope)
    seen = views(reader, scope)
    rows = compared(reader, scope, stand, seen)
    return Insight(
        "sectors",
        scope,
        QUESTION,
        _answer(rows, scope),
        context(reader, PAGE, QUESTION, scope, _total(stand)),
        (),
        (_dots(rows, seen.instrument),),
        (*MEASURES, *seen.measures),
        _unknown(rows, stand),
    )


def _total(stand: Standing) -> Text:
    known = {row["sector"] for row in stand.now} - {None}
    without = count(stand.now, "sector", None)
    if not known:
        return counted("{n} partner without a sector", "{n} partners without a sector", without) if without else partners(0)
    said = text("{partners} in {sectors}", partners=partners(stand.total), sectors=counted("{n} sector", "{n} sectors", len(known)))
    if not without:
        return said
    return counted("{partners}, {n} of them without a sector", "{partners}, {n} of them without a sector", without, partners=said)


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
            instrument=called_so(instrument),
        ),
        height=90 + 38 * known,
        none=NO_ROWS,
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


def _answer(rows: list[Cells], scope: Scope) -> Text:
    if not rows:
        return nobody_stands(scope)
    if len({row["sector"] for row in rows} - {NOBODY}) < 2:  # noqa: PLR2004
        return text("There is one sector at most in view, so there is nothing to compare")
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
    if Score(best["value"]).whole == Score(worst["value"]).whole:
        return text("All sectors that can be compared rate us alike ({score})", score=Score(best["value"]))
    return text(
        "We are rated highest by {best} ({high}), lowest by {worst} ({low})",
        best=best["sector_name"],
        high=Score(best["value"]),
        worst=worst["sector_name"],
        low=Score(worst["value"]),
    )


def _unknown(rows: list[Cells], stand: Standing) -> Note | None:
    few = [row for row in rows if row["measure"].startswith("quality") and row["value"] is None]
    lines = [
        counted(
            "{n} sector has too few scores to compare its view of us.",
            "{n} sectors have too few scores to compare their view of us.",
            len(few),
        ),
        counted("{n} partner has no sector.", "{n} partners have no sector.", count(stand.now, "sector", None)),
    ]
    return missing(lines, stand.total)
