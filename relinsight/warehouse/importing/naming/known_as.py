"""Which partner an id of a register, or a former id, means: as it was there, and as the files say, whatever becomes of their rows.

A row of `known_as` is an id of a register, the id of the partner that it means, and the source row that says so: none where it
was there already or was found by its name. A relation that only rejected rows bear does not hold, and what was led by it is rejected.
"""

from __future__ import annotations

from relinsight.records.partners import Partner
from relinsight.sources.plan import At, Constant, Feed
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import remaining
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.naming.merged import former_ids
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, raw

KNOWN_AS = "known_as"
NO_ROW = "SELECT NULL::BIGINT AS _src, NULL::VARCHAR AS id, NULL::VARCHAR AS name, NULL::VARCHAR AS source_id, false AS says WHERE false"


def learn(work: Work) -> str:
    """Keep which partners are known by which ids; the table of the rows that the files bring, also of those that are rejected."""
    brought = work.found("brought", f"SELECT *, {folded('name')} AS word FROM ({_brought(work)}) AS brought")
    ranked = f"SELECT *, min(rank) OVER (PARTITION BY given) AS best FROM ({_there(work, brought)} UNION ALL {_claims(brought)}) AS said"
    work.run(
        f"CREATE TEMP TABLE {KNOWN_AS} AS SELECT given, id, bearer FROM ({ranked}) AS ranked WHERE rank = best AND given <> id "
        f"AND given NOT IN ({_standing(work, brought)}) QUALIFY min(id) OVER (PARTITION BY given) = max(id) OVER (PARTITION BY given)"
    )
    return brought


def learn_of_rows_without_id(work: Work) -> None:
    """Keep by which ids the partners are known whose rows brought none and have one now."""
    table = arriving(Partner)
    ids = f"SELECT id FROM {table} UNION ALL SELECT id FROM partner" if not work.replaces(Partner) else f"SELECT id FROM {table}"
    work.run(
        f"INSERT INTO {KNOWN_AS} SELECT source_id, min(id), min(_src) FROM {table} WHERE source_id IS NOT NULL "
        f"AND source_id NOT IN (SELECT given FROM {KNOWN_AS}) AND source_id NOT IN ({ids}) GROUP BY 1 HAVING count(DISTINCT id) = 1"
    )


def untrue(work: Work) -> str:
    """The relations that do not hold at the end, as far as it is known: their partners do not bear these ids."""
    there = remaining(work, Partner, ("source_id", "id"))
    return f"SELECT given, id FROM {KNOWN_AS} EXCEPT (SELECT source_id, id FROM ({there}) AS there UNION {former_ids(work)})"


def unborne() -> str:
    """The ids of a register of which only rejected rows say whom they mean."""
    out = "bearer IS NOT NULL AND bearer IN (SELECT _src FROM rejected)"
    return f"SELECT given FROM {KNOWN_AS} GROUP BY given HAVING bool_and({out})"


def _brought(work: Work) -> str:
    return " UNION ALL ".join(_rows(number, feed) for number, _, feed in work.places(Partner)) or NO_ROW


def _rows(number: int, feed: Feed) -> str:
    """The rows of a sheet as they name partners, before anything is rejected."""
    cells = ", ".join(f"{_cell(feed, name)} AS {name}" for name in ("id", "name", "source_id"))
    only = "" if feed.only_where is None else f" WHERE c{feed.only_where} IS NOT NULL"
    says = "source_id" in feed.cells
    return f"SELECT _row + {number * SHEET_STEP} AS _src, {cells}, {says} AS says FROM {raw(number)}{only}"


def _cell(feed: Feed, name: str) -> str:
    match feed.cells.get(name):
        case At(column):
            return bare(f"c{column}")
        case Constant(text):
            return quoted(text)
        case _:
            return "NULL::VARCHAR"


def _there(work: Work, brought: str) -> str:
    """What was there, but where a row says otherwise of its partner; a table that is emptied comes after what the files say."""
    otherwise = f"SELECT 1 FROM {brought} AS b WHERE b.id = p.id AND b.says AND b.source_id IS DISTINCT FROM p.source_id"
    rank = 2 if work.replaces(Partner) else 0
    return (
        f"SELECT source_id AS given, id, NULL::BIGINT AS bearer, {rank} AS rank FROM partner AS p "
        f"WHERE source_id IS NOT NULL AND NOT EXISTS ({otherwise}) "
        f"UNION ALL SELECT former_id, partner_id, NULL, 0 FROM ({former_ids(work)}) AS former"
    )


def _claims(brought: str) -> str:
    return f"SELECT source_id, id, _src, 1 FROM {brought} WHERE id IS NOT NULL AND source_id IS NOT NULL"


def _standing(work: Work, brought: str) -> str:
    """The ids of partners that were there and stay: none of them is that of a register for another."""
    gone = f" WHERE id IN (SELECT id FROM {brought})" if work.replaces(Partner) else ""
    return f"SELECT id FROM partner{gone}"
