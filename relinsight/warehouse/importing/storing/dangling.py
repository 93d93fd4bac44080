"""Rows that were there before and that a replacement would leave dangling stop the whole call."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.contacts import ContactMoment, ContactMomentPartner
from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.record import Field, Record, fields
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.between_rows import leads_nowhere, without_partner
from relinsight.warehouse.importing.after_import import cleared
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
    found = [
        str(row[0])
        for row in work.run(
            f"SELECT DISTINCT {field.name} FROM {record.table} "
            f"WHERE {leads_nowhere(field.name, f'SELECT id FROM {target.table}')} ORDER BY 1 LIMIT {SHOWN}"
        )
    ]
    if found:
        raise ImportRefused(_left(record, target, found))


def _refuse_moments(work: Work) -> None:
    found = [
        str(row[0])
        for row in work.run(
            f"SELECT id FROM {ContactMoment.table} "
            f"WHERE {without_partner(f'SELECT contact_moment_id FROM {ContactMomentPartner.table}')} ORDER BY 1 LIMIT {SHOWN}"
        )
    ]
    if found:
        raise ImportRefused(
            text(
                "Contact moments that are there would have no partner left ({ids}); import their partners in the same call.",
                ids=Names(tuple(_names(found))),
            )
        )


def _left(record: type[Record], target: type[Record], found: list[str]) -> Text:
    return text(
        "Rows of {table} that are there point to {ids}, which {target} would no longer hold; "
        "keep those rows or import {table} in the same call.",
        table=Name(record.table),
        target=Name(target.table),
        ids=Names(tuple(_names(found))),
    )


def _names(found: list[str]) -> Iterator[Name]:
    return (Name(each) for each in found)
