"""The meetings of a calendar as a table of texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from relinsight.sources.calendars.columns import columns
from relinsight.sources.circumstances import Circumstances
from relinsight.sources.content_lines import check_size
from relinsight.sources.foreign.process import parsed
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import Sheet
from relinsight.sources.written_rows import WrittenRows
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

PARSER = "relinsight.sources.calendars.parsing"
TABLE = "contact_moment"


def read_calendar(path: Path, circumstances: Circumstances, letters: str | None = None) -> Sheet:
    """The meetings of a calendar up to a day, one row each."""
    check_size(path)
    header = columns(with_private=circumstances.with_private)
    rows = WrittenRows(_written(path, circumstances, letters), tuple(range(len(header))))
    return Sheet(
        path,
        None,
        header,
        rows.batches,
        first_row=1,
        nested=True,
        warnings=lambda: tuple(_remarks(path, circumstances, rows.told())),
        lines=rows.lines,
        broken=rows.broken,
        table=TABLE,
        strangers=True,
    )


def _written(path: Path, circumstances: Circumstances, letters: str | None) -> IO[bytes]:
    asked = {
        "day": circumstances.day.isoformat(),
        "time_zone": circumstances.time_zone,
        "with_private": circumstances.with_private,
        "letters": letters,
    }
    try:
        return parsed(PARSER, path, **asked)
    except ValueError as error:
        raise ImportRefused(text("{file} is not a whole calendar; export it again.", file=Name(path.name))) from error


def _remarks(path: Path, circumstances: Circumstances, told: dict[str, int]) -> Iterator[Text]:
    """What a person should know of the entries that were not read."""
    file = Name(path.name)
    if told["private"]:
        yield counted(
            "{file}: {n} private entry was not read; `--with-private` or a profile has it read.",
            "{file}: {n} private entries were not read; `--with-private` or a profile has them read.",
            told["private"],
            file=file,
        )
    if told["cancelled"]:
        yield counted(
            "{file}: {n} entry is cancelled and is no contact.",
            "{file}: {n} entries are cancelled and are no contact.",
            told["cancelled"],
            file=file,
        )
    if told["later"]:
        yield counted(
            "{file}: {n} entry begins after {day} and was not read; import the file again when it has been held.",
            "{file}: {n} entries begin after {day} and were not read; import the file again when they have been held.",
            told["later"],
            file=file,
            day=circumstances.day,
        )
    if told["unknown_zone"]:
        yield counted(
            "{file}: {n} entry names a time zone that is not known; its hour was taken as one in {zone}.",
            "{file}: {n} entries name a time zone that is not known; their hours were taken as those in {zone}.",
            told["unknown_zone"],
            file=file,
            zone=Name(circumstances.time_zone),
        )
