"""Suggest a profile that reads a file: what its headers and its values say, each line with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from relinsight.records.record import Record
from relinsight.sources.arrow import arrow
from relinsight.sources.header_meanings import record_named
from relinsight.sources.headers import is_citizen_number
from relinsight.sources.opening import sheets
from relinsight.sources.refusal import BROKEN, ImportRefused, cut_short
from relinsight.sources.sheet import Sheet
from relinsight.sources.suggesting.columns import examples
from relinsight.sources.suggesting.known_profiles import fitting
from relinsight.sources.suggesting.leaving_out import left_out
from relinsight.sources.suggesting.meant import WITHIN, likeness
from relinsight.sources.suggesting.recordlike import record_of
from relinsight.sources.suggesting.sections import columns_read, parts_of
from relinsight.sources.suggesting.seen import Seen, seen
from relinsight.sources.suggesting.taken_over import taken_over
from relinsight.sources.suggesting.toml import Source, comment, quoted, several, such_as, table_lines
from relinsight.words.name import Name, on_one_line
from relinsight.words.text import text

MOST_SHOWN = 60


def suggest(path: Path, record: str | None = None) -> str:
    """A commented profile that fits a file as far as can be told; of the record that a person names, where one is named."""
    found = sheets(path)
    if found[0].table is not None:
        raise ImportRefused(text("{file} needs no profile; import it as it is.", file=Name(path.name)))
    return suggested(found, record)


def suggested(found: Sequence[Sheet], record: str | None = None, role: str | None = None) -> str:
    """The same for the sheets of a file that is open; of its dealings a person may say our role."""
    asked = _asked(record)
    try:
        return "\n".join(_lines(found, asked, role))
    except (arrow.ArrowException, *BROKEN) as error:
        raise ImportRefused(cut_short(found[0].path)) from error


def _asked(record: str | None) -> type[Record] | None:
    wanted = record_named(record) if record else None
    if record and wanted is None:
        raise ImportRefused(text("There is no table {record}; see docs/columns.md for their names.", record=Name(record)))
    return wanted


def _lines(found: Sequence[Sheet], asked: type[Record] | None, role: str | None) -> Iterator[str]:
    sheet = max(found, key=_size)
    what = replace(seen(sheet), role=role)
    record = asked or record_of(what)
    known = fitting(what, record.table, asked.table if asked else None)
    name = sheet.name if len(found) > 1 else None
    yield f"# A profile for {on_one_line(sheet.path.name)}, as far as can be told from the file. Look at each line, and complete it."
    yield "# docs/profiles.md explains every word that may stand here."
    if known is not None:
        yield from taken_over(what, known, name)
        yield from _drops([*what.drops, *left_out(what.columns)])
    else:
        yield from _own(what, record, name)


def _size(sheet: Sheet) -> int:
    """How much stands in a sheet: of a workbook the table is where most of it is."""
    return len([name for name in sheet.header if name]) * sum(part.num_rows for part in sheet.batches())


def _own(what: Seen, record: type[Record], sheet: str | None) -> Iterator[str]:
    parts, left = parts_of(what, record)
    yield ""
    yield from _file(what, sheet)
    yield from _drops([*what.drops, *left_out(what.columns), *left, *_private(what)])
    for part in parts:
        yield from part.lines()
    yield from _unread(what, columns_read(parts))


def _file(what: Seen, sheet: str | None) -> Iterator[str]:
    yield "[file]"
    if sheet is not None:
        yield "# of several sheets the one with most in it"
        yield f"sheet = {quoted(sheet)}"
    if what.missing:
        yield "# words of this file that stand for nothing"
        yield f"missing = {several(what.missing)}"
    yield "# how the file is written, and on which row its header stands, is told from each file itself"
    yield ""


def _drops(conditions: Iterable[tuple[Source, str]]) -> Iterator[str]:
    for condition, why in conditions:
        yield from comment(why)
        yield from table_lines("drop", condition, repeated=True)


def _private(what: Seen) -> Iterator[tuple[Source, str]]:
    for column in what.columns:
        words = [word for word in column.counts if word.lower() in PRIVATE] if likeness(column.words, "private") >= WITHIN else []
        if words:
            yield {"column": column.header, "is": words}, "private entries are nobody's business here"


PRIVATE = frozenset({"true", "waar", "ja", "yes", "1", "private", "prive", "privé", "persoonlijk", "personal"})


def _unread(what: Seen, read: set[str]) -> Iterator[str]:
    left = [name for name in dict.fromkeys(what.sheet.header) if name and name not in read]
    if left:
        yield "# Columns that are not read:"
    if len(left) > MOST_SHOWN:
        yield f"# (the first {MOST_SHOWN} of {len(left)})"
    for name in left[:MOST_SHOWN]:
        column = next((each for each in what.columns if each.header == name), None)
        if is_citizen_number(name) or column is None:
            yield f"# {quoted(name)} holds numbers of citizens, which are never read"
        else:
            yield f"# ... = {quoted(name)}{such_as(examples(column))}"
    yield ""
