"""The columns of a simpler file that fill another table: a partner's tier, the partners of a contact moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from relinsight.records.contacts import (
    ContactMoment,
    ContactMomentEmployee,
    ContactMomentPartner,
    ContactMomentPerson,
)
from relinsight.records.employees import ClusterMembership, Employee
from relinsight.records.goals import Goal, GoalPartner
from relinsight.records.interests import Interest, InterestTheme
from relinsight.records.partners import Partner, PartnerSector, PartnerTier
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.record import Record
from relinsight.records.ties import Tie


@dataclass(frozen=True, eq=False)
class LinkedColumn:
    """A column that fills a field of another record, which points back to the row's own."""

    fills: str
    record: type[Record]
    own: str
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    several: bool = False
    since_ever: bool = False
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


LINKED_COLUMNS: Mapping[type[Record], tuple[LinkedColumn, ...]] = {
    ContactMoment: (
        LinkedColumn("partner_id", ContactMomentPartner, "contact_moment_id", several=True),
        LinkedColumn("contact_person_id", ContactMomentPerson, "contact_moment_id", several=True),
        LinkedColumn("employee_id", ContactMomentEmployee, "contact_moment_id", several=True),
    ),
    Partner: (
        LinkedColumn("tier", PartnerTier, "partner_id", since_ever=True, words=("tier", "niveau", "relatieniveau")),
        LinkedColumn("sector_id", PartnerSector, "partner_id", {"is_primary": "true"}, since_ever=True),
        LinkedColumn(
            "employee_id",
            Tie,
            "partner_id",
            {"kind": "account_manager"},
            since_ever=True,
            words=("account_manager", "accountmanager", "relatiebeheerder", "account_manager_id", "accountmanager_id"),
        ),
    ),
    Employee: (LinkedColumn("cluster_id", ClusterMembership, "employee_id", since_ever=True),),
    Goal: (LinkedColumn("partner_id", GoalPartner, "goal_id", several=True),),
    Interest: (LinkedColumn("theme", InterestTheme, "interest_id", several=True, words=("theme", "themes", "thema", "themas")),),
    ContactPerson: (
        LinkedColumn(
            "partner_id",
            ContactPersonFunction,
            "contact_person_id",
            several=True,
            since_ever=True,
            beside=("function",),
        ),
    ),
}
