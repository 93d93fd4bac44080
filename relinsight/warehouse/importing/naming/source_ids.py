"""A register with ids that comes after names: its row is the partner of that name, which keeps its id and all that points to it.

The id of the register is kept beside it as `source_id`; wherever a file names it from then on, that partner is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.partners import Partner
from relinsight.records.reasons import SECOND_SOURCE_ID
from relinsight.records.record import Record, fields
from relinsight.warehouse.importing.naming.found_by_name import find_by_name
from relinsight.warehouse.importing.naming.identity import identify
from relinsight.warehouse.importing.naming.known_as import KNOWN_AS, learn, learn_of_rows_without_id
from relinsight.warehouse.importing.naming.merged import leave_out_merged
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.said import is_named
from relinsight.warehouse.importing.work import Work, arriving, bits_of, name_of, said_of

SAYS_SOURCE_ID = bits_of(Partner, ["source_id"])
MEANT = f"SELECT DISTINCT given, id FROM {KNOWN_AS}"


def follow_source_ids(work: Work) -> None:
    """Put the id of the partner in the place of that by which a register knows it."""
    brought = learn(work)
    if Partner in work.fed:
        leave_out_merged(work)
        find_by_name(work, brought)
        _refuse_second_ids(work)
        _take_ids(work)
        identify(work, Partner)
        learn_of_rows_without_id(work)
    if work.number(f"SELECT count(*) FROM {KNOWN_AS}"):
        for record, name in _references(work):
            _lead(work, record, name)


def _refuse_second_ids(work: Work) -> None:
    """A partner has one id of a register: a row that is found by it, or gets it, brings no other."""
    found = (
        f"SELECT _src, source_id AS value, id AS other FROM {arriving(Partner)} "
        f"WHERE source_id <> id AND id IN (SELECT given FROM {KNOWN_AS})"
    )
    note(work, SECOND_SOURCE_ID, found, "source_id")


def _take_ids(work: Work) -> None:
    """The row of a register has the id of its partner, and says by which id the register knows it, whatever else it says."""
    table = arriving(Partner)
    work.run(
        f"UPDATE {table} SET {said_of('id')} = meant.given, id = meant.id, source_id = meant.given, _bits = _bits | {SAYS_SOURCE_ID} "
        f"FROM ({MEANT}) AS meant WHERE {table}.id = meant.given"
    )


def _references(work: Work) -> Iterator[tuple[type[Record], str]]:
    """Where arriving rows refer to a partner."""
    yield from ((record, f.name) for record in work.fed for f in fields(record) if f.column.to == Partner.table)


def _lead(work: Work, record: type[Record], name: str) -> None:
    """Lead a reference to the partner, by an id or by a name that may be an id; what the file says is kept beside it."""
    table = arriving(record)
    for column in (name, name_of(name)) if is_named(work, record, name) else (name,):
        led = f"{said_of(name)} = meant.given, {column} = meant.id"
        work.run(f"UPDATE {table} SET {led} FROM ({MEANT}) AS meant WHERE {table}.{column} = meant.given")
