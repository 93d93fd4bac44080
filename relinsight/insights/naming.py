"""How subjects, states and kinds are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

STATES = {
    "in_time": text("in time"),
    "cooling": text("cooling"),
    "dormant": text("dormant"),
    "lost": text("lost from sight"),
    "never": text("never"),
    "not_promised": text("not promised"),
}
LINKS = {
    "owner": text("an owner"),
    "contact_person": text("a contact person"),
    "in_time": text("contact in time"),
    "assessed": text("both sides assessed"),
    "goals": text("goals endorsed by both"),
}
CONTACT_KINDS = {
    "visit": text("visit"),
    "meeting": text("meeting"),
    "call": text("call"),
    "email": text("email"),
    "letter": text("letter"),
    "event": text("event"),
    "other": text("other"),
}
ROLES = {
    "subsidy_provider": text("subsidy provider"),
    "client": text("client"),
    "service_provider": text("service provider"),
    "regulator": text("regulator"),
    "permit_authority": text("permit authority"),
    "landowner": text("landowner"),
    "shareholder": text("shareholder"),
    "facilitator": text("facilitator"),
    "co_creator": text("co-creator"),
}
DIMENSIONS = {
    "trust": text("trust"),
    "control_mutuality": text("control mutuality"),
    "commitment": text("commitment"),
    "satisfaction": text("satisfaction"),
    "reliability": text("reliability"),
    "shared_mission": text("shared mission"),
    "openness": text("openness"),
    "influence": text("influence"),
    "involvement": text("involvement"),
    "resources": text("resources"),
}
GOAL_STATES = {
    "proposed": text("proposed"),
    "agreed": text("agreed"),
    "on_track": text("on track"),
    "at_risk": text("at risk"),
    "achieved": text("achieved"),
    "dropped": text("dropped"),
}
ANSWERS = {
    "endorsed": text("endorsed"),
    "amended": text("amended"),
    "declined": text("declined"),
    "stale": text("gone stale"),
    "none": text("not asked"),
}
HORIZONS = {"year": text("year"), "strategic": text("strategic")}
INITIATIVES = {"us": text("us"), "partner": text("the partner"), "both": text("both sides")}
OCCASIONS = {
    "regular": text("regular"),
    "issue": text("issue"),
    "milestone": text("milestone"),
    "request": text("request"),
}
QUESTION_KINDS = {"question": text("question"), "request": text("request"), "complaint": text("complaint")}
ORGANISATION_KINDS = {"stranger": text("no partner"), "partner_without_tier": text("partner without a tier")}
FAMILIES = {"trust": text("trust"), "value": text("value")}
PROMISES = {
    "rhythm_days": text("contact in time"),
    "min_ties": text("enough colleagues with a tie"),
    "assessment_days": text("both sides assessed"),
    "needs_year_goal": text("a goal for the year"),
    "needs_strategic_goal": text("a strategic goal"),
    "endorsement_days": text("fresh endorsements"),
    "answer_days": text("answers in time"),
}
INSTRUMENTS = {"relation-9": text("Relation, four dimensions"), "partner-4": text("Partnership, two families")}


PAIR = 2


def all_of(both: Text, every: Text, n: int) -> Text:
    """What is said of all of two or more: of two 'both', of more their number."""
    return both if n == PAIR else every.with_values(n=Spelled(n))


def called(names: Mapping[str, Text], key: str | None) -> Text | Name | None:
    """The word for a value of a list; a value of a city's own as it is."""
    if key is None:
        return None
    return names.get(key) or Name(key)


class PartnerNamed(NamedTuple):
    """A partner active on the day, whatever the filters, and what tells it apart from others."""

    partner: str
    name: Name
    tier: Name | None
    sector: str | None
    owner_name: Name | None
    place: Name | None
    state: str | None


def partners_named(reader: Reader, scope: Scope) -> list[PartnerNamed]:
    """Every partner active on the day, whatever the filters."""
    return reader.page(PartnerNamed, "partner_names", scope)


def partner_names(reader: Reader, scope: Scope) -> dict[str, Name]:
    """The names of the partners active on the day, whatever the filters, by id."""
    return {row.partner: row.name for row in partners_named(reader, scope)}


def subjects(reader: Reader, scope: Scope, by: str) -> dict[str, Text | Name]:
    """The subjects of one kind that the scope can show, by id."""
    if by == "tier":
        return {choice.id: text("tier {tier}", tier=choice.name) for choice in reader.tiers()}
    if by == "sector":
        return {choice.id: choice.name for choice in reader.sectors(scope.as_of)}
    if by == "cluster":
        return {choice.id: choice.name for choice in reader.clusters()}
    return {**partner_names(reader, scope)}
