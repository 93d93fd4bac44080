"""What the organisation has promised itself, and which of its roles pull against each other."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, YES_NO, WholeNumber
from relinsight.records.record import Record, column
from relinsight.records.rules import Different, NotBefore, Rule


class TierPolicy(Record):
    """What is promised to the partners of a tier from a day on."""

    table: ClassVar = "tier_policy"
    also: ClassVar = ("tier_policies", "niveaubeleid", "beloften", "relatiebeleid")
    key: ClassVar = ("tier", "from_date")
    rules: ClassVar[tuple[Rule, ...]] = (NotBefore("from_date", "to_date"),)

    tier: Annotated[str, column(v.TIERS, "A, B or C", "niveau, relatieniveau, level")]
    from_date: Annotated[date | None, column(DAY, "the first day; empty: from the beginning", "van, vanaf, start, startdatum, from")] = None
    rhythm_days: Annotated[
        int | None, column(WholeNumber(1), "the most days between two contacts", "contactritme, ritme_dagen, ritme, dagen_tussen_contacten")
    ] = None
    min_ties: Annotated[
        int | None,
        column(WholeNumber(1), "the least number of employees with a tie", "min_relatielijnen, relatielijnen, minste_aantal_relatielijnen"),
    ] = None
    assessment_days: Annotated[
        int | None,
        column(
            WholeNumber(1),
            "how many days may pass before both sides are asked again",
            "meting_dagen, metingstermijn, dagen_tussen_metingen",
        ),
    ] = None
    needs_year_goal: Annotated[
        bool | None, column(YES_NO, "whether a goal for the year is promised", "jaardoel, vraagt_jaardoel, jaardoel_beloofd")
    ] = None
    needs_strategic_goal: Annotated[
        bool | None,
        column(YES_NO, "whether a strategic goal is promised", "strategisch_doel, vraagt_strategisch_doel, strategisch_doel_beloofd"),
    ] = None
    endorsement_days: Annotated[
        int | None, column(WholeNumber(1), "how many days an endorsement stays valid", "instemming_dagen, dagen_dat_een_akkoord_geldt")
    ] = None
    answer_days: Annotated[
        int | None,
        column(
            WholeNumber(1), "the most days that an answer to a question may take", "antwoordtermijn, antwoord_dagen, dagen_om_te_antwoorden"
        ),
    ] = None
    to_date: Annotated[
        date | None, column(DAY, "the last day; empty: no end is known", "tot, tot_en_met, t_m, einde, einddatum, to, until")
    ] = None


class RoleConflict(Record):
    """Two roles that pull against each other when we hold both towards one partner."""

    table: ClassVar = "role_conflict"
    also: ClassVar = ("role_conflicts", "rolspanning", "rolspanningen", "rolconflicten")
    key: ClassVar = ("role_a", "role_b")
    rules: ClassVar[tuple[Rule, ...]] = (Different("role_a", "role_b"),)

    role_a: Annotated[str, column(v.ROLES, "one role", "rol_a, ene_rol")]
    role_b: Annotated[str, column(v.ROLES, "the other role", "rol_b, andere_rol")]
    weight: Annotated[str, column(v.WEIGHTS, "how strongly they conflict: low, medium or high", "gewicht, zwaarte")]
    why: Annotated[str | None, column(TEXT, "why they conflict", "waarom, reden, reason")] = None
