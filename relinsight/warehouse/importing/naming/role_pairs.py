"""Two roles that pull against each other are a pair, whichever of them a file names first."""

from __future__ import annotations

from relinsight.records.promises import RoleConflict
from relinsight.warehouse.importing.work import Work, arriving


def align_pairs(work: Work) -> None:
    """Turn a pair round that is known the other way, there already or earlier in the files."""
    if RoleConflict not in work.fed:
        return
    table = arriving(RoleConflict)
    known = f"SELECT role_a, role_b, -1 AS _src FROM {RoleConflict.table} UNION ALL SELECT role_a, role_b, _src FROM {table}"
    work.run(
        f"UPDATE {table} SET role_a = {table}.role_b, role_b = {table}.role_a FROM ({known}) AS known "
        f"WHERE known.role_a = {table}.role_b AND known.role_b = {table}.role_a AND known._src < {table}._src"
    )
