"""Rows of a register whose id is new: each is the partner of its name, where that partner came by it and one alone bears it."""

from __future__ import annotations

from relinsight.records.partners import Partner
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.made_ids import is_made
from relinsight.warehouse.importing.naming.known_as import KNOWN_AS
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

FOUND = "found_by_name"
SHOWN = 5


def find_by_name(work: Work, brought: str) -> None:
    """Keep which partners the rows are found to be; where several bear the name, also in rows that are rejected, none is guessed."""
    arrive = (
        f"SELECT DISTINCT id AS given, word FROM {brought} WHERE id IS NOT NULL AND NOT {is_made(Partner)} "
        f"AND id NOT IN (SELECT id FROM partner) AND id NOT IN (SELECT given FROM {KNOWN_AS})"
    )
    there = (
        f"SELECT {folded('name')} AS word, min(id) FILTER (waits) AS id, count(*) AS rows FROM (SELECT *, source_id IS NULL "
        f"AND {is_made(Partner)} AND id NOT IN (SELECT id FROM {brought} WHERE id IS NOT NULL) AS waits FROM partner) "
        "AS partner GROUP BY 1 HAVING count_if(waits) > 0"
    )
    work.run(
        f"CREATE TEMP TABLE {FOUND} AS "
        "SELECT given, there.id, greatest(there.rows, count(*) OVER (PARTITION BY word), count(*) OVER (PARTITION BY given)) = 1 AS is_one "
        f"FROM ({arrive}) AS arrive JOIN ({there}) AS there USING (word)"
    )
    work.run(f"INSERT INTO {KNOWN_AS} SELECT given, id, NULL FROM {FOUND} WHERE is_one")


def not_guessed() -> str:
    """The ids of rows that may be one of several partners of their name."""
    return f"SELECT given FROM {FOUND} WHERE NOT is_one"


def tell_found_by_name(work: Work) -> None:
    """Say of the rows that are accepted how many were found by their names, and which may be one of several."""
    if Partner in work.fed:
        table = arriving(Partner)
        _tell_found(
            work, work.number(f"SELECT count(*) FROM {FOUND} AS f JOIN {table} AS a ON a.id = f.id AND a.source_id = given WHERE is_one")
        )
        _tell_left(work, [str(row[0]) for row in work.run(f"SELECT id FROM {table} WHERE id IN ({not_guessed()}) ORDER BY 1")])


def _tell_found(work: Work, found: int) -> None:
    if found:
        work.remark(
            About.NAMES,
            counted(
                "{n} row of partner brings an id and was found by its name: it is the partner of that name, under both ids.",
                "{n} rows of partner bring an id and were found by their names: they are the partners of these names, under both ids.",
                found,
            ),
        )


def _tell_left(work: Work, ids: list[str]) -> None:
    if ids:
        work.remark(
            About.NAMES,
            counted(
                "{n} row of partner bears a name that more than one partner has, so it is new ({ids}); if it is one that is there, "
                "take this run back, write its id as source_id of that partner, and import again.",
                "{n} rows of partner bear a name that more than one partner has, so they are new ({ids}); if one is there already, "
                "take this run back, write its id as source_id of that partner, and import again.",
                len(ids),
                ids=first_of(ids, SHOWN),
            ),
        )
