"""The rows of the coverage page: the uncovered, those that hang on one colleague, those without a tie."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Option, Switch, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.nothing import NO_ROWS, unless_empty
from relinsight.insights.relations.in_view import Relations
from relinsight.insights.relations.reasons import reason
from relinsight.insights.relations.rows import Relation
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

OPEN_END = 9999  # the year that stands for a period without an end


def partner_lists(in_view: Relations, gaps: list[Relation], reader: Reader) -> Switch:
    """The uncovered, or those that hang on one colleague, or on nobody."""
    single = reader.partners(SingleTie, "single_ties", in_view.scope)
    return Switch(
        "rows",
        text("Show partners"),
        (
            Option("uncovered", text("not covered"), _gaps(gaps, in_view)),
            Option("single", text("with only one tie"), _single_ties(single, in_view)),
            Option("none", text("without a tie"), _without_ties([row for row in in_view.now if not row.ties], in_view)),
        ),
    )


class GapLine(NamedTuple):
    """A partner that is not covered: why, since when, what is at stake and who is best placed to go."""

    rank: int | None
    partner: str
    name: Name
    tier: Name
    sector: Sector
    state: str
    days: int | None
    promised: int | None
    reason: Text | None
    broken_since: date | None
    at_stake: int
    best: Name | Text
    best_met: date | None


def _gap(row: Relation, in_view: Relations) -> GapLine:
    return GapLine(
        rank=row.rank,
        partner=row.partner,
        name=row.name,
        tier=row.tier,
        sector=in_view.sector_of(row),
        state=row.state,
        days=row.days,
        promised=row.promised,
        reason=reason(row),
        broken_since=row.broken_since,
        at_stake=row.at_stake,
        best=row.best_name or text("nobody"),
        best_met=row.best_last,
    )


def _gaps(gaps: list[Relation], in_view: Relations) -> Table:
    title = counted("{n} uncovered partner", "{n} uncovered partners, most pressing first", len(gaps))
    return Table(
        "uncovered",
        title if gaps else unless_empty(in_view.total, text("No partner is uncovered")),
        GAP_COLUMNS,
        tuple(_gap(row, in_view) for row in gaps),
        text(
            "Ranked by tier, then by current goals and open dealings (at stake), then by days since the last contact; equals share a rank."
        ),
        none=unless_empty(in_view.total, text("Every partner in view is covered."), NO_ROWS),
    )


GAP_COLUMNS = (
    TableColumn("rank", text("#"), "number"),
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("reason", text("Reason"), "sentence"),
    TableColumn("broken_since", text("Since"), "day"),
    TableColumn("at_stake", text("At stake"), "number"),
    TableColumn("best", text("Best placed")),
    TableColumn("best_met", text("Last met"), "day"),
)


class SingleTie(NamedTuple):
    """A partner of the portfolio that hangs on one colleague: who that is, and the last day of the tie as it is known now."""

    partner: str
    name: Name
    tier: Name
    sector: str | None
    employee_name: Name
    last_met: date | None
    last_day: date


class SingleTieLine(NamedTuple):
    """The same as it is shown; until: empty where no end is known."""

    partner: str
    name: Name
    tier: Name
    sector: Sector
    colleague: Name
    last_met: date | None
    until: date | None


def _single_tie(row: SingleTie, in_view: Relations) -> SingleTieLine:
    until = row.last_day if row.last_day.year < OPEN_END else None
    return SingleTieLine(row.partner, row.name, row.tier, sector_of(in_view.sectors, row.sector), row.employee_name, row.last_met, until)


def _single_ties(rows: list[SingleTie], in_view: Relations) -> Table:
    shown = tuple(_single_tie(row, in_view) for row in rows)
    return Table(
        "one-tie",
        _single_title(shown, in_view),
        SINGLE_COLUMNS,
        shown,
        text("Partners with exactly one colleague who has an active tie; until: the last day of that tie or colleague, where it is known."),
        none=unless_empty(in_view.total, text("No partner hangs on one colleague."), NO_ROWS),
    )


def _single_title(rows: tuple[SingleTieLine, ...], in_view: Relations) -> Text:
    if not rows:
        return unless_empty(in_view.total, text("No partner hangs on one colleague"))
    title = counted("{n} partner hangs on one colleague", "{n} partners hang on one colleague", len(rows))
    if rows[0].until is None:
        return title
    leaves = counted("that tie ends on {day}", "the first tie ends on {day}", len(rows), day=rows[0].until)
    return text("{partners}; {leaves}", partners=title, leaves=leaves)


SINGLE_COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("colleague", text("Only tie")),
    TableColumn("last_met", text("Last met"), "day"),
    TableColumn("until", text("Until"), "day"),
)


class WithoutTieLine(NamedTuple):
    """A partner to whom nobody here has a tie."""

    partner: str
    name: Name
    tier: Name
    sector: Sector
    state_said: Text
    days: int | None


def _without_ties(rows: list[Relation], in_view: Relations) -> Table:
    title = counted("Nobody here has a tie with {n} partner", "Nobody here has a tie with {n} partners", len(rows))
    return Table(
        "without-tie",
        title if rows else unless_empty(in_view.total, text("No partner is without a tie")),
        WITHOUT_COLUMNS,
        tuple(WithoutTieLine(row.partner, row.name, row.tier, in_view.sector_of(row), row.state_said, row.days) for row in rows),
        text("Partners to whom no active colleague has an active tie."),
        none=unless_empty(in_view.total, text("Every partner in view has a colleague with a tie."), NO_ROWS),
    )


WITHOUT_COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("state_said", text("State")),
    TableColumn("days", text("Days silent"), "number"),
)
