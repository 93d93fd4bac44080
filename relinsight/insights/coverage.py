"""Coverage: whom are we not covering?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Card, Cards, Cells, Figure, Insight, Note, Row
from relinsight.insights.chains import chain, silence
from relinsight.insights.coverage_rows import partner_rows
from relinsight.insights.figures import Asked, asked_figures
from relinsight.insights.nothing import missing, nobody_stands, unless_empty
from relinsight.insights.standing import (
    Standing,
    context,
    count,
    partners,
    standing,
    step,
)
from relinsight.insights.white_spots import white_spots
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Coverage"), text("Whom are we not covering?")
PLACE, SYMBOL = 2, "radar"
STEPS = 4
FEWEST = 3  # partners that a sector has where it is compared with others
MEASURES = (
    "coverage_share",
    "coverage_weighted",
    "uncovered",
    "never_contacted",
    "single_points_of_failure",
    "without_tie",
    "not_on_list",
    "chain_owner",
    "chain_contact_person",
    "chain_in_time",
    "chain_assessed",
    "chain_goals",
    "partners",
)


def coverage(reader: Reader, scope: Scope) -> Insight:
    """Name the partners whom we promised more than we keep."""
    if not reader.holding.tiers:
        return register.coverage(reader, scope, PAGE, QUESTION)
    stand = standing(reader, scope)
    gaps = sorted((row for row in stand.now if row["uncovered"]), key=lambda row: (row["rank"], row["partner"]))
    figures = _figures(reader, scope)
    return Insight(
        "coverage",
        scope,
        QUESTION,
        _answer(stand, gaps, scope),
        context(reader, PAGE, QUESTION, scope, partners(stand.total)),
        figures,
        (
            Row((white_spots(stand, reader, scope),), (_steps(gaps, stand, scope),)),
            Row((chain(stand),), (silence(stand),)),
            partner_rows(stand, gaps, reader, scope),
        ),
        MEASURES,
        _unknown(stand, reader, scope),
    )


def _answer(stand: Standing, gaps: list[Cells], scope: Scope) -> Text:
    if not stand.total:
        return nobody_stands(scope)
    if not gaps:
        return counted("The one partner in view is covered", "All {n} partners are covered", stand.total)
    if stand.total == 1:
        return text("We do not cover the one partner in view")
    lost = counted(
        "We do not cover {n} of {total} partners",
        "We do not cover {n} of {total} partners",
        len(gaps),
        total=stand.total,
    )
    worst = _worst_sector(stand)
    return text("{lost}, {sector} first", lost=lost, sector=worst) if worst else lost


def _worst_sector(stand: Standing) -> Text | Name | None:
    """The sector with the largest share of gaps among those with three partners or more."""
    groups: dict[str | None, list[Cells]] = {}
    for row in stand.now:
        groups.setdefault(row["sector"], []).append(row)
    shares = {key: count(rows, "uncovered") / len(rows) for key, rows in groups.items() if len(rows) >= FEWEST and key is not None}
    most = max(shares.values(), default=0.0)
    worst = [key for key, share in shares.items() if share == most]
    return groups[worst[0]][0]["sector_said"] if most and len(worst) == 1 and len(shares) > 1 else None


def _figures(reader: Reader, scope: Scope) -> tuple[Figure, ...]:
    return asked_figures(
        reader,
        scope,
        (
            Asked(text("Covered"), "covered", of=True),
            Asked(text("Never contacted"), "never_contacted", of=True),
            Asked(text("Only one tie"), "single_points_of_failure", of=True),
            Asked(text("Without a tie"), "without_tie", of=True),
            Asked(text("Not on our list"), "not_on_list"),
        ),
    )


def _steps(gaps: list[Cells], stand: Standing, scope: Scope) -> Cards:
    cards = tuple(
        Card(row["partner"], row["name"], text("tier {tier}", tier=row["tier"]), row["reason"], step(row, scope.as_of))
        for row in gaps[:STEPS]
    )
    title = counted(
        "{number} step closes the most pressing gap",
        "{number} steps close the most pressing gaps",
        len(cards),
        number=Spelled(len(cards)),
    )
    heading = title if cards else unless_empty(stand.total, text("Nothing to close"))
    return Cards("steps", heading, cards, text("There is no gap to close."))


def _unknown(stand: Standing, reader: Reader, scope: Scope) -> Note | None:
    unmatched = reader.stand(scope, "not_on_list").get("not_on_list")
    lines = [
        counted(
            "{n} partner in view has no sector and stands in a row of its own.",
            "{n} partners in view have no sector and stand in a row of their own.",
            count(stand.now, "sector", None),
        ),
        counted(
            "{n} uncovered partner has no colleague with an active tie.",
            "{n} uncovered partners have no colleague with an active tie.",
            sum(1 for row in stand.now if row["uncovered"] and row["best_name"] is None),
        ),
        counted(
            "{n} organisation has dealings with us but no tier; it is in none of the counts above.",
            "{n} organisations have dealings with us but no tier; they are in none of the counts above.",
            round(unmatched.value) if unmatched and unmatched.value else 0,
        ),
    ]
    return missing(lines, stand.total)
