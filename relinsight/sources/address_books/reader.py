"""The persons of an address book as tables of texts.

What a card does not say stays as it is, while an empty cell of a table takes a value away: so cards that say the same things are a
table, whose columns are filled in every row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from relinsight.sources.address_books.columns import COLUMNS
from relinsight.sources.content_lines import check_size
from relinsight.sources.foreign.process import parsed
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import Sheet
from relinsight.sources.written_rows import WrittenRows
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

PARSER = "relinsight.sources.address_books.parsing"
TABLE = "contact_person"


def read_cards(path: Path, letters: str | None = None) -> tuple[Sheet, ...]:
    """The persons of an address book, in a table for each choice of what their cards say."""
    check_size(path)
    try:
        written = parsed(PARSER, path, letters=letters)
    except ValueError as error:
        raise ImportRefused(text("{file} is not a whole address book; export it again.", file=Name(path.name))) from error
    shapes = WrittenRows(written, ()).shapes() or [tuple(range(len(COLUMNS)))]
    first, *others = (WrittenRows(written, shape, alike=True) for shape in shapes)
    whole = replace(_sheet(path, first), broken=first.broken, warnings=lambda: tuple(_remarks(path, first.told())))
    return (whole, *(_sheet(path, each) for each in others))


def _sheet(path: Path, rows: WrittenRows) -> Sheet:
    header = tuple(COLUMNS[at] for at in rows.columns)
    return Sheet(path, None, header, rows.batches, first_row=1, nested=True, lines=rows.lines, table=TABLE)


def _remarks(path: Path, told: dict[str, int]) -> Iterator[Text]:
    """What a person should know of the cards that were not read."""
    if told["others"]:
        yield counted(
            "{file}: {n} card is of a group, an organisation or a place and was not read.",
            "{file}: {n} cards are of groups, organisations or places and were not read.",
            told["others"],
            file=Name(path.name),
        )
