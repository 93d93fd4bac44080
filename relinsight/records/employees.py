"""The people of the municipality, and where they worked when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT
from relinsight.records.record import Record, column
from relinsight.records.rules import CHOSEN_BY_ID, NotBefore, Rule


class Employee(Record):
    """Somebody who works for the municipality."""

    table: ClassVar = "employee"
    also: ClassVar = ("employees", "medewerker", "medewerkers", "collega", "staff", "advisers", "adviseurs")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("active_from", "active_to"), CHOSEN_BY_ID)

    id: Annotated[str, column(TEXT, "the person's id in the source", "employee_id, medewerker_id, personeelsnummer")]
    name: Annotated[str, column(TEXT, "the full name", "naam, medewerker, employee, volledige_naam, full_name")]
    email: Annotated[
        str | None,
        column(
            TEXT,
            "the e-mail address, by which a row without id is found again",
            "e_mail, mail, emailadres, e_mailadres, email_address",
        ),
    ] = None
    job: Annotated[str | None, column(v.JOBS, "the kind of work", "functie, rol, job_title, function, soort_werk")] = None
    active_from: Annotated[
        date | None, column(DAY, "the first day of service", "in_dienst, actief_van, datum_in_dienst, start, startdatum, actief_vanaf")
    ] = None
    active_to: Annotated[
        date | None, column(DAY, "the last day of service", "uit_dienst, actief_tot, datum_uit_dienst, einde, einddatum, actief_tot_en_met")
    ] = None


class ClusterMembership(Record):
    """A period in which an employee worked in a cluster."""

    table: ClassVar = "cluster_membership"
    also: ClassVar = ("cluster_memberships", "clusterlidmaatschap", "plaatsing", "plaatsingen")
    key: ClassVar = ("employee_id", "cluster_id", "from_date")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("from_date", "to_date"),)

    employee_id: Annotated[str, column(TEXT, "the employee", "medewerker_id", "employee")]
    cluster_id: Annotated[str, column(TEXT, "the cluster", "afdeling_id", "cluster")]
    from_date: Annotated[
        date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum, from, start_date")
    ] = None
    to_date: Annotated[
        date | None,
        column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum, to, until, end_date"),
    ] = None
