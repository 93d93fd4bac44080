"""Make the reading plan of a sheet that needs no profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from relinsight.records.instruments import Assessment, AssessmentScore
from relinsight.records.model import BY_TABLE
from relinsight.records.record import Record
from relinsight.sources.citizen_numbers import rsin_columns, secret_columns
from relinsight.sources.header_meanings import Place, recognised, record_like, record_named, required
from relinsight.sources.headers import is_citizen_number, plain, twins
from relinsight.sources.linked_columns import LINKED_COLUMNS, LinkedColumn
from relinsight.sources.plan import At, Cell, Constant, Feed, Naming, Own, Plan
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.rejects import REJECT_COLUMNS, record_called, record_of_rejects
from relinsight.sources.sheet import Sheet
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

OURS = frozenset({"recorded_at", "run_id", *REJECT_COLUMNS})
LEAST_KNOWN = 2
SHOWN = 12
LONGEST = 80


def planned_all(sheets: Sequence[Sheet], record: type[Record] | None) -> list[Plan]:
    """The plans of the sheets of a file; of several a sheet that is no table of ours, such as an explanation, is passed over."""
    tables = [sheet for sheet in sheets if _is_table(sheet, record)] or list(sheets)
    plans = [planned(sheet, record) for sheet in tables]
    passed = [sheet for sheet in sheets if sheet not in tables]
    if passed:
        plans[0] = replace(plans[0], warnings=(*_passed_over(passed), *plans[0].warnings))
    return plans


def planned(sheet: Sheet, record: type[Record] | None) -> Plan:
    """What the rows of a sheet feed, told by the names of its columns."""
    chosen = _fixed(sheet) or record or _record(sheet)
    placed = recognised(chosen, sheet.header)
    _check(sheet, chosen, placed)
    feeds = (main_feed(chosen, sheet, placed), *aside_feeds(chosen, sheet, placed), *_scores(chosen, sheet, placed))
    hidden = secret_columns(sheet.header)
    warnings = (*_unread(sheet, chosen, placed, hidden), *_citizens(sheet, hidden))
    return Plan(
        sheet, feeds, warnings=warnings, hidden=hidden, twins=twins(sheet.header, placed), of_organisations=rsin_columns(sheet.header)
    )


def main_feed(record: type[Record], sheet: Sheet, placed: Mapping[int, Place]) -> Feed:
    """The feed of the record that the sheet is about."""
    own = {place.field: at for at, place in placed.items() if place.aside is None}
    return Feed(
        record=record,
        cells={name: At(at) for name, at in own.items()},
        named={place.field: Naming() for place in placed.values() if place.by_name and place.aside is None},
        called={name: sheet.header[at] for name, at in own.items()},
    )


def aside_feeds(record: type[Record], sheet: Sheet, placed: Mapping[int, Place]) -> Iterator[Feed]:
    """The feeds of the other tables that columns of the sheet fill."""
    for aside in LINKED_COLUMNS.get(record, ()):
        found = {place.field: (at, place) for at, place in placed.items() if place.aside is aside}
        if aside.fills in found:
            yield _aside_feed(record, sheet, aside, found)


def _aside_feed(record: type[Record], sheet: Sheet, aside: LinkedColumn, found: Mapping[str, tuple[int, Place]]) -> Feed:
    cells: dict[str, Cell] = {aside.own: Own(record)}
    cells |= {name: Constant(word) for name, word in aside.constants.items()}
    cells |= {name: At(at) for name, (at, _) in found.items()}
    return Feed(
        record=aside.record,
        cells=cells,
        named={name: Naming(strangers=sheet.strangers) for name, (_, place) in found.items() if place.by_name},
        called={name: sheet.header[at] for name, (at, _) in found.items()},
        several=aside.fills if aside.several else None,
        parted=aside.several,
        needs=(aside.fills,),
        aside_of=record,
        since_ever=aside.since_ever,
    )


def _scores(record: type[Record], sheet: Sheet, placed: Mapping[int, Place]) -> Iterator[Feed]:
    """Of a form with one column a dimension, one score a column."""
    if record is not Assessment:
        return
    for at, name in enumerate(sheet.header):
        if at not in placed and name and plain(name) not in OURS and not is_citizen_number(name):
            word = Constant(plain(name))
            cells: dict[str, Cell] = {"assessment_id": Own(record), "dimension": word, "item": word, "score": At(at)}
            yield Feed(AssessmentScore, cells, called={"score": name}, needs=("score",), aside_of=record)


def _is_table(sheet: Sheet, record: type[Record] | None) -> bool:
    """Whether a sheet is called after a table, or has columns of the one that it would be."""
    found = _fixed(sheet) or record or _known_record(sheet)
    return found is not None and (
        sheet.table is not None or _by_its_name(sheet) is not None or len(recognised(found, sheet.header)) >= LEAST_KNOWN
    )


def _passed_over(sheets: Sequence[Sheet]) -> Iterator[Text]:
    yield counted(
        "{file}: the sheet {names} holds no table that is known and was not read; call a sheet after a table to have it read.",
        "{file}: the sheets {names} hold no table that is known and were not read; call a sheet after a table to have it read.",
        len(sheets),
        file=Name(sheets[0].file),
        names=Names(tuple(Name(sheet.name or "") for sheet in sheets)),
    )


def _fixed(sheet: Sheet) -> type[Record] | None:
    """The record of a format that holds nothing else."""
    return BY_TABLE[sheet.table] if sheet.table else None


def _by_its_name(sheet: Sheet) -> type[Record] | None:
    return record_named(sheet.name) if sheet.name else None


def _known_record(sheet: Sheet) -> type[Record] | None:
    return _by_its_name(sheet) or record_called(sheet.path.name) or record_of_rejects(sheet) or record_like(sheet.header)


def _record(sheet: Sheet) -> type[Record]:
    found = _known_record(sheet)
    if not found:
        raise ImportRefused(
            text(
                "{file} does not tell what it holds; name the file after a table, or say which with --record or a profile.",
                file=sheet.called,
            )
        )
    return found


def _check(sheet: Sheet, record: type[Record], placed: Mapping[int, Place]) -> None:
    own = {place.field for place in placed.values() if place.aside is None}
    lacking = [name for name in required(record) if name not in own]
    key_is_there = set(record.key) <= own
    if not own or (lacking and not key_is_there):
        raise ImportRefused(lacks(sheet, lacking or list(record.key)))


def lacks(sheet: Sheet, names: list[str]) -> Text:
    """The sentence about columns that are not there."""
    return counted(
        "{file} has no column {columns}; add it, rename the column that holds it, or use a profile.",
        "{file} has no column {columns}; add them, rename the columns that hold them, or use a profile.",
        len(names),
        file=sheet.called,
        columns=Names(tuple(Name(name) for name in names)),
    )


def lacks_for_profile(sheet: Sheet, names: list[str]) -> Text:
    """The sentence about columns that a profile asks for and that are not there."""
    return counted(
        "{file} has no column {columns}; add it, or name the column that holds it in the profile.",
        "{file} has no column {columns}; add them, or name the columns that hold them in the profile.",
        len(names),
        file=sheet.called,
        columns=Names(tuple(Name(name) for name in names)),
    )


def _unread(sheet: Sheet, record: type[Record], placed: Mapping[int, Place], hidden: tuple[int, ...]) -> Iterator[Text]:
    read = {*placed, *hidden}
    left = [name for i, name in enumerate(sheet.header) if i not in read and name and plain(name) not in OURS]
    if left and record is not Assessment:
        yield unread(sheet.called, left)


def unread(file: Name, names: Sequence[str]) -> Text:
    """The sentence about columns that were not read; of many the first."""
    if len(names) > SHOWN:
        shown = Names(tuple(map(_short, names[:SHOWN])))
        return text(
            "{file}: {n} columns are not known, or are there twice, and were not read; the first are {columns}.",
            file=file,
            n=len(names),
            columns=shown,
        )
    shown = Names(tuple(map(_short, names)))
    return counted(
        "{file}: the column {columns} is not known, or is there twice, and was not read.",
        "{file}: the columns {columns} are not known, or are there twice, and were not read.",
        len(names),
        file=file,
        columns=shown,
    )


def _short(name: str) -> Name:
    """A name of a column as a sentence can hold it; a long one is cut."""
    return Name(name if len(name) <= LONGEST else f"{name[:LONGEST]}…")


def _citizens(sheet: Sheet, hidden: tuple[int, ...]) -> Iterator[Text]:
    if hidden:
        yield counted(
            "{file}: the column {columns} holds numbers of citizens; it was not read and is not kept.",
            "{file}: the columns {columns} hold numbers of citizens; they were not read and are not kept.",
            len(hidden),
            file=sheet.called,
            columns=Names(tuple(Name(sheet.header[i]) for i in hidden)),
        )
