"""Which value is the main one of several that a file names: most rows, then the greatest sum, then the first id."""

from __future__ import annotations

from relinsight.records.kinds import Number
from relinsight.records.notation import PLAIN_NOTATION
from relinsight.sources.plan import Feed, Most
from relinsight.warehouse.importing.cells import bare, value
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, raw


def rank_all(work: Work) -> None:
    """Fill the fields that say which value is the main one."""
    for number, plan in enumerate(work.plans):
        for at, feed in enumerate(plan.feeds):
            if feed.most is not None:
                _rank(work, number, at, feed, *feed.most)


def _rank(work: Work, number: int, at: int, feed: Feed, name: str, most: Most) -> None:
    table = arriving(feed.record)
    subject, choice = feed.record.key[:2]
    amount = value(bare(f"c{most.column}"), Number(), PLAIN_NOTATION) if most.column is not None else "0"
    here = f"_sheet = {number} AND _feed = {at}"
    ranked = work.found(
        "ranked",
        "SELECT subject, choice, row_number() OVER "
        "(PARTITION BY subject ORDER BY times DESC, total DESC NULLS LAST, choice) = 1 AS main FROM ("
        f"SELECT {subject} AS subject, {choice} AS choice, count(*) AS times, sum({amount}) AS total "
        f"FROM {table} JOIN {raw(number)} ON _src = _row + {number * SHEET_STEP} WHERE {here} GROUP BY ALL) AS counted",
    )
    work.run(
        f"UPDATE {table} SET {name} = ranked.main FROM {ranked} AS ranked "
        f"WHERE {here} AND {table}.{subject} = ranked.subject AND {table}.{choice} = ranked.choice"
    )
