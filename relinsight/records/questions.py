"""What partners ask, and how it travels through the house."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, YES_NO, WholeNumber
from relinsight.records.record import Record, column
from relinsight.records.rules import NotBefore, Rule


class Question(Record):
    """A question, request or complaint of a partner."""

    table: ClassVar = "question"
    also: ClassVar = ("questions", "vraag", "vragen", "klachten", "verzoeken")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("asked_on", "answered_on"),)

    id: Annotated[str, column(TEXT, "its id in the source", "question_id, vraag_id")]
    partner_id: Annotated[str, column(TEXT, "the partner that asks", "organisatie_id, relatie_id", "partner")]
    contact_person_id: Annotated[str | None, column(TEXT, "the person who asks", "contactpersoon_id", "contact_person")] = None
    employee_id: Annotated[str | None, column(TEXT, "who received it", "medewerker_id, ontvangen_door", "employee")] = None
    kind: Annotated[str | None, column(v.QUESTIONS, "question, request or complaint", "soort, type")] = None
    asked_on: Annotated[date, column(DAY, "the day on which it was asked", "gesteld_op, gevraagd_op, datum, dag, date, gesteld")]
    subject: Annotated[str | None, column(TEXT, "what it is about", "onderwerp, vraag, titel")] = None
    note: Annotated[str | None, column(TEXT, "what was said", "notitie, toelichting")] = None
    cluster_id: Annotated[str | None, column(TEXT, "the cluster that it concerns", "afdeling_id", "cluster")] = None
    due_on: Annotated[
        date | None,
        column(
            DAY,
            "the day by which it should be answered; goes before the term of the tier",
            "uiterlijk, deadline, termijn, beantwoorden_voor",
        ),
    ] = None
    answered_on: Annotated[date | None, column(DAY, "the day of the answer", "beantwoord_op, antwoorddatum")] = None
    answer: Annotated[str | None, column(TEXT, "the answer", "antwoord")] = None
    answer_moment_id: Annotated[
        str | None,
        column(TEXT, "the contact moment in which it was given", "antwoordmoment_id, contactmoment_van_het_antwoord", "contact_moment"),
    ] = None
    partner_satisfied: Annotated[
        bool | None,
        column(YES_NO, "whether the partner is satisfied with the answer", "partner_tevreden, tevreden, satisfied, partner_is_tevreden"),
    ] = None


class Referral(Record):
    """One step of a question through the house, from one employee to another or to a cluster."""

    table: ClassVar = "referral"
    also: ClassVar = ("referrals", "doorverwijzing", "doorverwijzingen")
    key: ClassVar = ("question_id", "step")

    question_id: Annotated[str, column(TEXT, "the question", "vraag_id, vraag", "question")]
    step: Annotated[int, column(WholeNumber(1), "the number of the step: 1 for the first", "stap, volgnummer")]
    referred_on: Annotated[date, column(DAY, "the day on which it was sent on", "doorverwezen_op, datum, dag, date")]
    from_employee_id: Annotated[
        str | None, column(TEXT, "the employee who referred it", "van_medewerker_id, doorverwezen_door", "employee")
    ] = None
    to_cluster_id: Annotated[
        str | None,
        column(TEXT, "the cluster to which it was referred", "naar_afdeling_id, naar_cluster_id, doorverwezen_naar_cluster", "cluster"),
    ] = None
    to_employee_id: Annotated[
        str | None, column(TEXT, "the employee to whom it was referred", "naar_medewerker_id, doorverwezen_naar_collega", "employee")
    ] = None
    accepted_on: Annotated[date | None, column(DAY, "the day on which it was taken up", "aangenomen_op, geaccepteerd_op, opgepakt_op")] = (
        None
    )
    returned_on: Annotated[date | None, column(DAY, "the day on which it was sent back", "teruggestuurd_op")] = None
