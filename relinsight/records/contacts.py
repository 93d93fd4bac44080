"""Contact moments, and who was there."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, YES_NO, Number, WholeNumber
from relinsight.records.record import Record, column


class ContactMoment(Record):
    """A visit, a call, a letter: one time that we and one or more partners were in touch, or tried to be."""

    table: ClassVar = "contact_moment"
    also: ClassVar = (
        "contact_moments",
        "contactmoment",
        "contactmomenten",
        "interactions",
        "interacties",
        "meetings",
        "gesprekken",
    )

    id: Annotated[str, column(TEXT, "its id in the source", "contact_moment_id, contactmoment_id, nummer")]
    day: Annotated[date, column(DAY, "the day of it", "dag, datum, date, contactdatum, gespreksdatum")]
    kind: Annotated[
        str,
        column(v.CONTACTS, "visit, meeting, call, email, letter, event or other", "soort, type, wijze, kanaal, channel"),
    ]
    achieved: Annotated[
        bool | None,
        column(
            YES_NO,
            "yes: it took place; no or empty: an attempt, which resets no clock",
            "gelukt, tot_stand_gekomen, geslaagd, bereikt, doorgegaan, gerealiseerd, gesproken, plaatsgevonden, succeeded",
        ),
    ] = None
    initiative: Annotated[
        str | None, column(v.INITIATIVES, "who took the initiative: us, partner or both", "initiatief, initiatiefnemer")
    ] = None
    occasion: Annotated[str | None, column(v.OCCASIONS, "regular, issue, milestone or request", "aanleiding, reason")] = None
    sentiment: Annotated[int | None, column(WholeNumber(-2, 2), "how it felt, from -2 to 2", "sfeer, gevoel, mood, hoe_het_voelde")] = None
    subject: Annotated[str | None, column(TEXT, "what it was about", "onderwerp, titel, title, betreft")] = None
    note: Annotated[str | None, column(TEXT, "the facts of what was said and done", "notitie, verslag, notes, notities, aantekening")] = (
        None
    )
    impression: Annotated[str | None, column(TEXT, "personal opinion, which never leaves the dossier", "indruk, persoonlijke_indruk")] = (
        None
    )
    confidential: Annotated[bool | None, column(YES_NO, "whether only those involved may see it", "vertrouwelijk")] = None
    event_id: Annotated[str | None, column(TEXT, "the event at which it happened", "evenement_id, evenement, event", "event")] = None


class ContactMomentPartner(Record):
    """A partner in a contact moment."""

    table: ClassVar = "contact_moment_partner"
    also: ClassVar = ("contact_moment_partners", "contactmomentpartner", "contactmomentpartners")
    key: ClassVar = ("contact_moment_id", "partner_id")

    contact_moment_id: Annotated[str, column(TEXT, "the contact moment", "contactmoment_id", "contact_moment")]
    partner_id: Annotated[str, column(TEXT, "the partner", "organisatie_id, relatie_id", "partner")]


class ContactMomentPerson(Record):
    """A contact person in a contact moment."""

    table: ClassVar = "contact_moment_person"
    also: ClassVar = (
        "contact_moment_persons",
        "contact_moment_people",
        "contactmomentpersoon",
        "contactmomentpersonen",
    )
    key: ClassVar = ("contact_moment_id", "contact_person_id")

    contact_moment_id: Annotated[str, column(TEXT, "the contact moment", "contactmoment_id", "contact_moment")]
    contact_person_id: Annotated[str, column(TEXT, "the contact person", "contactpersoon_id", "contact_person")]


class ContactMomentEmployee(Record):
    """An employee in a contact moment."""

    table: ClassVar = "contact_moment_employee"
    also: ClassVar = ("contact_moment_employees", "contactmomentmedewerker", "contactmomentmedewerkers")
    key: ClassVar = ("contact_moment_id", "employee_id")

    contact_moment_id: Annotated[str, column(TEXT, "the contact moment", "contactmoment_id", "contact_moment")]
    employee_id: Annotated[str, column(TEXT, "the employee", "medewerker_id", "employee")]


class ContactWeight(Record):
    """How much one contact of a kind adds to the strength of a tie."""

    table: ClassVar = "contact_weight"
    also: ClassVar = ("contact_weights", "contactgewicht", "contactgewichten")
    key: ClassVar = ("kind",)

    kind: Annotated[str, column(v.CONTACTS, "visit, meeting, call, email, letter, event or other", "soort, type")]
    weight: Annotated[float, column(Number(0), "how much one such contact adds to a tie", "gewicht")]
