"""Every partner by its silence and by what it thinks of us."""

from __future__ import annotations

from relinsight.insights.blocks import Cards, Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.rhythm_and_view import RhythmAndView, SilenceAndView
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS
from relinsight.insights.relations.in_view import Relations
from relinsight.insights.relations.rows import Relation
from relinsight.insights.relations.silence import is_silent
from relinsight.insights.relations.views import Views, called_so
from relinsight.measures.limits import LIMITS
from relinsight.words.quantities import Spelled
from relinsight.words.text import UNSAID, Text, counted, text

ALT = text("Every partner by days since contact as a share of what was promised, and by its view of us.")
LOW_VIEW = 45  # of 100: below it a partner is dissatisfied


def picture(in_view: Relations, seen: Views, cards: Cards) -> Chart:
    """The picture: silence across, their view of us up, a mark a partner."""
    if in_view.now and all(row.ratio is None for row in in_view.now):
        return _nobody_contacted()
    rows = tuple(_mark(row, in_view, seen) for row in in_view.now)
    given = sum(row.view is not None for row in rows)
    return Chart(
        "rhythm-and-view",
        _title(rows, given) if rows else NO_PARTNER,
        RhythmAndView(rows, frozenset(card.partner for card in cards.cards)),
        COLUMNS,
        ALT,
        _caption(in_view, seen.instrument, given),
        NO_ROWS,
    )


def _nobody_contacted() -> Chart:
    return Chart(
        "rhythm-and-view",
        text("No partner was contacted yet"),
        RhythmAndView(()),
        COLUMNS,
        ALT,
        none=text("As soon as contacts are known, each partner stands here by its silence and by its view of us."),
    )


def _mark(row: Relation, in_view: Relations, seen: Views) -> SilenceAndView:
    return SilenceAndView(
        partner=row.partner,
        name=row.name,
        tier=row.tier,
        sector=in_view.sector_of(row),
        state=row.state,
        state_said=row.state_said,
        days=row.days,
        promised=row.promised,
        ratio=row.ratio,
        view=seen.scores.get(row.partner),
    )


def _caption(in_view: Relations, instrument: str | None, given: int) -> Text:
    never = sum(row.state == "never" for row in in_view.now)
    return counted(
        "{given} of {n} partner gave its view{instrument}{never}. Large marks are tier A, medium B, small C. "
        "Cooling: up to {cooling} times the promised time; dormant: up to {dormant} times.",
        "{given} of {n} partners gave their view{instrument}{never}. Large marks are tier A, medium B, small C. "
        "Cooling: up to {cooling} times the promised time; dormant: up to {dormant} times.",
        in_view.total,
        given=given,
        never=_never(never),
        instrument=called_so(instrument),
        **LIMITS,
    )


def _never(n: int) -> Text:
    """How many partners the picture has no column for; nothing where there are none."""
    if not n:
        return UNSAID
    return counted("; {n} was never contacted and stands in no column", "; {n} were never contacted and stand in no column", n)


def _title(rows: tuple[SilenceAndView, ...], given: int) -> Text:
    low = [row for row in rows if row.view is not None and row.view < LOW_VIEW]
    silent = sum(is_silent(row.state) for row in low)
    if not given:
        return text("No partner gave its view of us yet; silence is all that can be shown")
    if not low:
        return text("No partner rates us below {low}", low=LOW_VIEW)
    rated = counted(
        "{number} partner rates us below {low}",
        "{number} partners rate us below {low}",
        len(low),
        number=Spelled(len(low)),
        low=LOW_VIEW,
    )
    if not silent:
        return text("{rated}; silence explains none of it", rated=rated)
    if len(low) == 1:
        return text("{rated}; silence may explain it", rated=rated)
    return text("{rated}; silence may explain {silent} of them", rated=rated, silent=Spelled(silent))


COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("state_said", text("State"), "short"),
    TableColumn("days", text("Days silent"), "number"),
    TableColumn("promised", text("Promised"), "number"),
    TableColumn("view", text("Their view"), "score"),
)
