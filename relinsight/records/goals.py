"""What we want together, who stands behind it, and how it goes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, Number
from relinsight.records.record import Record, column
from relinsight.records.rules import Different, NeededWhen, NotBefore, Rule


class Goal(Record):
    """What we want to reach with one or more partners, this year or in the long run."""

    table: ClassVar = "goal"
    also: ClassVar = ("goals", "doel", "doelen", "doelstelling", "doelstellingen", "jaardoelen")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("starts_on", "due_on"), Different("id", "parent_goal_id"))

    id: Annotated[str, column(TEXT, "its id in the source", "goal_id, doel_id")]
    title: Annotated[str, column(TEXT, "the goal in a line", "titel, doel, naam, goal")]
    description: Annotated[str | None, column(TEXT, "more about it", "omschrijving, beschrijving, toelichting")] = None
    horizon: Annotated[str, column(v.HORIZONS, "year or strategic", "termijn, looptijd")]
    kind: Annotated[str, column(v.GOALS, "deepen, maintain or enforce", "soort, type", empty="deepen")] = "deepen"
    starts_on: Annotated[date | None, column(DAY, "first day", "start, startdatum, begint_op, van, vanaf")] = None
    due_on: Annotated[date | None, column(DAY, "last day", "einddatum, uiterlijk, deadline, gereed_op, tot, due")] = None
    employee_id: Annotated[str | None, column(TEXT, "who looks after it", "medewerker_id, eigenaar, trekker, owner", "employee")] = None
    parent_goal_id: Annotated[
        str | None,
        column(
            TEXT,
            "the strategic goal that it serves",
            "strategisch_doel_id, bovenliggend_doel_id, strategisch_doel, parent_goal, draagt_bij_aan_strategisch_doel",
            "goal",
        ),
    ] = None


class GoalPartner(Record):
    """A partner with whom a goal is shared."""

    table: ClassVar = "goal_partner"
    also: ClassVar = ("goal_partners", "doelpartner", "doelpartners")
    key: ClassVar = ("goal_id", "partner_id")

    goal_id: Annotated[str, column(TEXT, "the goal", "doel_id, doel", "goal")]
    partner_id: Annotated[str, column(TEXT, "the partner", "organisatie_id, relatie_id", "partner")]


class Endorsement(Record):
    """One person's answer to a goal, for our side or for the partner's."""

    table: ClassVar = "endorsement"
    also: ClassVar = ("endorsements", "instemming", "instemmingen")
    key: ClassVar = ("goal_id", "side", "partner_id", "employee_id", "contact_person_id", "answered_on")
    rules: ClassVar[tuple[Rule, ...]] = (NeededWhen("partner_id", "side", "partner"),)

    goal_id: Annotated[str, column(TEXT, "the goal", "doel_id, doel", "goal")]
    side: Annotated[str, column(v.SIDES, "us or partner", "kant, zijde")]
    partner_id: Annotated[
        str | None, column(TEXT, "the partner; empty on our side: it speaks for all", "organisatie_id, relatie_id", "partner")
    ] = None
    employee_id: Annotated[str | None, column(TEXT, "who answered on our side", "medewerker_id", "employee")] = None
    contact_person_id: Annotated[str | None, column(TEXT, "who answered on their side", "contactpersoon_id", "contact_person")] = None
    answered_on: Annotated[date, column(DAY, "the day of the answer", "beantwoord_op, datum, dag, date")]
    answer: Annotated[str, column(v.ANSWERS, "endorsed, amended or declined", "antwoord")]
    note: Annotated[str | None, column(TEXT, "what was said with it", "notitie, toelichting, opmerking")] = None


class GoalUpdate(Record):
    """How a goal stood on a day."""

    table: ClassVar = "goal_update"
    also: ClassVar = ("goal_updates", "voortgang", "doelvoortgang")
    key: ClassVar = ("goal_id", "day")

    goal_id: Annotated[str, column(TEXT, "the goal", "doel_id, doel", "goal")]
    day: Annotated[date, column(DAY, "the day", "dag, datum, date")]
    status: Annotated[str, column(v.STATES, "proposed, agreed, on_track, at_risk, achieved or dropped", "stand")]
    progress: Annotated[float | None, column(Number(0, 100), "how far it has come, from 0 to 100", "voortgang, percentage")] = None
    blocker: Annotated[str | None, column(TEXT, "what stands in the way", "belemmering, knelpunt, wat_in_de_weg_staat")] = None
    note: Annotated[str | None, column(TEXT, "a remark", "notitie, toelichting, opmerking")] = None
