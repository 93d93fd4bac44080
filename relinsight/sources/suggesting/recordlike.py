"""Which record a file holds: what its columns mean speaks for one and against another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relinsight.records.model import BY_TABLE
from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import Place, recognised, record_like, required
from relinsight.sources.rejects import record_called
from relinsight.sources.sheet import Sheet
from relinsight.sources.suggesting.answered import Answer, answers
from relinsight.sources.suggesting.columns import Column, columns_of
from relinsight.sources.suggesting.fits import is_known
from relinsight.sources.suggesting.lists import shapes
from relinsight.sources.suggesting.meant import Meant, meant
from relinsight.sources.suggesting.missing import missing_words
from relinsight.sources.suggesting.sorts import EMAIL, holds

FILE_NAME, OUR_HEADERS = 2.0, 1.5
LEAST_KNOWN, NEARLY_ALL = 3, 0.8
OFTEN, ONCE = 0.6, 0.95
FEWEST_ANSWERS = 3
FEW_DOMAINS = 0.2


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
    role: str | None = None

    def column(self, at: int) -> Column | None:
        """The column at a place, unless it may not be read."""
        return next((column for column in self.columns if column.at == at), None)


def seen(sheet: Sheet) -> Seen:
    """Look at every column of a sheet."""
    found = columns_of(sheet)
    missing = missing_words(found)
    columns = tuple(column.without(missing) for column in found)
    said = meant(columns)
    given = answers(columns, frozenset(column.at for name, column in said.items() if name not in {"dimension", "question"}))
    at = {answer.column.at for answer in given} if len(given) >= FEWEST_ANSWERS else set[int]()
    return Seen(sheet, columns, missing, {name: column for name, column in said.items() if column.at not in at}, given)


def record_of(what: Seen) -> type[Record]:
    """The record that a sheet is most like."""
    own = _own(what)
    if own is not None and own.table not in shapes() and _says_it(what, own):
        return own
    scores = {table: _score(what, table) for table in shapes()}
    fitting = {table: score for table, score in scores.items() if _has_needs(what, table)}
    return BY_TABLE[max(fitting or scores, key=lambda table: scores[table] + _said_otherwise(what, table, own))]


def _own(what: Seen) -> type[Record] | None:
    """The record whose own columns these are, by their headers and by their values."""
    found = record_like(what.sheet.header)
    return found if found is not None and _values_fit(what, found, recognised(found, what.sheet.header)) else None


def _says_it(what: Seen, record: type[Record]) -> bool:
    """Whether a file is called after a record of which no shape is written down, or nearly all of its columns are of that record."""
    found = len(recognised(record, what.sheet.header))
    return record_called(what.sheet.path.name) is record or found >= max(LEAST_KNOWN, NEARLY_ALL * len(what.columns))


def _values_fit(what: Seen, record: type[Record], placed: Mapping[int, Place]) -> bool:
    needed = set(required(record))
    asked = ((what.column(at), place) for at, place in placed.items() if place.aside is None and place.field in needed)
    return all(column is not None and is_known(column, field(record, place.field).column.kind) for column, place in asked)


def _score(what: Seen, table: str) -> float:
    """How much speaks for a table; a column of which most cells are empty says less."""
    signs = shapes()[table].signs
    return sum(signs.get(sign, 0.0) * _weight(what, sign) for sign in _signs(what))


def _weight(what: Seen, sign: str) -> float:
    column = what.meant.get(sign)
    return 1.0 if column is None or not column.rows else min(1.0, 2 * column.filled / column.rows)


def _said_otherwise(what: Seen, table: str, own: type[Record] | None) -> float:
    called = record_called(what.sheet.path.name)
    return FILE_NAME * (called is not None and called.table == table) + OUR_HEADERS * (own is not None and own.table == table)


def _has_needs(what: Seen, table: str) -> bool:
    there = set(_signs(what))
    return all(there & {*needed} for needed in shapes()[table].needs)


def _signs(what: Seen) -> Iterator[str]:
    """What the columns mean, and what their values show beside that."""
    yield from what.meant
    if len(what.answers) >= FEWEST_ANSWERS or sum(answer.dimension is not None for answer in what.answers) > 1:
        yield "likert"
    if any(column.filled and holds(column, "day") for column in what.columns):
        yield "any_day"
    organisation = what.meant.get("organisation") or what.meant.get("name")
    if organisation is not None and organisation.spread >= ONCE:
        yield "each_organisation_once"
    if organisation is not None and organisation.spread < OFTEN:
        yield "each_organisation_often"
    department = what.meant.get("department")
    if department is not None and department.spread == 1:
        yield "each_department_once"
    mail = what.meant.get("email")
    if mail is not None and len(_domains(mail)) <= max(1, FEW_DOMAINS * mail.different):
        yield "one_mail_domain"


def _domains(mail: Column) -> set[str]:
    return {found.group().rpartition("@")[2].lower() for word in mail.counts if (found := EMAIL.search(word))}
