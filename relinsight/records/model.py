"""Every record that a file can fill, in the order in which one points to another."""

from __future__ import annotations

from relinsight.records.actions import Action, Review
from relinsight.records.clusters import Cluster
from relinsight.records.contacts import (
    ContactMoment,
    ContactMomentEmployee,
    ContactMomentPartner,
    ContactMomentPerson,
    ContactWeight,
)
from relinsight.records.dealings import Dealing
from relinsight.records.employees import ClusterMembership, Employee
from relinsight.records.events import Attendance, Event
from relinsight.records.goals import Endorsement, Goal, GoalPartner, GoalUpdate
from relinsight.records.instruments import Assessment, AssessmentScore, Instrument, InstrumentItem
from relinsight.records.interests import Interest, InterestTheme, Topic
from relinsight.records.kinds import Plain
from relinsight.records.matching import FormerPartner, SetApart
from relinsight.records.partners import Partner, PartnerAlias, PartnerRelation, PartnerSector, PartnerTier, Sector
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.promises import RoleConflict, TierPolicy
from relinsight.records.questions import Question, Referral
from relinsight.records.record import Field, Record
from relinsight.records.ties import Tie

RECORDS: tuple[type[Record], ...] = (
    Cluster,
    Sector,
    Instrument,
    InstrumentItem,
    TierPolicy,
    RoleConflict,
    ContactWeight,
    Topic,
    Review,
    Employee,
    ClusterMembership,
    Partner,
    PartnerTier,
    PartnerSector,
    PartnerRelation,
    PartnerAlias,
    SetApart,
    FormerPartner,
    ContactPerson,
    ContactPersonFunction,
    Tie,
    Event,
    Attendance,
    ContactMoment,
    ContactMomentPartner,
    ContactMomentPerson,
    ContactMomentEmployee,
    Assessment,
    AssessmentScore,
    Dealing,
    Goal,
    GoalPartner,
    Endorsement,
    GoalUpdate,
    Question,
    Referral,
    Interest,
    InterestTheme,
    Action,
)
CALLED_BY_TITLE = frozenset({"event", "topic", "goal", "review"})
BY_TABLE: dict[str, type[Record]] = {record.table: record for record in RECORDS}


def keyed_by_id(record: type[Record]) -> bool:
    """Whether a row has an id of its own."""
    return record.key == ("id",)


def spoken(record: type[Record]) -> str:
    """The column by which people call a row."""
    return "title" if record.table in CALLED_BY_TITLE else "name"


def is_name(record: type[Record], field: Field) -> bool:
    """Whether a field says which row is meant: its id, its name, or a row that it leads to."""
    calls = {"id", spoken(record), "organisation", "alias"}
    return isinstance(field.column.kind, Plain) and (field.column.to is not None or field.name in calls)
