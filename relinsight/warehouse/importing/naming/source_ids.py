"""A register with ids that comes after names: its row is the partner of that name, which keeps its id and all that points to it.

The id of the register is kept beside it as `source_id`; wherever a file names it from then on, that partner is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.partners import Partner
from relinsight.records.record import fields
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.naming.identity import is_made
from relinsight.warehouse.importing.reading.arrivals import named_fields
from relinsight.warehouse.importing.work import Work, arriving, bits_of, name_of
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

SHOWN = 5
SAYS_SOURCE_ID = bits_of(Partner, ["source_id"])


def follow_source_ids(work: Work) -> None:
    """Put the id of the partner in the place of that by which a register knows it."""
    known = work.found("known_by", _known(work))
    if Partner in work.fed:
        _find_by_name(work, known)
        _keep_source_ids(work, known)
    if work.number(f"SELECT count(*) FROM {known}"):
        for table, column in _references(work):
            work.run(f"UPDATE {table} SET {column} = known.id FROM {known} AS known WHERE {table}.{column} = known.given")


def _known(work: Work) -> str:
    """The ids under which registers know partners: as is there already, and as the files themselves say."""
    tables = ["partner", arriving(Partner)] if Partner in work.fed else ["partner"]
    said = " UNION ALL ".join(f"SELECT id, source_id FROM {table}" for table in tables)
    return (
        f"SELECT source_id AS given, min(id) AS id FROM ({said}) AS said WHERE id IS NOT NULL AND source_id IS NOT NULL "
        "AND source_id NOT IN (SELECT id FROM partner) GROUP BY 1 HAVING count(DISTINCT id) = 1"
    )


def _find_by_name(work: Work, known: str) -> None:
    """Add the rows whose id is new, and whose name is that of one partner that came by it; where several bear it none is guessed."""
    arrive = (
        f"SELECT DISTINCT id AS given, {folded('name')} AS word FROM {arriving(Partner)} WHERE id IS NOT NULL "
        f"AND id NOT IN (SELECT id FROM partner) AND id NOT IN (SELECT given FROM {known}) AND NOT {is_made(Partner)}"
    )
    there = (
        f"SELECT {folded('name')} AS word, min(id) FILTER (waits) AS id, count(*) AS rows FROM (SELECT *, source_id IS NULL "
        f"AND {is_made(Partner)} AND id NOT IN (SELECT id FROM {arriving(Partner)} WHERE id IS NOT NULL) AS waits FROM partner) "
        "AS partner GROUP BY 1 HAVING count_if(waits) > 0"
    )
    found = work.found(
        "by_name",
        "SELECT given, there.id, greatest(there.rows, count(*) OVER (PARTITION BY word), count(*) OVER (PARTITION BY given)) = 1 AS is_one "
        f"FROM ({arrive}) AS arrive JOIN ({there}) AS there USING (word)",
    )
    work.run(f"INSERT INTO {known} SELECT given, id FROM {found} WHERE is_one")
    _tell_found(work, work.number(f"SELECT count(*) FROM {found} WHERE is_one"))
    _tell_left(work, [str(row[0]) for row in work.run(f"SELECT DISTINCT given FROM {found} WHERE NOT is_one ORDER BY 1")])


def _keep_source_ids(work: Work, known: str) -> None:
    """The row of a register says by which id it knows the partner, whatever else it says."""
    table = arriving(Partner)
    work.run(
        f"UPDATE {table} SET source_id = known.given, _bits = _bits | {SAYS_SOURCE_ID} FROM {known} AS known WHERE {table}.id = known.given"
    )


def _references(work: Work) -> Iterator[tuple[str, str]]:
    """Where arriving rows name a partner: its own id, references by id, and references by a name that may be an id."""
    for record in work.fed:
        if record is Partner:
            yield arriving(record), "id"
        yield from ((arriving(record), f.name) for f in fields(record) if f.column.to == Partner.table)
        named = {f.name for f in fields(record) if f.column.to == Partner.table} & set(named_fields(work, record))
        yield from ((arriving(record), name_of(name)) for name in sorted(named))


def _tell_found(work: Work, found: int) -> None:
    if found:
        work.warnings.append(
            counted(
                "{n} row of partner brings an id and was found by its name: it is the partner of that name, under both ids.",
                "{n} rows of partner bring an id and were found by their names: they are the partners of these names, under both ids.",
                found,
            )
        )


def _tell_left(work: Work, ids: list[str]) -> None:
    if ids:
        work.warnings.append(
            counted(
                "{n} row of partner bears a name that more than one partner has, so it is new ({ids}); if it is one that is there, "
                "take this run back, write its id as source_id of that partner, and import again.",
                "{n} rows of partner bear a name that more than one partner has, so they are new ({ids}); if one is there already, "
                "take this run back, write its id as source_id of that partner, and import again.",
                len(ids),
                ids=first_of(ids, SHOWN),
            )
        )
