"""Rows that stand there twice from now on, under ids that nobody knows to be one: it is said, and nothing is guessed."""

from __future__ import annotations

from relinsight.records.model import spoken
from relinsight.records.partners import Partner
from relinsight.records.record import Record
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import remaining
from relinsight.warehouse.importing.made_ids import FOUND_BY_NAME, is_made
from relinsight.warehouse.importing.naming.found_by_name import not_guessed
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

SHOWN = 5


def warn_of_namesakes(work: Work) -> None:
    """Name the rows that are there under an id that was made from the name and under their own; partners also where one takes a name."""
    for record in work.fed:
        if record is Partner:
            _warn_of_partners(work, [str(name) for (name,) in work.run(_partners(work))])
        elif record.table in FOUND_BY_NAME and not work.replaces(record):
            _warn(work, record, [str(name) for (name,) in work.run(_found(record))])


def _partners(work: Work) -> str:
    """The names that several partners bear: one took the name, or is new beside one of which a made id is in play, or in a new list."""
    there = remaining(work, Partner, ("id", "name"))
    is_new = f"p.id IS NULL AND now.id NOT IN ({not_guessed()})"
    flags = f"{is_new} AS is_new, {folded('p.name')} <> {folded('now.name')} AS is_renamed, {is_made(Partner, 'now.id')} AS made"
    now = f"SELECT now.name, {folded('now.name')} AS word, {flags} FROM ({there}) AS now LEFT JOIN partner AS p ON p.id = now.id"
    unlike = "true" if work.replaces(Partner) else "bool_or(made) AND NOT bool_and(made)"
    return (
        f"SELECT min(name) FROM ({now}) AS now GROUP BY word "
        f"HAVING count(*) > 1 AND (count_if(is_renamed) > 0 OR (count_if(is_new) > 0 AND {unlike})) ORDER BY 1"
    )


def _warn_of_partners(work: Work, names: list[str]) -> None:
    if names:
        work.remark(
            About.NAMES,
            counted(
                "{n} name is that of more than one partner now ({names}); if two of them are one, take this run back, "
                "write the id of the one as source_id of the other, and import again.",
                "{n} names are those of more than one partner now ({names}); if two of them are one, take this run back, "
                "write the id of the one as source_id of the other, and import again.",
                len(names),
                names=first_of(names, SHOWN),
            ),
        )


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
        work.remark(
            About.NAMES,
            counted(
                "{n} row of {table} has an id and the name of one that came without an id, and stands there twice now ({names}); "
                "bring all files in again with --replace, so that the name finds the id.",
                "{n} rows of {table} have an id and the name of one that came without an id, and stand there twice now ({names}); "
                "bring all files in again with --replace, so that the names find the ids.",
                len(names),
                table=Name(record.table),
                names=first_of(names, SHOWN),
            ),
        )
