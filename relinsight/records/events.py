"""Events and training, and who came."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import AMOUNT, DAY, TEXT, WholeNumber
from relinsight.records.record import Record, column
from relinsight.records.rules import AnyOf, Rule


class Event(Record):
    """An occasion to which people are invited: a network event, hospitality, a working visit or a training."""

    table: ClassVar = "event"
    also: ClassVar = ("events", "evenement", "evenementen", "bijeenkomst", "bijeenkomsten")

    id: Annotated[str, column(TEXT, "its id in the source", "event_id, evenement_id")]
    title: Annotated[str, column(TEXT, "its name", "titel, naam, name, evenement")]
    day: Annotated[date, column(DAY, "the day of it", "dag, datum, date")]
    kind: Annotated[str, column(v.EVENTS, "network, hospitality, working_visit or training", "soort, type")]
    cluster_id: Annotated[str | None, column(TEXT, "the cluster that holds it", "afdeling_id", "cluster")] = None
    place: Annotated[str | None, column(TEXT, "the place", "plaats, locatie, location")] = None
    cost_per_head: Annotated[
        Decimal | None,
        column(AMOUNT, "what one guest costs", "kosten_per_persoon, prijs_per_persoon, kosten_per_hoofd, kosten_van_een_gast"),
    ] = None
    capacity: Annotated[int | None, column(WholeNumber(0), "how many can come", "capaciteit, plaatsen, meeste_gasten")] = None


class Attendance(Record):
    """An invitation to an event and what came of it: of a contact person, or of an employee for a training."""

    table: ClassVar = "attendance"
    also: ClassVar = ("attendances", "aanwezigheid", "deelname", "deelnames", "gasten", "guests")
    key: ClassVar = ("event_id", "contact_person_id", "employee_id")
    rules: ClassVar[tuple[Rule, ...]] = (AnyOf(("contact_person_id", "employee_id", "partner_id")),)

    event_id: Annotated[str, column(TEXT, "the event", "evenement_id, evenement, event", "event")]
    contact_person_id: Annotated[str | None, column(TEXT, "the guest", "contactpersoon_id", "contact_person")] = None
    employee_id: Annotated[str | None, column(TEXT, "the employee", "medewerker_id", "employee")] = None
    partner_id: Annotated[
        str | None,
        column(TEXT, "for which partner; empty: the guest's function that day", "organisatie_id, relatie_id", "partner"),
    ] = None
    status: Annotated[str, column(v.ATTENDANCES, "invited, accepted, declined, attended or no_show", "stand, aanwezig")]
