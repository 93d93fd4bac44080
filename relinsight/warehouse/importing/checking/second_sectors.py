"""A second primary sector of a partner in one period: a list of sectors loses the row, any other row keeps it as no primary one."""

from __future__ import annotations

from relinsight.records.partners import Partner, PartnerSector, Sector
from relinsight.records.reasons import SECOND_PRIMARY_SECTOR
from relinsight.warehouse.between_rows import makes_a_second
from relinsight.warehouse.importing.after_import import remaining
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.said import is_named, names, said
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.quantities import first_of
from relinsight.words.text import counted, text

SHOWN = 5
SECTORS = arriving(PartnerSector)
FIRST = "(o._src IS NULL OR o._src < a._src OR (o._src = a._src AND o.sector_id < a.sector_id))"


def second_of_call(work: Work, here: str) -> int:
    """Settle which of several primary sectors that rows without dates name for a partner is meant: the first."""
    return _settle(work, f"SELECT * FROM {SECTORS} AS a WHERE {here}", here)


def second_sectors(work: Work) -> int:
    """Settle which of several primary sectors in one period is meant: the one that is there, else the first."""
    return _settle(work, remaining(work, PartnerSector, tuple(PartnerSector.model_fields), with_source=True), "true")


def _settle(work: Work, others: str, here: str) -> int:
    """Reject the rows of lists of sectors that name a second one, and say how many are out; in other rows it is no primary one."""
    beside = _beside(work)
    second = work.found(
        "second_sector",
        f"SELECT a._src, a.rowid AS place, a.partner_id, {said(work, PartnerSector, 'partner_id', 'a')} AS value, "
        f"a.sector_id, min(o.sector_id) AS first, {beside} AS is_beside "
        f"FROM {SECTORS} AS a JOIN ({others}) AS o ON {makes_a_second('a', 'o', PartnerSector)} AND {FIRST} WHERE {here} GROUP BY ALL",
    )
    _demote(work, second)
    called = names(work, Sector.table, all_rows=is_named(work, PartnerSector, "sector_id"))
    listed = (
        f"SELECT _src, value, coalesce(k.called, first) AS other FROM {second} AS s LEFT JOIN ({called}) AS k ON k.id = first "
        "WHERE NOT is_beside"
    )
    return note(work, SECOND_PRIMARY_SECTOR, listed, "sector_id")


def _beside(work: Work) -> str:
    """The condition that a row of a sector stands beside what the file is about, such as a dealing."""
    sheets = [number for number, plan in enumerate(work.plans) if any(feed.record is not PartnerSector for feed in plan.feeds)]
    places = [f"(a._sheet = {s} AND a._feed = {at})" for s, at, feed in work.places(PartnerSector) if s in sheets and not feed.since_ever]
    return " OR ".join(places) or "false"


def _demote(work: Work, second: str) -> None:
    if not work.number(f"SELECT count(*) FROM {second} WHERE is_beside"):
        return
    work.run(f"UPDATE {SECTORS} SET is_primary = false WHERE rowid IN (SELECT place FROM {second} WHERE is_beside)")
    work.demoted.append(second)


def tell_second_sectors(work: Work) -> None:
    """Say of which partners a second primary sector was kept as no primary one."""
    if not work.demoted:
        return
    every = " UNION ".join(f"SELECT * FROM {second} WHERE is_beside" for second in work.demoted)
    partners, sectors = names(work, Partner.table, all_rows=True), names(work, Sector.table, all_rows=True)
    found = work.run(
        f"SELECT p.called, min(first.called), min(other.called) FROM ({every}) AS e JOIN ({partners}) AS p ON p.id = e.partner_id "
        f"JOIN ({sectors}) AS first ON first.id = e.first JOIN ({sectors}) AS other ON other.id = e.sector_id "
        "WHERE e._src NOT IN (SELECT _src FROM rejected) GROUP BY p.id, p.called ORDER BY ALL"
    )
    if found:
        said_of = [text("{partner}: {first} and {second}", partner=Name(p), first=Name(a), second=Name(b)) for p, a, b in found]
        work.remark(
            About.CHANGES,
            counted(
                "{n} partner has two primary sectors in one period ({sectors}); the first stays the primary one, and the row came in.",
                "{n} partners have two primary sectors in one period ({sectors}); the first stays the primary one, and the rows came in.",
                len(found),
                sectors=first_of(said_of, SHOWN),
            ),
        )
