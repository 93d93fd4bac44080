"""The organisations that the city works with, and how they are ranked, sorted and spelled."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, YES_NO
from relinsight.records.record import Record, column
from relinsight.records.rules import CHOSEN_BY_ID, Different, NotBefore, Rule


class Sector(Record):
    """A field in which partners work."""

    table: ClassVar = "sector"
    also: ClassVar = ("sectors", "sectoren", "branche", "branches", "beleidsterrein", "beleidsterreinen")
    rules: ClassVar[tuple[Rule, ...]] = (CHOSEN_BY_ID,)

    id: Annotated[str, column(TEXT, "its id in the source", "sector_id, code")]
    name: Annotated[str, column(TEXT, "its name", "naam, sector, omschrijving")]


class Partner(Record):
    """An organisation that the city works with."""

    table: ClassVar = "partner"
    also: ClassVar = (
        "partners",
        "organisatie",
        "organisaties",
        "organisation",
        "organisations",
        "organization",
        "organizations",
        "relatie",
        "relaties",
        "company",
        "companies",
        "bedrijf",
        "bedrijven",
        "instelling",
        "instellingen",
    )
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("active_from", "active_to"), Different("id", "parent_id"))

    id: Annotated[str, column(TEXT, "its id in the source", "partner_id, organisatie_id, relatie_id, relatienummer")]
    name: Annotated[
        str,
        column(
            TEXT,
            "its name",
            "naam, partner, organisatie, organisatienaam, partnernaam, organisation, organization, bedrijfsnaam, company",
        ),
    ]
    parent_id: Annotated[
        str | None,
        column(
            TEXT,
            "the partner that it is part of",
            "parent, moeder, moeder_id, moederorganisatie, onderdeel_van, part_of",
            "partner",
        ),
    ] = None
    kvk_number: Annotated[
        str | None,
        column(
            TEXT,
            "its number at the chamber of commerce",
            "kvk, kvk_nummer, kvknummer, chamber_of_commerce, chamber_of_commerce_number",
        ),
    ] = None
    place: Annotated[
        str | None,
        column(TEXT, "the town in which it is based", "plaats, vestigingsplaats, woonplaats, stad, gemeente, city, town"),
    ] = None
    website: Annotated[str | None, column(TEXT, "its website", "site, url, webadres, internet")] = None
    about: Annotated[
        str | None,
        column(TEXT, "their world in their words", "over, omschrijving, beschrijving, description, toelichting, over_de_partner"),
    ] = None
    active_from: Annotated[
        date | None,
        column(
            DAY,
            "the first day on which it is a partner",
            "actief_van, actief_vanaf, partner_sinds, since, start, startdatum",
        ),
    ] = None
    active_to: Annotated[
        date | None,
        column(DAY, "the last day on which it is a partner", "actief_tot, actief_tot_en_met, einde, einddatum, until"),
    ] = None
    source_id: Annotated[
        str | None,
        column(TEXT, "the id by which a register knows it that came later; files may name it by either id", "bron_id, id_in_het_register"),
    ] = None


class PartnerTier(Record):
    """A period in which a partner had a tier: A is promised most, C least."""

    table: ClassVar = "partner_tier"
    also: ClassVar = ("partner_tiers", "relatieniveau", "relatieniveaus", "tiers")
    key: ClassVar = ("partner_id", "from_date")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("from_date", "to_date"),)

    partner_id: Annotated[str, column(TEXT, "the partner that has the tier", "organisatie_id, relatie_id", "partner")]
    from_date: Annotated[date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum, from")] = None
    tier: Annotated[str, column(v.TIERS, "A, B or C", "niveau, relatieniveau, level")]
    to_date: Annotated[
        date | None, column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum, to, until")
    ] = None


class PartnerSector(Record):
    """A period in which a partner worked in a sector; one sector a day is its primary one."""

    table: ClassVar = "partner_sector"
    also: ClassVar = ("partner_sectors", "partnersector", "partnersectoren")
    key: ClassVar = ("partner_id", "sector_id", "from_date")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("from_date", "to_date"),)

    partner_id: Annotated[str, column(TEXT, "the partner that works in the sector", "organisatie_id, relatie_id", "partner")]
    sector_id: Annotated[str, column(TEXT, "the sector", "", "sector")]
    from_date: Annotated[date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum, from")] = None
    is_primary: Annotated[bool | None, column(YES_NO, "whether it is the primary one", "primair, hoofdsector, primary")] = None
    to_date: Annotated[
        date | None, column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum, to, until")
    ] = None


class PartnerRelation(Record):
    """A period in which one partner was something to another."""

    table: ClassVar = "partner_relation"
    also: ClassVar = ("partner_relations", "partnerrelatie", "partnerrelaties")
    key: ClassVar = ("from_partner_id", "to_partner_id", "kind", "from_date")
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore("from_date", "to_date"),
        Different("from_partner_id", "to_partner_id"),
    )

    from_partner_id: Annotated[str, column(TEXT, "the partner that the relation starts from", "van_partner_id, van_partner", "partner")]
    to_partner_id: Annotated[str, column(TEXT, "the partner that the relation leads to", "naar_partner_id, naar_partner", "partner")]
    kind: Annotated[str, column(v.RELATIONS, "umbrella_of, board_of, landlord_of or successor_of", "soort, type")]
    from_date: Annotated[date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum")] = None
    to_date: Annotated[date | None, column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum")] = None


class PartnerAlias(Record):
    """Another spelling of a partner; without a partner a collective name, such as 'various residents'."""

    table: ClassVar = "partner_alias"
    also: ClassVar = ("partner_aliases", "aliassen", "schrijfwijzen")
    key: ClassVar = ("partner_id", "alias")

    partner_id: Annotated[str | None, column(TEXT, "whose spelling; empty: a collective name", "organisatie_id, relatie_id", "partner")] = (
        None
    )
    alias: Annotated[str, column(TEXT, "the spelling", "schrijfwijze, andere_naam, ook_bekend_als, andere_schrijfwijze")]
