"""Team meetings, and what was decided."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records.kinds import DAY, TEXT
from relinsight.records.record import Record, column


class Action(Record):
    """Something that somebody does next."""

    table: ClassVar = "action"
    also: ClassVar = ("actions", "actie", "acties", "taken", "tasks")

    id: Annotated[str, column(TEXT, "its id in the source", "action_id, actie_id")]
    title: Annotated[str, column(TEXT, "what is to be done", "titel, actie, naam, action, omschrijving")]
    partner_id: Annotated[str | None, column(TEXT, "the partner that it is for", "organisatie_id, relatie_id", "partner")] = None
    employee_id: Annotated[str | None, column(TEXT, "the employee who does it", "medewerker_id, eigenaar, owner", "employee")] = None
    contact_moment_id: Annotated[
        str | None, column(TEXT, "the contact moment that it follows from", "contactmoment_id", "contact_moment")
    ] = None
    review_id: Annotated[str | None, column(TEXT, "the team meeting that decided it", "teamoverleg_id, teamoverleg", "review")] = None
    due_on: Annotated[date | None, column(DAY, "the day by which it should be done", "uiterlijk, deadline, gereed_op")] = None
    done_on: Annotated[date | None, column(DAY, "the day on which it was done", "gedaan_op, afgerond_op")] = None


class Review(Record):
    """A team meeting about the portfolio."""

    table: ClassVar = "review"
    also: ClassVar = ("reviews", "teamoverleg", "teamoverleggen")

    id: Annotated[str, column(TEXT, "its id in the source", "review_id, teamoverleg_id")]
    day: Annotated[date, column(DAY, "the day of it", "dag, datum, date")]
    title: Annotated[str | None, column(TEXT, "its name", "titel, naam")] = None
    note: Annotated[str | None, column(TEXT, "what was said", "notitie, verslag")] = None
