"""What a person should know of how a sheet was read: what is hidden, and what lacks a value, a format or a name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from relinsight.sources.refusal import unnamed
from relinsight.sources.workbook.grid import GridRow
from relinsight.sources.workbook.layout import Layout
from relinsight.sources.workbook.package import Tab
from relinsight.words.name import Name
from relinsight.words.quantities import Names
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


def laid_out(path: Path, tab: Tab, layout: Layout, header: GridRow) -> Iterator[Text]:
    """What the layout of a sheet gives reason to say: a merged cell counts for its first row alone, a hidden column as any other."""
    sheet = {"file": Name(path.name), "sheet": Name(tab.name)}
    merged = [each for each in layout.merged if each.column in header.cells and each.last > header.number + 1]
    if merged:
        yield counted(
            "{file}: a cell of sheet {sheet} under {column} is merged over the rows {first} to {last} and counts for the first of them "
            "alone; split it and fill in each row.",
            "{file}: {n} cells of sheet {sheet} are merged over several rows, such as that under {column} over the rows {first} to {last}; "
            "each counts for its first row alone, so split them and fill in each row.",
            len(merged),
            column=Name(header.cells[merged[0].column].strip()),
            first=merged[0].first,
            last=merged[0].last,
            **sheet,
        )
    if hidden := [said.strip() for at, said in sorted(header.cells.items()) if layout.hides(at)]:
        yield counted(
            "{file}: the column {names} of sheet {sheet} is hidden, and counts as any other.",
            "{file}: the columns {names} of sheet {sheet} are hidden, and count as any other.",
            len(hidden),
            names=Names(tuple(map(Name, hidden))),
            **sheet,
        )
