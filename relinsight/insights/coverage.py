"""Coverage: whom are we not covering?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Card, Cards, Cells, Column, Figure, Insight, Note, Option, Row, Switch, Table
from relinsight.insights.chains import chain, silence
from relinsight.insights.figures import Asked, asked_figures
from relinsight.insights.naming import sector_of
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
STEPS = 4
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
        return register.coverage(reader, scope)
    stand = standing(reader, scope)
    gaps = sorted((row for row in stand.now if row["uncovered"]), key=lambda row: (row["rank"], row["partner"]))
    figures = _figures(reader, scope, stand)
    return Insight(
        "coverage",
        scope,
        QUESTION,
        _answer(stand, gaps),
        context(reader, PAGE, QUESTION, scope, partners(stand.total)),
        figures,
        (
            Row((white_spots(stand, reader, scope),), (_steps(gaps, scope),)),
            Row((chain(stand, figures),), (silence(stand),)),
            _rows(stand, gaps, reader, scope),
        ),
        MEASURES,
        _unknown(stand, reader, scope),
    )


def _answer(stand: Standing, gaps: list[Cells]) -> Text:
    if not stand.total:
        return text("No partner of the portfolio fits this day and these filters")
    if not gaps:
        return counted("The one partner in view is covered", "All {n} partners are covered", stand.total)
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
    shares = {key: count(rows, "uncovered") / len(rows) for key, rows in groups.items() if len(rows) >= 3 and key is not None}  # noqa: PLR2004
    worst = max(shares, key=lambda key: (shares[key], key), default=None)
    return groups[worst][0]["sector_said"] if worst is not None and len(shares) > 1 and shares[worst] > 0 else None


def _figures(reader: Reader, scope: Scope, stand: Standing) -> tuple[Figure, ...]:
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


def _steps(gaps: list[Cells], scope: Scope) -> Cards:
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
    return Cards("steps", title if cards else text("Nothing to close"), cards, text("There is no gap to close."))


def _rows(stand: Standing, gaps: list[Cells], reader: Reader, scope: Scope) -> Switch:
    """The rows of the page: the uncovered, or those that hang on one colleague, or on nobody."""
    single: list[Cells] = [{**row, "name": Name(row["name"]), "sector_said": sector_of(row)} for row in reader.page("single_ties", scope)]
    return Switch(
        "rows",
        text("Show partners"),
        (
            Option("uncovered", text("not covered"), _gaps(gaps)),
            Option("single", text("with only one tie"), _single_ties(single)),
            Option("none", text("without a tie"), _without_ties([row for row in stand.now if not row["ties"]])),
        ),
    )


def _single_ties(rows: list[Cells]) -> Table:
    leaving = [row for row in rows if row["last_day"].year < OPEN_END]
    title = counted("{n} partner hangs on one colleague", "{n} partners hang on one colleague", len(rows))
    if leaving:
        leaves = counted("the first leaves on {day}", "the first leaves on {day}", len(leaving), day=leaving[0]["last_day"])
        title = text("{partners}; {leaves}", partners=title, leaves=leaves)
    shown = tuple(
        {
            **row,
            "sector_name": row["sector_said"],
            "colleague": Name(row["employee_name"]),
            "until": row["last_day"] if row["last_day"].year < OPEN_END else None,
        }
        for row in rows
    )
    return Table(
        "one-tie",
        title,
        SINGLE_COLUMNS,
        shown,
        text("Partners with exactly one colleague who has an active tie; until: the last day of that tie or colleague, where it is known."),
        none=text("No partner hangs on one colleague."),
    )


def _without_ties(rows: list[Cells]) -> Table:
    shown = tuple({**row, "sector_name": row["sector_said"]} for row in rows)
    return Table(
        "without-tie",
        counted("Nobody here has a tie with {n} partner", "Nobody here has a tie with {n} partners", len(rows)),
        WITHOUT_COLUMNS,
        shown,
        text("Partners to whom no active colleague has an active tie."),
        none=text("Every partner in view has a colleague with a tie."),
    )


OPEN_END = 9999  # the year that stands for a period without an end
SINGLE_COLUMNS = (
    Column("name", text("Partner"), "partner", 240),
    Column("tier", text("Tier"), width=60),
    Column("sector_name", text("Sector"), "sector", 150),
    Column("colleague", text("Only tie"), width=200),
    Column("last_met", text("Last met"), "day", 110),
    Column("until", text("Until"), "day", 110),
)
WITHOUT_COLUMNS = (
    Column("name", text("Partner"), "partner", 240),
    Column("tier", text("Tier"), width=60),
    Column("sector_name", text("Sector"), "sector", 150),
    Column("state_said", text("State"), width=140),
    Column("days", text("Days silent"), "number", 110),
)


def _gaps(gaps: list[Cells]) -> Table:
    rows = tuple(
        {**row, "sector_name": row["sector_said"], "best": row["best_name"] or text("nobody"), "best_met": row["best_last"]} for row in gaps
    )
    return Table(
        "uncovered",
        counted("{n} uncovered partner", "{n} uncovered partners, most pressing first", len(gaps)),
        GAP_COLUMNS,
        rows,
        text(
            "Ranked by tier, then by current goals and open dealings (at stake), then by days since the last contact; equals share a rank."
        ),
        none=text("Every partner in view is covered."),
    )


GAP_COLUMNS = (
    Column("rank", text("#"), "number", 44),
    Column("name", text("Partner"), "partner", 190),
    Column("tier", text("Tier"), width=48),
    Column("sector_name", text("Sector"), "sector", 120),
    Column("reason", text("Reason"), width=210),
    Column("broken_since", text("Since"), "day", 90),
    Column("at_stake", text("At stake"), "number", 70),
    Column("best", text("Best placed"), width=170),
    Column("best_met", text("Last met"), "day", 90),
)


def _unknown(stand: Standing, reader: Reader, scope: Scope) -> Note:
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
    known = tuple(line for line in lines if line.count)
    return Note("unknown", text("What is not known"), known or (text("Nothing that this page shows is missing."),))
