"""Rows of partners that were merged into another: what is known of the kept one holds, so they say nothing, and that is told."""

from __future__ import annotations

from relinsight.records.matching import FormerPartner
from relinsight.records.partners import Partner
from relinsight.sources.plan import Own
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.made_ids import made_of
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

SHOWN = 5


def former_ids(work: Work) -> str:
    """The ids of partners that were merged, and the partners that they mean now."""
    return arriving_or_there(work, FormerPartner, "former_id, partner_id")


def leave_out_merged(work: Work) -> None:
    """Take the rows out that stand under a former id, or under the name from which one was made, and what they feed beside."""
    if not work.number(f"SELECT count(*) FROM ({former_ids(work)}) AS f"):
        return
    table, word = arriving(Partner), folded("name")
    nobodys = f"{word} NOT IN (SELECT {word} FROM partner)"
    merged = work.found(
        "merged",
        f"SELECT DISTINCT _src, name FROM {table} AS a JOIN ({former_ids(work)}) AS f ON f.former_id = a.id "
        f"OR (a.id IS NULL AND {nobodys} AND f.former_id = {made_of(Partner, word)})",
    )
    names = [str(name) for (name,) in work.run(f"SELECT DISTINCT name FROM {merged} ORDER BY 1")]
    if names:
        _take_out(work, merged)
        _tell(work, names)


def _take_out(work: Work, merged: str) -> None:
    for record in {Partner, *(feed.record for _, feed in work.feeds if Own(Partner) in feed.cells.values())}:
        work.run(f"DELETE FROM {arriving(record)} WHERE _src IN (SELECT _src FROM {merged})")


def _tell(work: Work, names: list[str]) -> None:
    work.remark(
        About.NAMES,
        counted(
            "{n} partner of the files was merged into another one ({names}); its row changes nothing there.",
            "{n} partners of the files were merged into other ones ({names}); their rows change nothing there.",
            len(names),
            names=first_of(names, SHOWN),
        ),
    )
