"""A small answer made by hand, with a value of every kind and names that would be markup or a formula."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from relinsight.insights.blocks import Beside, Card, Cards, Change, Chart, Insight, KeyFigure, Note, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.amounts import Amount, Amounts
from relinsight.words.name import Name
from relinsight.words.quantities import Money, OneDecimal, Percent, Score
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

DAY, BEFORE = date(2026, 11, 23), date(2026, 9, 28)
BOLD, FORMULA, ARRAY, PIPE = Name("<b>Kade</b>"), Name("=2+5"), Name("{=1+1}"), Name("a|b\n**c**")

COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("days", text("Days silent"), "number"),
    TableColumn("view", text("Their view"), "score"),
    TableColumn("granted", text("Granted"), "money"),
    TableColumn("share", text("Share covered"), "share"),
    TableColumn("ratio", text("Interval from"), "ratio"),
    TableColumn("day", text("Since"), "day"),
    TableColumn("kept", text("Kept"), "tick"),
    TableColumn("state", text("State")),
)


class Row(NamedTuple):
    """A row with a cell of every kind."""

    partner: str
    name: Name
    days: int | None
    view: float | Score | None
    granted: Decimal | Money | None
    share: float | Percent | None
    ratio: float | OneDecimal | None
    day: date | None
    kept: bool | None
    state: Text | Name


ROWS = (
    Row("p1", BOLD, 1280, 62.5, Decimal("1234.50"), 0.285, 1.25, DAY, True, text("in time")),
    Row("p2", FORMULA, -3, None, Money(Decimal(7)), Percent(0.5), OneDecimal(2), date(1899, 12, 31), False, Name("@x")),
    Row("p3", PIPE, None, Score(40), None, None, None, None, None, ARRAY),
)

BELOW_NO_ROWS = "What stands below rows that are not there."
TABLE = Table("partners", text("All partners"), COLUMNS, ROWS, text("There are no rows."), none=text("No partner is in view."))
EMPTY = Table("changes", text("What changed"), COLUMNS[:1], (), text(BELOW_NO_ROWS), none=text("No rows."))
CHART = Chart(
    "amounts",
    text("Sectors"),
    Amounts((Amount(BOLD, Decimal(5), text("unknown")),)),
    (TableColumn("name", text("Partner")),),
    text("Sectors"),
)
CARDS = Cards(
    "to-talk-about",
    text("To talk about"),
    (Card("p1", BOLD, text("tier {tier}", tier=Name("A")), text("no account manager"), text("keep it so")),),
    text("No rows."),
)
NOTE = Note(
    "unknown",
    text("What is not known"),
    (counted("{n} row, as of {day}", "{n} rows, as of {day}", 3, day=DAY), text("{name}", name=FORMULA)),
)
FIGURES = (
    KeyFigure("covered", text("Covered"), text("{value} of {n}", value=3, n=1400), DAY, n=1400, change=Change(-2, BEFORE)),
    KeyFigure(
        "coverage_share", text("Share covered"), text("{share}", share=Percent(0.69)), DAY, change=Change(0.034, BEFORE, is_share=True)
    ),
    KeyFigure("quality_partner", text("Their view of us"), None, DAY, n=2, unknown=text("too few ({n})", n=2), aside=text("not promised")),
    KeyFigure("questions_late", text("Questions late"), text("{value}", value=0), DAY, change=Change(0, BEFORE)),
)
INSIGHT = Insight(
    "portfolio",
    Scope(DAY, BEFORE),
    text("How healthy are our relations?"),
    text("never contacted"),
    (text("Portfolio"), text("as of {day}", day=DAY)),
    FIGURES,
    (Beside((CHART,), (CARDS,)), TABLE, EMPTY),
    ("covered",),
    NOTE,
)
