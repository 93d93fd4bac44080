"""What they say of the relation beside what we say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.both_sides import BothSides, TwoViews
from relinsight.insights.naming import DIMENSIONS, called
from relinsight.insights.partner.rows import Head, Sides
from relinsight.words.name import Name
from relinsight.words.quantities import Score, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import UNSAID, Text, counted, text

AGREE = 12.5  # points of 100 within which two sides agree


def sides(reader: Reader, scope: Scope) -> list[Sides]:
    """Both sides' scores on the instrument that most people of this partner answered; the whole has no dimension."""
    rows = reader.page(Sides, "dossier_sides", scope)
    weights = {row.instrument: (row.them_n or 0, row.us_n or 0) for row in rows if row.dimension is None}
    best = max(sorted(weights), key=lambda name: weights[name], default=None)
    return sorted((row for row in rows if row.instrument == best), key=_in_order)


def apart(found: Iterable[Sides]) -> list[Sides]:
    """The dimensions on which both sides answered and do not agree."""
    return [row for row in found if row.dimension is not None and row.gap is not None and abs(row.gap) > AGREE]


def of_all_dimensions(found: list[Sides]) -> Sides | None:
    """Both sides' scores over all dimensions; nothing where no instrument was answered."""
    return next((row for row in found if row.dimension is None), None)


def _in_order(row: Sides) -> tuple[int, str]:
    known = list(DIMENSIONS)
    return (known.index(row.dimension) if row.dimension in known else len(known), str(row.dimension))


def both_sides(found: list[Sides], head: Head, sectors: Mapping[str | None, Sector]) -> Chart:
    """What they say beside what we say, a row a dimension."""
    asked = [row for row in found if row.dimension is not None and (row.them is not None or row.us is not None)]
    return Chart(
        "both-sides",
        _title(asked),
        BothSides(tuple(map(_two_views, asked)), sector_of(sectors, head.sector)),
        COLUMNS,
        text("What they say of the relation and what we say, from 0 to 100."),
        _answered(of_all_dimensions(found)),
        text("Neither side has a recent answer on how the relation is. Ask both, and import the answers as assessments."),
    )


def _two_views(row: Sides) -> TwoViews:
    return TwoViews(row.dimension or "", _name(row), row.them, row.us, _gap(row))


def _name(row: Sides) -> Text | Name:
    return called(DIMENSIONS, row.dimension) or UNSAID


def _answered(scores: Sides | None) -> Text | None:
    if scores is None:
        return None
    return text(
        "{instrument}, 0 to 100: {them} of theirs and {us} of ours answered. The two values are apart when "
        "they differ by more than {agree} points before rounding.",
        instrument=Name(scores.instrument),
        them=scores.them_n or 0,
        us=scores.us_n or 0,
        agree=AGREE,
    )


COLUMNS = (
    TableColumn("dimension_name", text("Dimension")),
    TableColumn("them", text("They say"), "score"),
    TableColumn("us", text("We say"), "score"),
    TableColumn("gap_said", text("Difference")),
)


def _gap(row: Sides) -> Text:
    if row.them is None:
        return text("theirs is missing")
    if row.us is None:
        return text("ours is missing")
    gap = Score(row.us).in_whole_points - Score(row.them).in_whole_points
    if not gap:
        return text("the same")
    if gap > 0:
        return text("we say {gap} more", gap=gap)
    return text("they say {gap} more", gap=-gap)


def _title(rows: list[Sides]) -> Text:
    known = sum(row.is_answered_by_both for row in rows)
    differ = apart(rows)
    if not known:
        return text("There are no answers of both sides to compare")
    if not differ:
        return counted("The two sides agree on the one dimension asked", "The two sides agree on all {n} dimensions", known)
    worst = max(differ, key=lambda row: abs(row.gap or 0.0))
    return text(
        "The two sides are apart on {apart} of {n}, most on {dimension}",
        apart=Spelled(len(differ)),
        n=Spelled(known),
        dimension=_name(worst),
    )
