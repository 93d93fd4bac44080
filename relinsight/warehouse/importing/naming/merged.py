"""Rows of partners that were merged into another: they say what the row of the kept one beside them leaves empty, and that is told."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.matching import FormerPartner
from relinsight.records.partners import Partner
from relinsight.sources.plan import Feed, Own
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.made_ids import made_of
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

SHOWN = 5
FILLED = ("kvk_number", "place", "website", "about")  # of a kept partner where it has nothing there


def former_ids(work: Work) -> str:
    """The ids of partners that were merged, and the partners that they mean now."""
    return arriving_or_there(work, FormerPartner, "former_id, partner_id")


def leave_out_merged(work: Work) -> None:
    """Take the rows out that stand under a former id, or under the name from which one was made, and what they feed beside.

    What the kept one's row of the same sheet leaves empty, they fill first: a merge did so too, and the next file does not undo it.
    """
    if not work.number(f"SELECT count(*) FROM ({former_ids(work)}) AS f"):
        return
    table, word = arriving(Partner), folded("name")
    nobodys = f"{word} NOT IN (SELECT {word} FROM partner)"
    merged = work.found(
        "merged",
        f"SELECT DISTINCT _src, name, f.partner_id AS kept FROM {table} AS a JOIN ({former_ids(work)}) AS f ON f.former_id = a.id "
        f"OR (a.id IS NULL AND {nobodys} AND f.former_id = {made_of(Partner, word)})",
    )
    names = [str(name) for (name,) in work.run(f"SELECT DISTINCT name FROM {merged} ORDER BY 1")]
    if names:
        _fill(work, merged)
        _take_out(work, merged)
        _tell(work, names)


def _fill(work: Work, merged: str) -> None:
    """The row of the kept one, where it is in the same sheet, gets what it leaves empty and a row that goes says."""
    table = arriving(Partner)
    called = f"a.id IS NULL AND {folded('a.name')} = (SELECT {folded('p.name')} FROM partner AS p WHERE p.id = m.kept)"
    pairs = work.found(
        "pairs",
        f"SELECT DISTINCT a._src AS keeps, m._src AS goes FROM {merged} AS m JOIN {table} AS g ON g._src = m._src "
        f"JOIN {table} AS a ON a._sheet = g._sheet AND (a.id = m.kept OR ({called}))",
    )
    _fill_cells(work, pairs)
    for sheet, at, feed, own in _beside(work):
        _lead_rows(work, pairs, arriving(feed.record), f"_sheet = {sheet} AND _feed = {at}", own)


def _fill_cells(work: Work, pairs: str) -> None:
    table = arriving(Partner)
    said = ", ".join(f"arg_min({name}, goes) FILTER ({name} IS NOT NULL) AS {name}" for name in FILLED)
    gone = f"SELECT keeps, {said} FROM {pairs} JOIN {table} AS g ON g._src = goes GROUP BY keeps"
    cells = ", ".join(f"{name} = coalesce({table}.{name}, gone.{name})" for name in FILLED)
    work.run(f"UPDATE {table} SET {cells} FROM ({gone}) AS gone WHERE {table}._src = gone.keeps")


def _lead_rows(work: Work, pairs: str, table: str, here: str, own: str) -> None:
    """What a row that goes feeds into a table stands beside the kept one's, where that feeds nothing there."""
    fed = f"SELECT _src FROM {table} WHERE {here}"
    first = f"SELECT keeps, min(goes) AS goes FROM {pairs} WHERE goes IN ({fed}) AND keeps NOT IN ({fed}) GROUP BY keeps"
    work.run(f"UPDATE {table} SET _src = first.keeps, {own} = NULL FROM ({first}) AS first WHERE {here} AND {table}._src = first.goes")


def _beside(work: Work) -> Iterator[tuple[int, int, Feed, str]]:
    """What partners feed beside themselves: the sheet, the place in its plan, and the field that leads to the partner."""
    for sheet, plan in enumerate(work.plans):
        for at, feed in enumerate(plan.feeds):
            yield from ((sheet, at, feed, name) for name, cell in feed.cells.items() if cell == Own(Partner))


def _take_out(work: Work, merged: str) -> None:
    for record in {Partner, *(feed.record for _, _, feed, _ in _beside(work))}:
        work.run(f"DELETE FROM {arriving(record)} WHERE _src IN (SELECT _src FROM {merged})")


def _tell(work: Work, names: list[str]) -> None:
    work.remark(
        About.NAMES,
        counted(
            "{n} partner of the files was merged into another one ({names}); its row only fills what the row of that one leaves empty.",
            "{n} partners of the files were merged into other ones ({names}); their rows only fill what the rows of those leave empty.",
            len(names),
            names=first_of(names, SHOWN),
        ),
    )
