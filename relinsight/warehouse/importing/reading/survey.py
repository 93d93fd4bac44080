"""What one look at all cells of a sheet tells of its columns, so that most of them need no closer one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relinsight.records.notation import NULL_WORDS
from relinsight.sources.plan import Plan
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.reading.citizens import has_nine_figures
from relinsight.warehouse.importing.reading.letters import may_be_wrong
from relinsight.warehouse.importing.work import Work, raw
from relinsight.words.blanks import BLANKS


@dataclass(frozen=True)
class Survey:
    """The columns with nothing to take off a cell, those with a sign that may have gone wrong, and those with nine figures in a cell."""

    tidy: frozenset[int] = frozenset()
    doubtful: frozenset[int] = frozenset()
    secret: frozenset[int] = frozenset()


def surveyed(work: Work, number: int, plan: Plan) -> Survey:
    """Look at every cell of a sheet once."""
    columns = [at for at in range(len(plan.sheet.header)) if at not in plan.hidden]
    if not columns:
        return Survey()
    looks = [look(f"c{at}") for look in (_untidy, may_be_wrong, has_nine_figures) for at in columns]
    (found,) = work.run(f"SELECT {', '.join(f'coalesce(bool_or({look}), false)' for look in looks)} FROM {raw(number)}")
    untidy, doubtful, secret = (_where(columns, found[start : start + len(columns)]) for start in range(0, len(found), len(columns)))
    return Survey(frozenset(columns) - untidy, doubtful, secret)


def _where(columns: Sequence[int], holds: Sequence[bool]) -> frozenset[int]:
    return frozenset(at for at, held in zip(columns, holds, strict=True) if held)


def _untidy(cell: str) -> str:
    """The condition that something may have to be taken off a cell, or that it means that there is none.

    A cell of plain letters that begins with a figure or a letter and ends with no blank has nothing: signs are quick to look at.
    """
    ends = " OR ".join(f"suffix({cell}, {quoted(blank)})" for blank in BLANKS if blank.isascii())
    nothing = ", ".join(map(quoted, NULL_WORDS))
    plain = f"{cell} >= '0' AND {cell} < '{{' AND strlen({cell}) = length({cell})"
    return f"CASE WHEN {cell} = '' THEN false WHEN {plain} THEN {cell} IN ({nothing}) OR {ends} ELSE true END"
