"""The people on the partners' side."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records.kinds import DAY, TEXT
from relinsight.records.record import Record, column
from relinsight.records.rules import NotBefore, Rule


class ContactPerson(Record):
    """Somebody who speaks for one or more partners."""

    table: ClassVar = "contact_person"
    also: ClassVar = ("contact_persons", "contactpersoon", "contactpersonen", "contacts", "contact_people")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("active_from", "active_to"),)

    id: Annotated[str, column(TEXT, "the person's id in the source", "contact_person_id, contactpersoon_id")]
    name: Annotated[str, column(TEXT, "the full name", "naam, contactpersoon, contact_person, volledige_naam, full_name")]
    email: Annotated[
        str | None,
        column(
            TEXT,
            "the e-mail address, by which a row without id is found again",
            "e_mail, mail, emailadres, e_mailadres, email_address",
        ),
    ] = None
    phone: Annotated[
        str | None,
        column(TEXT, "the telephone number", "telefoon, telefoonnummer, tel, mobiel, telephone, phone_number"),
    ] = None
    active_from: Annotated[date | None, column(DAY, "the first day as a contact person", "actief_van, actief_vanaf, start, startdatum")] = (
        None
    )
    active_to: Annotated[
        date | None, column(DAY, "the last day as a contact person", "actief_tot, actief_tot_en_met, einde, einddatum")
    ] = None


class ContactPersonFunction(Record):
    """A period in which a contact person had a function at a partner."""

    table: ClassVar = "contact_person_function"
    also: ClassVar = ("contact_person_functions", "contactpersoonfunctie", "contactpersoonfuncties", "functies")
    key: ClassVar = ("contact_person_id", "partner_id", "from_date")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("from_date", "to_date"),)

    contact_person_id: Annotated[str, column(TEXT, "the contact person", "contactpersoon_id", "contact_person")]
    partner_id: Annotated[str, column(TEXT, "the partner where they have the function", "organisatie_id, relatie_id", "partner")]
    from_date: Annotated[date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum, from")] = None
    function: Annotated[str | None, column(TEXT, "the role in which they work there", "functie, rol, role, position")] = None
    to_date: Annotated[
        date | None, column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum, to, until")
    ] = None
