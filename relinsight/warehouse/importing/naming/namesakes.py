"""Rows, other than partners, that bring an id for a name that was brought in without one: they stand there twice, so it is said."""

from __future__ import annotations

from relinsight.records.model import spoken
from relinsight.records.partners import Partner
from relinsight.records.record import Record
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.naming.identity import FOUND_BY_NAME, is_made
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

SHOWN = 5


def warn_of_namesakes(work: Work) -> None:
    """Name the rows that are there twice from now on: under an id of ours that was made from the name, and under their own."""
    for record in work.fed:
        if record is not Partner and record.table in FOUND_BY_NAME and not work.replaces(record):
            _warn(work, record, [str(name) for (name,) in work.run(_found(record))])


def _found(record: type[Record]) -> str:
    called = spoken(record)
    there = f"SELECT {folded(called)} AS word FROM {record.table} WHERE {is_made(record)} AND id NOT IN (SELECT id FROM arrive)"
    return (
        f"WITH arrive AS (SELECT id, {called} FROM {arriving(record)}), there AS ({there}) SELECT DISTINCT {called} FROM arrive "
        f"WHERE NOT {is_made(record)} AND id NOT IN (SELECT id FROM {record.table}) "
        f"AND {folded(called)} IN (SELECT word FROM there) ORDER BY 1"
    )


def _warn(work: Work, record: type[Record], names: list[str]) -> None:
    if names:
        work.warnings.append(
            counted(
                "{n} row of {table} has an id and the name of one that came without an id, and stands there twice now ({names}); "
                "bring all files in again with --replace, so that the name finds the id.",
                "{n} rows of {table} have an id and the name of one that came without an id, and stand there twice now ({names}); "
                "bring all files in again with --replace, so that the names find the ids.",
                len(names),
                table=Name(record.table),
                names=first_of(names, SHOWN),
            )
        )
