"""The tables that say who the partners are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from relinsight.sources.demo.calendar import after, before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import FICTION, city_name, slug, words
from relinsight.sources.demo.partners import Partner

LONG_AGO = date(2021, 1, 1)
RAISED_ON = date(2025, 1, 1)
RAISED, SECOND_SECTOR = 0.08, 0.1
COMPANIES = ("maritime", "developers", "entrepreneurs")
KINDS = ("umbrella_of", "board_of", "landlord_of")


def partner_tables(seed: int, partners: Sequence[Partner]) -> Tables:
    """Partners with their tiers, sectors, relations and other spellings."""
    chance = Chance(seed, "partner tables")
    return {
        "partner": table("partner", (_row(chance, p) for p in partners)),
        "partner_tier": table("partner_tier", (r for p in partners for r in _tiers(chance, p))),
        "partner_sector": table("partner_sector", (r for p in partners for r in _sectors(chance, p))),
        "partner_relation": table("partner_relation", _relations(chance, partners)),
        "partner_alias": table("partner_alias", _aliases(partners)),
    }


def spelled(partner: Partner) -> str:
    """How a register writes an organisation."""
    if partner.seat.sector in COMPANIES:
        return f"{partner.name} B.V."
    return f"Stg. {partner.name.removeprefix('Stichting ')}"


def has_alias(partner: Partner) -> bool:
    """Whether a register spells this partner in a way of its own."""
    return int(partner.id[1:]) % 6 == 0


def _row(chance: Chance, partner: Partner) -> DemoRow:
    about = chance.pick(words("organisations")[partner.seat.sector]["about"])
    return {
        "id": partner.id,
        "name": partner.name,
        "parent_id": partner.parent_id,
        "kvk_number": f"{100000 + 37 * int(partner.id[1:]):08d}",
        "place": city_name(),
        "website": f"https://www.{slug(partner.name)}.{FICTION}" if chance.maybe(0.8) else None,
        "about": about.format(n=chance.number(3, 19), city=city_name()),
        "active_from": partner.since,
        "active_to": partner.until,
        "source_id": f"R-{int(partner.id[1:]):05d}" if has_alias(partner) else None,
    }


def _tiers(chance: Chance, partner: Partner) -> Iterator[DemoRow]:
    if partner.parent_id or not partner.has_tier:
        return
    first, tier = partner.since or LONG_AGO, partner.seat.tier
    if tier != "C" and partner.since is None and partner.seat.story is None and chance.maybe(RAISED):
        yield _tier(partner, first, "C" if tier == "B" else "B", before(1, RAISED_ON))
        first = RAISED_ON
    yield _tier(partner, first, tier, partner.until)


def _tier(partner: Partner, first: date, tier: str, last: date | None) -> DemoRow:
    return {"partner_id": partner.id, "from_date": first, "tier": tier, "to_date": last}


def _sectors(chance: Chance, partner: Partner) -> Iterator[DemoRow]:
    first, sector = partner.since or LONG_AGO, partner.seat.sector
    yield {"partner_id": partner.id, "sector_id": sector, "from_date": first, "is_primary": True}
    if chance.maybe(SECOND_SECTOR) and partner.seat.story is None:
        second = chance.pick([s for s in words("shipped")["sector"] if s != sector])
        yield {"partner_id": partner.id, "sector_id": second, "from_date": first, "is_primary": False}


def _relations(chance: Chance, partners: Sequence[Partner]) -> Iterator[DemoRow]:
    present = [p for p in partners if p.in_portfolio]
    pairs = list(zip(chance.some(present, len(present) // 8), chance.shuffled(present), strict=False))
    for one, other in pairs:
        if one.id != other.id:
            first = chance.day(date(2016, 1, 1), date(2025, 1, 1))
            yield _relation(one, other, chance.pick(KINDS), first)
    for stopped in (p for p in partners if p.until):
        heirs = [p for p in present if p.seat.sector == stopped.seat.sector]
        yield _relation(chance.pick(heirs), stopped, "successor_of", after(1, stopped.until or LONG_AGO))


def _relation(one: Partner, other: Partner, kind: str, first: date) -> DemoRow:
    return {"from_partner_id": one.id, "to_partner_id": other.id, "kind": kind, "from_date": first}


def _aliases(partners: Sequence[Partner]) -> Iterator[DemoRow]:
    for partner in partners:
        if has_alias(partner):
            yield {"partner_id": partner.id, "alias": spelled(partner)}
    yield from ({"alias": name} for name in words("organisations")["strangers"]["collective"])
