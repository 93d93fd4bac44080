"""The city at hand: opened here, or where another program has it open, by way of that program."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from relinsight.access.place import is_there, notice
from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

if TYPE_CHECKING:
    from relinsight.access.city import City
    from relinsight.access.handing_over.elsewhere import CityElsewhere
    from relinsight.access.handing_over.line import Line, Tell


def city_at_hand(database: Path, tell: Tell) -> City | CityElsewhere:
    """The city in a file; `tell` hears it where work has to wait for its turn."""
    if (line := _line(database, tell)) is not None:
        from relinsight.access.handing_over.elsewhere import CityElsewhere

        return CityElsewhere(line)
    from relinsight.access.city import open_city

    return open_city(database)


@contextmanager
def readable(database: Path) -> Generator[Path]:
    """A file that another process can read: the database itself, or a copy that is there as long as this lasts."""
    line = _line(database)
    if line is None:
        yield database
        return
    with closing(line):
        yield line.call("copy")


def refuse_where_open(database: Path) -> None:
    """Refuse what cannot be done while another program has a database open."""
    if (line := _line(database)) is not None:
        line.close()
        raise Refusal(_is_open(database))


def _line(database: Path, tell: Tell | None = None) -> Line | None:
    """A line to who has the city open; where no notice hangs, nothing is loaded for it."""
    if not is_there(notice(database)):
        return None
    from relinsight.access.handing_over.line import reached, untold

    return reached(database, tell or untold)


def _is_open(database: Path) -> Text:
    return text(
        "{file} is open in the dashboard, and no copy can take its place; stop the dashboard, and try again.", file=Name(database.name)
    )
