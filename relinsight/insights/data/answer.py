"""What the page says first: how much is known, and what would complete most."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.insights.blocks import Chart
from relinsight.insights.columns import TableColumn
from relinsight.insights.data.figures import share_known
from relinsight.insights.data.mends import Known, Mend
from relinsight.insights.exhibits.butterfly import Butterfly, Gain
from relinsight.words.text import Text, counted, text


def answer(found: Known, best: Sequence[Mend], *, is_empty: bool) -> Text:
    """The share of the figures that are known, and the rows that would complete most of the others."""
    if is_empty:
        return text("There are no partners and no dealings yet")
    if not found.total:
        return text("No figure of a partner is asked for on this day")
    if not best:
        return text("{share} of the figures are known", share=share_known(found))
    return counted(
        "{share} of the figures are known; {rows} would complete one more",
        "{share} of the figures are known; {rows} would complete {n} more",
        best[0].figures,
        share=share_known(found),
        rows=best[0].said,
    )


def gains(best: Sequence[Mend]) -> Chart:
    """What completes most, as far as it can be told row by row."""
    return Chart(
        "gains",
        _title(best),
        Butterfly(tuple(Gain(mend.lacking, mend.where, mend.rows, mend.figures) for mend in best)),
        COLUMNS,
        text("Rows to fill in, what they lack, and how many figures each kind completes."),
        text(
            "A figure is one measure of one partner that is unknown, or rests on a part of the rows. "
            "A form: the quality, its dimensions and the gap."
        ),
        text("No missing data were found."),
    )


COLUMNS = (
    TableColumn("lacking", text("What is missing"), "sentence"),
    TableColumn("where", text("Where"), "words"),
    TableColumn("rows", text("Rows to fill"), "number"),
    TableColumn("figures", text("Figures completed"), "number"),
)


def _title(best: Sequence[Mend]) -> Text:
    if not best:
        return text("Nothing that can be filled in row by row is missing")
    return counted("{rows} would complete {n} figure", "{rows} would complete {n} figures", best[0].figures, rows=best[0].said)
