"""Options that several verbs share: the database, the scope and the day."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from relinsight.access.reader import Reader
from relinsight.command_line.speaking import Exit, refuse, saying_refusals
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.location import database
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.scope import Period
from relinsight.words.text import text

Json = Annotated[bool, typer.Option("--json", help="Print for machines.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The day on which things stand (YYYY-MM-DD).")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="An earlier day to compare with.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")]


@contextmanager
def opened() -> Generator[Warehouse]:
    """The city's database, given back at the end."""
    with saying_refusals(), closing(open_file(database())) as warehouse:
        yield warehouse


@contextmanager
def reading() -> Generator[Reader]:
    """The administrator's view of the city."""
    with opened() as warehouse:
        yield Reader(warehouse)


def day(written: str | None, option: str) -> date | None:
    """A day as an option gives it."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        refuse(
            text("{option} {written} is not a date; write it as 2026-09-30.", option=Name(option), written=Name(written)),
            Exit.WRONG_USAGE,
        )


def as_of(reader: Reader, written: str | None) -> date:
    """The day that is asked for, else the one that the data's owner set, else today."""
    return day(written, "--as-of") or reader.default_day(clock.today())


def period(written: str | None) -> Period | None:
    """A period as an option gives it: FIRST..LAST."""
    if written is None:
        return None
    try:
        first, last = map(date.fromisoformat, written.split(".."))
    except ValueError:
        first, last = date.max, date.min
    if last < first:
        refuse(
            text("--period {written} is not a period; write it as 2026-01-01..2026-06-30.", written=Name(written)),
            Exit.WRONG_USAGE,
        )
    return Period(first, last)
