"""What a person should know of how a sheet was read: what is hidden, and what lacks a value, a format or a name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from relinsight.sources.refusal import unnamed
from relinsight.sources.workbook.grid import GridRow
from relinsight.sources.workbook.package import Tab
from relinsight.words.name import Name
from relinsight.words.text import Text, counted


def remarks(path: Path, tab: Tab, below: Iterator[GridRow], columns: Collection[int]) -> Iterator[Text]:
    """What the rows below the header give reason to say."""
    hidden = unvalued = unformatted = 0
    others: set[int] = set()
    for row in below:
        unvalued += row.unvalued
        hidden += row.hidden and bool(row.cells)
        unformatted += row.unformatted
        others.update(row.cells)
    sheet = {"file": Name(path.name), "sheet": Name(tab.name)}
    if hidden:
        yield counted(
            "{file}: {n} hidden row of sheet {sheet} was read too.",
            "{file}: {n} hidden rows of sheet {sheet} were read too.",
            hidden,
            **sheet,
        )
    if unvalued:
        yield counted(
            "{file}: {n} formula of sheet {sheet} has no stored value and was read as empty; save the file in Excel and import it then.",
            "{file}: {n} formulas of sheet {sheet} have no stored value and were read as empty; save the file in Excel and import it then.",
            unvalued,
            **sheet,
        )
    if unformatted:
        yield counted(
            "{file}: {n} number of sheet {sheet} was read without its format, so 45 % as 0.45 and 0012 as 12; save the file as .xlsx.",
            "{file}: {n} numbers of sheet {sheet} were read without their format, so 45 % as 0.45 and 0012 as 12; save the file as .xlsx.",
            unformatted,
            **sheet,
        )
    if left := others.difference(columns):
        yield unnamed(Name(f"{path.name} ({tab.name})"), len(left))
