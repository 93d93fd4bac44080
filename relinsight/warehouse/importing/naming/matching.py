"""Find the partner of a dealing by the name that the source gives the organisation."""

from __future__ import annotations

from relinsight.records.dealings import Dealing
from relinsight.records.partners import Partner, PartnerAlias
from relinsight.warehouse.changes import columns_of
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.naming.looking_alike import matched_alone, tell_matched_alone
from relinsight.warehouse.importing.naming.names import spellings
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.warehouse.spellings import SET_APART


def match_dealings(work: Work) -> None:
    """A match that is there stays; else a spelling that means one partner, folded or as one that says the same, matches at once."""
    if Dealing not in work.fed:
        return
    table = arriving(Dealing)
    if not work.replace:
        work.run(
            f"UPDATE {table} SET partner_id = there.partner_id FROM dealing AS there "
            f"WHERE there.id = {table}.id AND {table}.partner_id IS NULL AND there.partner_id IS NOT NULL"
        )
    waiting = f"SELECT organisation FROM {table} WHERE partner_id IS NULL"
    _lead(work, work.found("matched", _matches(work, waiting)))
    work.alone["arriving"] = matched_alone(work, waiting)
    _lead(work, work.alone["arriving"])


def _lead(work: Work, matched: str) -> None:
    table = arriving(Dealing)
    work.run(
        f"UPDATE {table} SET partner_id = matched.id FROM {matched} AS matched "
        f"WHERE {table}.partner_id IS NULL AND {table}.organisation = matched.organisation"
    )


def match_and_tell_alone(work: Work) -> None:
    """Find what stored dealings wait for by a name that says the same, and say which names matched so, as far as rows are accepted."""
    told: list[str] = []
    if Dealing in work.fed:
        accepted = f"SELECT (organisation, partner_id) FROM {arriving(Dealing)}"
        told.append(f"SELECT organisation, spelling FROM {work.alone['arriving']} WHERE (organisation, id) IN ({accepted})")
    if {Partner, PartnerAlias} & set(work.fed):
        again = f" AND id NOT IN (SELECT id FROM {arriving(Dealing)})" if Dealing in work.fed else ""
        work.alone["stored"] = matched_alone(work, f"SELECT organisation FROM dealing WHERE partner_id IS NULL{again}")
        told.append(f"SELECT organisation, spelling FROM {work.alone['stored']}")
    if told:
        tell_matched_alone(work, work.run(f"SELECT DISTINCT organisation, spelling FROM ({' UNION '.join(told)}) AS t ORDER BY ALL"))


def match_stored_dealings(work: Work) -> None:
    """Dealings that are stored and wait for a partner find one that this import brought."""
    waiting = "SELECT organisation FROM dealing WHERE partner_id IS NULL"
    if not {Partner, PartnerAlias} & set(work.fed) or not work.number(f"SELECT count(*) FROM ({waiting}) AS waiting"):
        return
    _lead_stored(work, work.found("matched", _matches(work, waiting, written=True)))
    _lead_stored(work, work.alone["stored"])


def _lead_stored(work: Work, matched: str) -> None:
    found = f"FROM dealing JOIN {matched} AS matched ON dealing.organisation = matched.organisation WHERE dealing.partner_id IS NULL"
    work.change.update(columns_of(Dealing), f"(SELECT dealing.* REPLACE (matched.id AS partner_id) {found})")


def _matches(work: Work, wanted: str, *, written: bool = False) -> str:
    spelled = _written() if written else spellings(work, Partner)
    return (
        "SELECT organisation, min(id) AS id FROM "
        f"(SELECT DISTINCT organisation FROM ({wanted}) AS w WHERE organisation IS NOT NULL) AS names "
        f"JOIN ({spelled}) AS spelled ON spelled.word = {folded('organisation')} AND spelled.id IS NOT NULL "
        f"WHERE (spelled.word, spelled.id) NOT IN ({SET_APART}) "
        "GROUP BY organisation HAVING count(DISTINCT id) = 1"
    )


def _written() -> str:
    return (
        f"SELECT {folded('name')} AS word, id FROM partner UNION ALL SELECT {folded('alias')} AS word, partner_id AS id FROM partner_alias"
    )
