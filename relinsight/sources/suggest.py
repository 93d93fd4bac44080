"""Suggest a profile: what a file's columns seem to be, to be looked at and completed by a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.record import Record, fields
from relinsight.sources.arrow import arrow
from relinsight.sources.citizen_numbers import is_number
from relinsight.sources.header_meanings import Place, recognised, record_like, required
from relinsight.sources.headers import is_citizen_number
from relinsight.sources.opening import sheets
from relinsight.sources.refusal import BROKEN, ImportRefused, cut_short
from relinsight.sources.rejects import record_called
from relinsight.sources.sheet import Sheet
from relinsight.words.name import Name, on_one_line
from relinsight.words.text import text

SHOWN = 3
LOOKED_AT = 200


def suggest(path: Path) -> str:
    """A commented profile that fits a file as far as can be told."""
    sheet = sheets(path)[0]
    if sheet.table is not None:
        raise ImportRefused(text("{file} needs no profile; import it as it is.", file=Name(path.name)))
    record = _record(sheet)
    try:
        return "\n".join([*_opening(sheet), *_section(sheet, record), ""])
    except (arrow.ArrowException, *BROKEN) as error:
        raise ImportRefused(cut_short(path)) from error


def _record(sheet: Sheet) -> type[Record]:
    named = record_called(sheet.path.name) or record_like(sheet.header)
    return named or max(RECORDS, key=lambda record: (len(recognised(record, sheet.header)), record.table == "dealing"))


def _opening(sheet: Sheet) -> Iterator[str]:
    yield f"# A profile for {on_one_line(sheet.path.name)}, as far as can be told from the file. Look at each line, and complete it."
    yield "# docs/profiles.md explains every word that may stand here."
    yield ""
    yield "[file]"
    if sheet.written is not None:
        yield f"encoding = {_quoted(sheet.written.encoding)}"
        yield f"delimiter = {_quoted(sheet.written.delimiter)}"
        yield f"header_row = {sheet.first_row - 1}"
    elif sheet.name is not None:
        yield f"sheet = {_quoted(sheet.name)}"
        yield f"header_row = {sheet.first_row - 1}"
    yield '# missing = ["NA", "-"]   # words that mean that there is no value'
    yield ""
    yield "# [[drop]]               # rows that are not read"
    yield "# column = ..."
    yield '# is = ["..."]'
    yield ""


def _section(sheet: Sheet, record: type[Record]) -> Iterator[str]:
    found = recognised(record, sheet.header)
    examples = _examples(sheet)
    yield f"# {' '.join((record.__doc__ or '').split())}"
    yield f"# Other tables that a row may feed: {', '.join(table for table in BY_TABLE if table != record.table)}."
    yield f"[{record.table}]"
    for at, place in found.items():
        yield f"{_field(place)} = {_quoted(sheet.header[at])}{_comment(examples[at])}"
    own = {place.field for place in found.values() if place.aside is None}
    yield from (f"# {name} = ...   # needed: {_meaning(record, name)}" for name in required(record) if name not in own)
    if "id" in record.model_fields and "id" not in own:
        yield '# id = { columns = ["...", "..."], join = "-" }   # else a row is found again by what it says'
    yield from _unread(sheet, set(found), examples)


def _unread(sheet: Sheet, read: set[int], examples: list[list[str]]) -> Iterator[str]:
    left = [at for at, name in enumerate(sheet.header) if at not in read and name]
    if left:
        yield ""
        yield "# Columns whose meaning is not known:"
    for at in left:
        if is_citizen_number(sheet.header[at]):
            yield f"# {_quoted(sheet.header[at])} holds numbers of citizens, which are never read"
        else:
            yield f"# ... = {_quoted(sheet.header[at])}{_comment(examples[at])}"


def _field(place: Place) -> str:
    return place.field.removesuffix("_id") if place.by_name and not place.aside else _aside_name(place)


def _aside_name(place: Place) -> str:
    if place.aside is None:
        return place.field
    if place.aside.words and place.field == place.aside.fills:
        return place.aside.words[0]
    return place.field.removesuffix("_id") if place.by_name else place.field


def _meaning(record: type[Record], name: str) -> str:
    return next(f.column.meaning for f in fields(record) if f.name == name)


def _examples(sheet: Sheet) -> list[list[str]]:
    """A few different texts of each column; none where one reads as the number of a citizen."""
    rows = [row for part in islice(sheet.batches(), 1) for row in part.slice(0, LOOKED_AT).to_pylist()]
    columns = ([str(row[f"c{at}"]) for row in rows if row[f"c{at}"]] for at in range(len(sheet.header)))
    shown = (list(dict.fromkeys(texts))[:SHOWN] for texts in columns)
    return [[] if any(map(is_number, found)) else found for found in shown]


def _comment(examples: list[str]) -> str:
    shown = ", ".join(on_one_line(" ".join(each.split()))[:30] for each in examples)
    return f"   # such as {shown}" if shown else ""


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")
