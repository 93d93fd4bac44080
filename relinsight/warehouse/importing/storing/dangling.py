"""Rows that were there before and that a replacement would leave dangling stop the whole call."""

from __future__ import annotations

from relinsight.records.contacts import ContactMoment, ContactMomentPartner
from relinsight.records.model import BY_TABLE, RECORDS, spoken
from relinsight.records.record import Field, Record, fields
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.between_rows import leads_nowhere, without_partner
from relinsight.warehouse.importing.after_import import cleared
from relinsight.warehouse.importing.made_ids import is_made
from relinsight.warehouse.importing.said import CALLED_BY_NAME
from relinsight.warehouse.importing.work import Work
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, text

SHOWN = 3


def refuse_dangling(work: Work) -> None:
    """After everything is written, nothing that was there may lead to a row that is gone; what arrived was looked at before."""
    shrunk = {record.table for record in work.fed if work.replaces(record) or cleared(work, record)}
    for record in RECORDS:
        for f in fields(record):
            if f.column.to in shrunk:
                _refuse(work, record, f)
    if {"contact_moment", "contact_moment_partner"} & shrunk:
        _refuse_moments(work)


def _refuse(work: Work, record: type[Record], field: Field) -> None:
    target = BY_TABLE[field.column.to or ""]
    where = leads_nowhere(field.name, f"SELECT id FROM {target.table}")
    if found := _some(work, f"SELECT DISTINCT {_called(target, field.name)} FROM {record.table} AS r WHERE {where}"):
        raise ImportRefused(_left(record, target, found))


def _refuse_moments(work: Work) -> None:
    where = without_partner(f"SELECT contact_moment_id FROM {ContactMomentPartner.table}")
    if found := _some(work, f"SELECT id FROM {ContactMoment.table} WHERE {where}"):
        raise ImportRefused(
            text(
                "Contact moments that are there would have no partner left ({ids}); import their partners in the same call.",
                ids=Names(found),
            )
        )


def _called(target: type[Record], field: str) -> str:
    """A row that is gone: by its name where its id was made, which tells a reader nothing, else by its id."""
    if target.table not in CALLED_BY_NAME:
        return field
    gone = f"history WHERE run_id = $run AND table_name = '{target.table}' AND row_id = r.{field}"
    return f"coalesce((SELECT min(before->>'{spoken(target)}') FROM {gone} AND {is_made(target, 'row_id')}), {field})"


def _left(record: type[Record], target: type[Record], found: tuple[Name, ...]) -> Text:
    return text(
        "Rows of {table} that are there point to {ids}, which {target} would no longer hold; "
        "keep those rows or import {table} in the same call.",
        table=Name(record.table),
        target=Name(target.table),
        ids=Names(found),
    )


def _some(work: Work, found: str) -> tuple[Name, ...]:
    """The first of the ids that a query finds."""
    return tuple(Name(row[0]) for row in work.run(f"{found} ORDER BY 1 LIMIT {SHOWN}", run=work.run_id))
