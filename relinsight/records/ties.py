"""Who knows whom."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, WholeNumber
from relinsight.records.record import Record, column
from relinsight.records.rules import NotBefore, Rule


class Tie(Record):
    """A line between an employee and a partner, by way of a contact person or not."""

    table: ClassVar = "tie"
    also: ClassVar = ("ties", "relatielijn", "relatielijnen")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("from_date", "to_date"),)

    id: Annotated[str, column(TEXT, "its id in the source", "tie_id, relatielijn_id")]
    employee_id: Annotated[str, column(TEXT, "the employee", "medewerker_id", "employee")]
    partner_id: Annotated[str, column(TEXT, "the partner", "organisatie_id, relatie_id", "partner")]
    contact_person_id: Annotated[
        str | None, column(TEXT, "the person there whom the employee knows", "contactpersoon_id", "contact_person")
    ] = None
    kind: Annotated[str, column(v.TIES, "account_manager, deputy, executive_sponsor, content or informal", "soort, type, rol")]
    stated_strength: Annotated[
        int | None, column(WholeNumber(1, 4), "how strong the employee considers it, from 1 to 4", "sterkte, strength, opgegeven_sterkte")
    ] = None
    from_date: Annotated[date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum, from")] = None
    to_date: Annotated[
        date | None, column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum, to, until")
    ] = None
