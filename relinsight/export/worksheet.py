"""One sheet of a workbook: words as words, numbers as numbers, days as days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from relinsight.export.numbers import number_in, quantity
from relinsight.export.tables import said
from relinsight.insights.columns import TableColumn
from relinsight.languages.sentence import Speaker
from relinsight.words.quantities import AboutMoney, Money, OneDecimal, Percent, Score
from relinsight.words.text import text

EARLIEST = 1900  # the first year that Excel knows as a day
PLAIN = TableColumn("", text("n"))
STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1},
    "day": {"num_format": "dd-mm-yyyy"},
    "money": {"num_format": "#,##0.00"},
    "share": {"num_format": "0%"},
    "part": {"num_format": "0%"},
    "finer share": {"num_format": "0.0#%"},
    "whole": {"num_format": "0"},
    "tenths": {"num_format": "0.0"},
    "plain": {},
}
FORMATS: dict[type, str] = {Money: "money", AboutMoney: "money", Percent: "share", Score: "whole", OneDecimal: "tenths"}


@dataclass(frozen=True)
class Worksheet:
    """A sheet of a workbook that is being written, in one language."""

    page: Any
    say: Speaker
    styles: dict[str, Any]

    @classmethod
    def of(cls, book: Any, name: str, say: Speaker) -> Worksheet:
        """A new sheet behind the others."""
        return cls(book.add_worksheet(name), say, {style: book.add_format(given) for style, given in STYLES.items()})

    def put(self, line: int, at: int, value: object, column: TableColumn = PLAIN, style: str = "plain") -> None:
        """Write one cell as its column does; what is unknown stays empty."""
        number = number_in(value)
        if number is not None:
            self.page.write_number(line, at, float(number), self.styles[_format(quantity(value, column), style)])
        elif isinstance(value, date) and value.year >= EARLIEST:
            self.page.write_datetime(line, at, value, self.styles["day"])
        else:
            self.words(line, at, said(value, column, self.say), style)

    def words(self, line: int, at: int, written: str, style: str = "plain") -> None:
        """Write words, never a formula; no words, no cell."""
        if written:
            self.page.write_string(line, at, written, self.styles[style])

    def widths(self, *widths: int) -> None:
        """Set how wide the first columns are."""
        for at, width in enumerate(widths):
            self.page.set_column(at, at, width)

    def freeze(self, lines: int) -> None:
        """Keep the first lines and the first column in view."""
        self.page.freeze_panes(lines, 1)


def _format(shown: object, style: str) -> str:
    """How a number is written: a share with decimals where it would else be 0 or 100 and is not."""
    if isinstance(shown, Percent) and shown.of_a_hundred % 1:
        return "finer share"
    return FORMATS.get(type(shown), style)
