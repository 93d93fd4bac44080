"""Formal dealings with organisations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import AMOUNT, DAY, TEXT, WholeNumber
from relinsight.records.record import Record, column
from relinsight.records.rules import NotBefore, Rule


class Dealing(Record):
    """A subsidy, contract, permit, inspection, lease or share: a formal role of ours towards an organisation."""

    table: ClassVar = "dealing"
    also: ClassVar = (
        "dealings",
        "zakelijke_relatie",
        "zakelijke_relaties",
        "dossier",
        "dossiers",
        "subsidies",
        "subsidy",
    )
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("opened_on", "closed_on"),)

    id: Annotated[str, column(TEXT, "its id in the source", "dealing_id, dossier_id, dossiernummer, zaaknummer")]
    partner_id: Annotated[str | None, column(TEXT, "the partner; empty until it is matched", "relatie_id", "partner")] = None
    organisation: Annotated[
        str | None,
        column(
            TEXT,
            "the organisation as the source spells it",
            "organisatie, organization, aanvrager, ontvanger, naam_ontvanger",
        ),
    ] = None
    role: Annotated[str, column(v.ROLES, "our role in it", "rol, onze_rol")]
    cluster_id: Annotated[str | None, column(TEXT, "the cluster that handles it", "afdeling_id", "cluster")] = None
    employee_id: Annotated[
        str | None,
        column(TEXT, "the employee who handles it", "medewerker_id, behandelaar, behandelaar_id", "employee"),
    ] = None
    reference: Annotated[str | None, column(TEXT, "its number in the source", "referentie, kenmerk, dossier")] = None
    title: Annotated[str | None, column(TEXT, "what it is about", "titel, omschrijving, project, onderwerp, projectnaam")] = None
    year: Annotated[int | None, column(WholeNumber(1800, 2200), "the year, where no day is known", "jaar, subsidiejaar")] = None
    opened_on: Annotated[
        date | None,
        column(DAY, "first day", "geopend_op, aangevraagd_op, aanvraagdatum, begindatum, startdatum, ingangsdatum"),
    ] = None
    decided_on: Annotated[
        date | None, column(DAY, "the day of the decision", "besloten_op, besluitdatum, beschikkingsdatum, verleend_op")
    ] = None
    closed_on: Annotated[date | None, column(DAY, "last day", "gesloten_op, afgesloten_op, einddatum, afgerond_op")] = None
    requested: Annotated[
        Decimal | None, column(AMOUNT, "the amount requested", "aangevraagd, gevraagd, bedrag_aangevraagd, gevraagd_bedrag")
    ] = None
    granted: Annotated[Decimal | None, column(AMOUNT, "the amount granted", "verleend, toegekend, bedrag_verleend, toegekend_bedrag")] = (
        None
    )
    settled: Annotated[
        Decimal | None,
        column(AMOUNT, "the amount settled at the end", "vastgesteld, bedrag_vastgesteld, vastgesteld_bedrag"),
    ] = None
    accounted: Annotated[str | None, column(v.ACCOUNTS, "how the final account was judged", "verantwoording, verantwoord")] = None
    accounted_on: Annotated[
        date | None, column(DAY, "the day of that judgement", "verantwoord_op, verantwoordingsdatum, verantwoording_beoordeeld_op")
    ] = None
    outcome: Annotated[str | None, column(TEXT, "how it ended", "uitkomst, resultaat, result")] = None
