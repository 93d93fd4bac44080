"""Options that several verbs share: the database, the scope and the day."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from relinsight.command_line.speaking import Exit, refuse, say, saying_refusals
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.scope import FIRST_DAY, LAST_DAY, Period
from relinsight.words.text import Text, text

if TYPE_CHECKING:
    from relinsight.access.city import City
    from relinsight.access.handing_over.elsewhere import CityElsewhere, OwnerElsewhere
    from relinsight.access.owner import Owner
    from relinsight.access.reader import Reader

T = TypeVar("T")

Json = Annotated[bool, typer.Option("--json", help="Print for machines.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The day on which things stand (YYYY-MM-DD).")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="An earlier day to compare with.")]
Language = Annotated[str, typer.Option(metavar="CODE", help="In which language: en, nl ...")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")]


@contextmanager
def opened() -> Generator[Owner | OwnerElsewhere]:
    """What the owner may do with the city, which is given back at the end."""
    with _city() as city:
        yield city.owner


def read(ask: Callable[[Reader], T]) -> T:
    """What the administrator reads of the city, from one state of the data: asked anew where a write came in between."""
    with _city() as city:
        return city.read(ask)


@contextmanager
def _city() -> Generator[City | CityElsewhere]:
    from relinsight.access.handing_over.city import city_at_hand
    from relinsight.access.place import database

    with saying_refusals(), closing(city_at_hand(database(), _say_on_the_side)) as city:
        yield city


def _say_on_the_side(doing: Text, _part: float) -> None:
    """Say what a verb without a line of progress waits for."""
    print(say(doing), file=sys.stderr)


def day(written: str | None, option: str) -> date | None:
    """A day as an option gives it."""
    if written is None:
        return None
    try:
        found = date.fromisoformat(written)
    except ValueError:
        refuse(
            text("{option} {written} is not a date; write it as 2026-09-30.", option=Name(option), written=Name(written)),
            Exit.WRONG_USAGE,
        )
    if not FIRST_DAY <= found <= LAST_DAY:
        refuse(
            text(
                "{option} {written} lies outside the calendar here; ask for a day from {first} to {last}.",
                option=Name(option),
                written=Name(written),
                first=Name(FIRST_DAY.isoformat()),
                last=Name(LAST_DAY.isoformat()),
            ),
            Exit.WRONG_USAGE,
        )
    return found


def since(written: str | None, as_of_day: date) -> date | None:
    """The earlier day to compare with, as an option gives it."""
    found = day(written, "--since")
    if found is not None and found >= as_of_day:
        refuse(
            text(
                "--since {since} must lie before the day on which things stand, {as_of}; name an earlier day.",
                since=Name(found.isoformat()),
                as_of=Name(as_of_day.isoformat()),
            ),
            Exit.WRONG_USAGE,
        )
    return found


def as_of(reader: Reader, written: str | None) -> date:
    """The day that is asked for, else the one that the data's owner set, else today."""
    return day(written, "--as-of") or reader.default_day(clock.today(reader.holding.time_zone))


def period(written: str | None) -> Period | None:
    """A period as an option gives it: FIRST..LAST."""
    if written is None:
        return None
    first, parted, last = written.partition("..")
    days = day(first if parted else None, "--period"), day(last if parted else None, "--period")
    if days[0] is None or days[1] is None or days[1] < days[0]:
        refuse(
            text("--period {written} is not a period; write it as 2026-01-01..2026-06-30.", written=Name(written)),
            Exit.WRONG_USAGE,
        )
    return Period(days[0], days[1])


def refuse_unspoken(language: str) -> None:
    """End where the program does not speak a language."""
    from relinsight.languages.catalogue import languages

    if language not in languages():
        refuse(
            text(
                "There is no language {language}; the languages are {languages}.",
                language=Name(language),
                languages=Names(tuple(map(Name, languages()))),
            ),
            Exit.WRONG_USAGE,
        )
