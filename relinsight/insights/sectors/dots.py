"""The sectors side by side."""

from __future__ import annotations

from relinsight.insights.blocks import Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.sector_dots import SectorDot, SectorDots
from relinsight.insights.nothing import NO_ROWS
from relinsight.insights.relations.views import called_so
from relinsight.insights.sectors.answer import is_below
from relinsight.measures.quality import FEWEST_PARTNERS
from relinsight.words.quantities import Score, Spelled
from relinsight.words.text import Text, text

FEWEST = 2  # sectors with a score, below which there is no highest and lowest


def dots(rows: list[SectorDot], instrument: str | None) -> Chart:
    """A row a sector, a column a measure."""
    return Chart(
        "sectors",
        _title(rows),
        SectorDots(tuple(rows)),
        COLUMNS,
        text("The sectors side by side, one column a measure."),
        text(
            "The dotted line in each column is the value for all partners in view. View of us{instrument}: raw "
            "mean and 95 % interval of those who answered, highest first; below {fewest} answers a sector is not "
            "compared. Covered, goals and questions are counts of all and have no interval. A contact with "
            "partners of two sectors counts in both.",
            instrument=called_so(instrument),
            fewest=Spelled(FEWEST_PARTNERS),
        ),
        NO_ROWS,
    )


COLUMNS = (
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("measure_name", text("Measure")),
    TableColumn("said", text("Value")),
    TableColumn("low", text("Interval from"), "ratio"),
    TableColumn("high", text("Interval to"), "ratio"),
    TableColumn("n", text("n"), "number"),
)


def _title(rows: list[SectorDot]) -> Text:
    seen = [row for row in rows if row.measure.startswith("quality") and row.value is not None]
    if len(seen) < FEWEST:
        return text("Too few sectors gave their view of us to compare them by it")
    best, worst = seen[0], seen[-1]
    high, low = Score(best.value or 0.0), Score(worst.value or 0.0)
    if high.in_whole_points == low.in_whole_points:
        return text("All sectors that can be compared rate us alike ({score})", score=high)
    if not is_below(worst, best):
        return text("Sectors rate us from {low} to {high}, but their intervals overlap: none is surely higher", low=low, high=high)
    return text(
        "We are rated highest by {best} ({high}), lowest by {worst} ({low})",
        best=best.sector.name,
        high=high,
        worst=worst.sector.name,
        low=low,
    )
