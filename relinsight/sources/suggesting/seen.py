"""What was seen of a sheet: its columns, what they mean, and the answers among them."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.sources.sheet import Sheet
from relinsight.sources.suggesting.answered import Answer, answers
from relinsight.sources.suggesting.columns import Column, columns_of
from relinsight.sources.suggesting.meant import Meant, meant
from relinsight.sources.suggesting.missing import missing_words
from relinsight.sources.suggesting.toml import Source
from relinsight.sources.suggesting.under_header import titled
from relinsight.sources.suggesting.unsaid import completed

FEWEST_ANSWERS = 3


@dataclass(frozen=True)
class Seen:
    """What was seen of a sheet: its columns without words for nothing, what they mean, and the answers among them.

    Our `role` in the dealings of a file is there where a person says it.
    """

    sheet: Sheet
    columns: tuple[Column, ...]
    missing: tuple[str, ...]
    meant: Meant
    answers: tuple[Answer, ...]
    drops: tuple[tuple[Source, str], ...] = ()
    role: str | None = None

    def column(self, at: int) -> Column | None:
        """The column at a place, unless it may not be read."""
        return next((column for column in self.columns if column.at == at), None)


def seen(sheet: Sheet) -> Seen:
    """Look at every column of a sheet."""
    below = titled(columns_of(sheet))
    missing = missing_words(below.columns)
    columns = tuple(column.without(missing) for column in below.columns)
    said = completed(columns, meant(columns))
    given = answers(columns, frozenset(column.at for name, column in said.items() if name not in {"dimension", "question"}))
    at = {answer.column.at for answer in given} if len(given) >= FEWEST_ANSWERS else set[int]()
    return Seen(sheet, columns, missing, {name: column for name, column in said.items() if column.at not in at}, given, below.drops)
