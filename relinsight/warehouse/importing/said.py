"""What the files say in the place of an id, so that a reader of a reject finds it in the file."""

from __future__ import annotations

from relinsight.records.model import BY_TABLE, spoken
from relinsight.records.partners import Partner
from relinsight.records.people import ContactPerson
from relinsight.records.record import Record, fields
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.made_ids import FOUND_BY_NAME, is_made
from relinsight.warehouse.importing.work import Work, name_of, said_of

CALLED_BY_NAME = FOUND_BY_NAME | {ContactPerson.table}


def replaced_fields(record: type[Record]) -> list[str]:
    """The fields in which the import may put another id than the file says: references to what has a name, and the id of a partner."""
    return [f.name for f in fields(record) if f.column.to in CALLED_BY_NAME or (record is Partner and f.name == "id")]


def is_named(work: Work, record: type[Record], name: str) -> bool:
    """Whether some file gives a reference as a name."""
    return any(name in feed.named for _, feed in work.feeds_of(record))


def said(work: Work, record: type[Record], name: str, row: str) -> str:
    """What the file says in a field: the name or the id of a register from which the id was found, else the id itself."""
    kept = [said_of(name)] if name in replaced_fields(record) else []
    kept += [name_of(name)] if is_named(work, record, name) else []
    return f"coalesce({', '.join(f'{row}.{column}' for column in [*kept, name])})"


def names(work: Work, table: str, *, all_rows: bool = False) -> str:
    """The names of rows by their ids: of those whose id was made, which tells a reader nothing, or of all."""
    target = BY_TABLE[table]
    called = spoken(target)
    there = arriving_or_there(work, target, f"id, {called}")
    which = "" if all_rows else f" WHERE {is_made(target)}"
    return f"SELECT id, min({called}) AS called FROM ({there}) AS there{which} GROUP BY id"
