"""The answer of the coverage page: how many are not covered, and in which sector first."""

from __future__ import annotations

from relinsight.insights.nothing import nobody_stands
from relinsight.insights.relations.in_view import Relations, place, uncovered
from relinsight.insights.relations.rows import Relation
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

FEWEST = 3  # partners that a sector has where it is compared with others


def uncovered_by_rank(in_view: Relations) -> list[Relation]:
    """The partners who are not covered, most pressing first."""
    return sorted((row for row in in_view.now if row.uncovered), key=lambda row: (place(row), row.partner))


def answer(in_view: Relations, gaps: list[Relation]) -> Text:
    """The sentence at the top of the page."""
    if not in_view.total:
        return nobody_stands(in_view.scope)
    if not gaps:
        return counted("The one partner in view is covered", "All {n} partners are covered", in_view.total)
    if in_view.total == 1:
        return text("We do not cover the one partner in view")
    lost = counted(
        "We do not cover {n} of {total} partners",
        "We do not cover {n} of {total} partners",
        len(gaps),
        total=in_view.total,
    )
    worst = _worst_sector(in_view)
    return text("{lost}, {sector} first", lost=lost, sector=worst) if worst else lost


def _worst_sector(in_view: Relations) -> Text | Name | None:
    """The sector with the largest share of gaps among those with three partners or more."""
    groups: dict[str, list[Relation]] = {}
    for row in in_view.now:
        if row.sector is not None:
            groups.setdefault(row.sector, []).append(row)
    shares = {key: uncovered(rows) / len(rows) for key, rows in groups.items() if len(rows) >= FEWEST}
    most = max(shares.values(), default=0.0)
    worst = [key for key, share in shares.items() if share == most]
    return in_view.sector_of(groups[worst[0]][0]).name if most and len(worst) == 1 and len(shares) > 1 else None
