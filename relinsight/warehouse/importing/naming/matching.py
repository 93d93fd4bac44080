"""Find the partner of a dealing by the name that the source gives the organisation."""

from __future__ import annotations

from relinsight.records.dealings import Dealing
from relinsight.records.partners import Partner, PartnerAlias
from relinsight.warehouse.changes import columns_of
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.naming.names import spellings
from relinsight.warehouse.importing.work import Work, arriving


def match_dealings(work: Work) -> None:
    """A match that is there stays; else a folded spelling that means one partner matches at once."""
    if Dealing not in work.fed:
        return
    table = arriving(Dealing)
    if not work.replace:
        work.run(
            f"UPDATE {table} SET partner_id = there.partner_id FROM dealing AS there "
            f"WHERE there.id = {table}.id AND {table}.partner_id IS NULL AND there.partner_id IS NOT NULL"
        )
    matched = work.found("matched", _matches(work, f"SELECT organisation FROM {table} WHERE partner_id IS NULL"))
    work.run(
        f"UPDATE {table} SET partner_id = matched.id FROM {matched} AS matched "
        f"WHERE {table}.partner_id IS NULL AND {table}.organisation = matched.organisation"
    )


def match_stored_dealings(work: Work) -> None:
    """Dealings that are stored and wait for a partner find one that this import brought."""
    if not {Partner, PartnerAlias} & set(work.fed):
        return
    waiting = "SELECT organisation FROM dealing WHERE partner_id IS NULL"
    matched = work.found("matched", _matches(work, waiting, written=True))
    found = f"FROM dealing JOIN {matched} AS matched ON dealing.organisation = matched.organisation WHERE dealing.partner_id IS NULL"
    work.change.update(columns_of(Dealing), f"(SELECT dealing.* REPLACE (matched.id AS partner_id) {found})")


def _matches(work: Work, wanted: str, *, written: bool = False) -> str:
    spelled = _written() if written else spellings(work, Partner)
    return (
        "SELECT organisation, min(id) AS id FROM "
        f"(SELECT DISTINCT organisation FROM ({wanted}) AS w WHERE organisation IS NOT NULL) AS names "
        f"JOIN ({spelled}) AS spelled ON spelled.word = {folded('organisation')} AND spelled.id IS NOT NULL "
        "GROUP BY organisation HAVING count(DISTINCT id) = 1"
    )


def _written() -> str:
    return (
        f"SELECT {folded('name')} AS word, id FROM partner UNION ALL SELECT {folded('alias')} AS word, partner_id AS id FROM partner_alias"
    )
