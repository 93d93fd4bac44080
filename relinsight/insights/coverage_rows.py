"""The rows of the coverage page: the uncovered, those that hang on one colleague, those without a tie."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Column, Option, Switch, Table
from relinsight.insights.naming import sector_of
from relinsight.insights.nothing import NO_ROWS, unless_empty
from relinsight.insights.standing import Standing
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import counted, text


def partner_rows(stand: Standing, gaps: list[Cells], reader: Reader, scope: Scope) -> Switch:
    """The rows of the page: the uncovered, or those that hang on one colleague, or on nobody."""
    single: list[Cells] = [
        {**row, "name": Name(row["name"]), "sector_said": sector_of(row)} for row in reader.partners("single_ties", scope)
    ]
    return Switch(
        "rows",
        text("Show partners"),
        (
            Option("uncovered", text("not covered"), _gaps(gaps, stand)),
            Option("single", text("with only one tie"), _single_ties(single, stand)),
            Option("none", text("without a tie"), _without_ties([row for row in stand.now if not row["ties"]], stand)),
        ),
    )


def _single_ties(rows: list[Cells], stand: Standing) -> Table:
    leaving = [row for row in rows if row["last_day"].year < OPEN_END]
    title = unless_empty(stand.total, text("No partner hangs on one colleague"))
    if rows:
        title = counted("{n} partner hangs on one colleague", "{n} partners hang on one colleague", len(rows))
    if leaving:
        leaves = counted("that tie ends on {day}", "the first tie ends on {day}", len(rows), day=leaving[0]["last_day"])
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
        none=unless_empty(stand.total, text("No partner hangs on one colleague."), NO_ROWS),
    )


def _without_ties(rows: list[Cells], stand: Standing) -> Table:
    shown = tuple({**row, "sector_name": row["sector_said"]} for row in rows)
    return Table(
        "without-tie",
        counted("Nobody here has a tie with {n} partner", "Nobody here has a tie with {n} partners", len(rows))
        if rows
        else unless_empty(stand.total, text("No partner is without a tie")),
        WITHOUT_COLUMNS,
        shown,
        text("Partners to whom no active colleague has an active tie."),
        none=unless_empty(stand.total, text("Every partner in view has a colleague with a tie."), NO_ROWS),
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


def _gaps(gaps: list[Cells], stand: Standing) -> Table:
    rows = tuple(
        {**row, "sector_name": row["sector_said"], "best": row["best_name"] or text("nobody"), "best_met": row["best_last"]} for row in gaps
    )
    return Table(
        "uncovered",
        counted("{n} uncovered partner", "{n} uncovered partners, most pressing first", len(gaps))
        if gaps
        else unless_empty(stand.total, text("No partner is uncovered")),
        GAP_COLUMNS,
        rows,
        text(
            "Ranked by tier, then by current goals and open dealings (at stake), then by days since the last contact; equals share a rank."
        ),
        none=unless_empty(stand.total, text("Every partner in view is covered."), NO_ROWS),
    )


GAP_COLUMNS = (
    Column("rank", text("#"), "number", 36),
    Column("name", text("Partner"), "partner", 196),
    Column("tier", text("Tier"), width=54),
    Column("sector_name", text("Sector"), "sector", 116),
    Column("reason", text("Reason"), width=256),
    Column("broken_since", text("Since"), "day", 84),
    Column("at_stake", text("At stake"), "number", 64),
    Column("best", text("Best placed"), width=130),
    Column("best_met", text("Last met"), "day", 84),
)
