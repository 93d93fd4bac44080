"""Every partner by its silence and by what it thinks of us."""

from __future__ import annotations

from relinsight.insights.blocks import Cards, Cells, Chart, Column
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS
from relinsight.insights.standing import Standing, count, is_silent
from relinsight.insights.views import Views, called_so
from relinsight.words.quantities import Spelled
from relinsight.words.text import Text, counted, text

ALT = text("Every partner by days since contact as a share of what was promised, and by its view of us.")
LOW_VIEW = 45  # of 100: below it a partner is dissatisfied


def picture(stand: Standing, seen: Views, cards: Cards) -> Chart:
    """The picture: silence across, their view of us up, a mark a partner."""
    if stand.now and all(row["ratio"] is None for row in stand.now):
        return _nobody_contacted()
    rows = _rows(stand, seen, cards)
    low = [row for row in rows if row["view"] is not None and row["view"] < LOW_VIEW]
    silent = [row for row in low if is_silent(row)]
    given = sum(1 for row in rows if row["view"] is not None)
    return Chart(
        "rhythm-and-view",
        "rhythm_and_view",
        _picture_title(len(low), len(silent), given) if rows else NO_PARTNER,
        rows,
        PICTURE_COLUMNS,
        ALT,
        _caption(stand, seen.instrument, given),
        height=480,
        none=NO_ROWS,
    )


def _nobody_contacted() -> Chart:
    return Chart(
        "rhythm-and-view",
        "rhythm_and_view",
        text("No partner was contacted yet"),
        (),
        PICTURE_COLUMNS,
        ALT,
        none=text("As soon as contacts are known, each partner stands here by its silence and by its view of us."),
    )


def _rows(stand: Standing, seen: Views, cards: Cards) -> tuple[Cells, ...]:
    named = {card.partner for card in cards.cards}
    return tuple(
        {
            **row,
            "view": seen.scores.get(row["partner"]),
            "label": row["partner"] in named,
            "sector_name": row["sector_said"],
        }
        for row in stand.now
    )


def _caption(stand: Standing, instrument: str | None, given: int) -> Text:
    return counted(
        "{given} of {n} partner gave its view{instrument}{never}. Large marks are tier A, medium B, small C. "
        "Cooling: up to 1.5 times the promised time; dormant: up to 3 times.",
        "{given} of {n} partners gave their view{instrument}{never}. Large marks are tier A, medium B, small C. "
        "Cooling: up to 1.5 times the promised time; dormant: up to 3 times.",
        stand.total,
        given=given,
        never=_never(count(stand.now, "state", "never")),
        instrument=called_so(instrument),
    )


def _never(n: int) -> Text:
    """How many partners the picture has no column for; nothing where there are none."""
    if not n:
        return text("")
    return counted("; {n} was never contacted and stands in no column", "; {n} were never contacted and stand in no column", n)


def _picture_title(low: int, silent: int, given: int) -> Text:
    if not given:
        return text("No partner gave its view of us yet; silence is all that can be shown")
    if not low:
        return text("No partner rates us below {low}", low=LOW_VIEW)
    rated = counted(
        "{number} partner rates us below {low}",
        "{number} partners rate us below {low}",
        low,
        number=Spelled(low),
        low=LOW_VIEW,
    )
    if not silent:
        return text("{rated}; silence explains none of it", rated=rated)
    if low == 1:
        return text("{rated}; silence may explain it", rated=rated)
    return text("{rated}; silence may explain {silent} of them", rated=rated, silent=Spelled(silent))


PICTURE_COLUMNS = (
    Column("name", text("Partner"), "partner"),
    Column("tier", text("Tier")),
    Column("sector_name", text("Sector"), "sector"),
    Column("state_said", text("State")),
    Column("days", text("Days silent"), "number"),
    Column("promised", text("Promised"), "number"),
    Column("view", text("Their view"), "score"),
)
