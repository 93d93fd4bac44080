"""The invented town and its true figures, straight from its files."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from relinsight.warehouse.connection import Warehouse, in_memory

TOWN = Path(__file__).parent / "data" / "town"
# The import matches a spelling to a partner at once; here the files are only loaded, so it is done by hand.
MATCHED = r"""
    UPDATE dealing SET partner_id = known.partner
    FROM (
        SELECT id AS partner, name FROM partner
        UNION SELECT partner_id, alias FROM partner_alias WHERE partner_id IS NOT NULL
    ) AS known
    WHERE partner_id IS NULL
        AND lower(regexp_replace(organisation, '\s+', ' ', 'g')) = lower(regexp_replace(known.name, '\s+', ' ', 'g'))
"""


@cache
def town() -> Warehouse:
    """The town's database, made once; nobody writes to it."""
    warehouse = in_memory()
    with warehouse.transaction() as cursor:
        for file in sorted(TOWN.glob("*.csv")):
            if file.stem != "figures":
                cursor.execute(f"DELETE FROM {file.stem}")
                cursor.execute(
                    f"INSERT INTO {file.stem} BY NAME SELECT *, TIMESTAMPTZ '2026-01-01' AS recorded_at "
                    f"FROM read_csv('{file}', all_varchar=true, header=true, nullstr='')"
                )
        cursor.execute(MATCHED)
    return warehouse


def true_figures() -> list[dict[str, str]]:
    """The figures that must come out of it, one day at a time."""
    with (TOWN / "figures.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if not row["since"]]
