"""What they say of the relation beside what we say."""

from __future__ import annotations

from collections.abc import Iterable

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Chart, Column
from relinsight.insights.naming import DIMENSIONS, called
from relinsight.words.name import Name
from relinsight.words.quantities import Score, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

AGREE = 12.5  # points of 100 within which two sides agree


def sides(reader: Reader, scope: Scope) -> list[Cells]:
    """Both sides' scores on the instrument that most people of this partner answered; the whole has no dimension."""
    rows = reader.page("dossier_sides", scope)
    weights: dict[str, tuple[int, int]] = {}
    for row in rows:
        if row["dimension"] is None:
            weights[row["instrument"]] = (row["them_n"] or 0, row["us_n"] or 0)
    best = max(sorted(weights), key=lambda name: weights[name], default=None)
    return sorted((row for row in rows if row["instrument"] == best), key=_in_order)


def apart(found: Iterable[Cells]) -> list[Cells]:
    """The dimensions on which both sides answered and do not agree."""
    asked = (row for row in found if row["dimension"] is not None and answered_by_both(row))
    return [row for row in asked if abs(row["us"] - row["them"]) > AGREE]


def answered_by_both(row: Cells) -> bool:
    """Whether both sides have a score."""
    return row["them"] is not None and row["us"] is not None


def _in_order(row: Cells) -> tuple[int, str]:
    known = list(DIMENSIONS)
    return (known.index(row["dimension"]) if row["dimension"] in known else len(known), str(row["dimension"]))


def whole(found: list[Cells]) -> Cells | None:
    """Both sides' scores over all dimensions; nothing where no instrument was answered."""
    return next((row for row in found if row["dimension"] is None), None)


def both_sides(found: list[Cells], head: Cells) -> Chart:
    """What they say beside what we say, a row a dimension."""
    rows = tuple(
        {**row, "dimension_name": called(DIMENSIONS, row["dimension"]), "gap_said": _gap(row), "sector": head["sector"]}
        for row in found
        if row["dimension"] is not None and (row["them"] is not None or row["us"] is not None)
    )
    return Chart(
        "both-sides",
        "both_sides",
        _sides_title(rows),
        rows,
        SIDE_COLUMNS,
        text("What they say of the relation and what we say, from 0 to 100."),
        _answered(whole(found)),
        height=90 + 62 * max(len(rows), 2),
        none=text("Neither side has a recent answer on how the relation is. Ask both, and import the answers as assessments."),
    )


def _answered(scores: Cells | None) -> Text | None:
    if scores is None:
        return None
    return text(
        "{instrument}, 0 to 100: {them} of theirs and {us} of ours answered. The two values are apart when "
        "they differ by more than {agree} points before rounding.",
        instrument=Name(scores["instrument"]),
        them=scores["them_n"] or 0,
        us=scores["us_n"] or 0,
        agree=AGREE,
    )


SIDE_COLUMNS = (
    Column("dimension_name", text("Dimension")),
    Column("them", text("They say"), "score"),
    Column("us", text("We say"), "score"),
    Column("gap_said", text("Difference")),
)


def _gap(row: Cells) -> Text:
    if row["them"] is None:
        return text("theirs is missing")
    if row["us"] is None:
        return text("ours is missing")
    gap = Score(row["us"]).whole - Score(row["them"]).whole
    if not gap:
        return text("the same")
    if gap > 0:
        return text("we say {gap} more", gap=gap)
    return text("they say {gap} more", gap=-gap)


def _sides_title(rows: tuple[Cells, ...]) -> Text:
    known = [row for row in rows if answered_by_both(row)]
    differ = apart(rows)
    if not known:
        return text("There are no answers of both sides to compare")
    if not differ:
        return counted("The two sides agree on the one dimension asked", "The two sides agree on all {n} dimensions", len(known))
    worst = max(differ, key=lambda row: abs(row["us"] - row["them"]))
    return text(
        "The two sides are apart on {apart} of {n}, most on {dimension}",
        apart=Spelled(len(differ)),
        n=Spelled(len(known)),
        dimension=worst["dimension_name"],
    )
