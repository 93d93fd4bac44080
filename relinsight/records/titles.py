"""What people call a row of each table."""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.words.text import Text, text

TITLES: Mapping[str, Text] = {
    "action": text("Action"),
    "assessment": text("Assessment"),
    "assessment_score": text("Answer in an assessment"),
    "attendance": text("Guest of an event"),
    "cluster": text("Cluster"),
    "cluster_membership": text("Cluster of a colleague"),
    "contact_moment": text("Contact moment"),
    "contact_moment_employee": text("Colleague at a contact moment"),
    "contact_moment_partner": text("Partner at a contact moment"),
    "contact_moment_person": text("Contact person at a contact moment"),
    "contact_person": text("Contact person"),
    "contact_person_function": text("Function of a contact person"),
    "contact_weight": text("Weight of a kind of contact"),
    "dealing": text("Dealing"),
    "employee": text("Colleague"),
    "endorsement": text("Endorsement of a goal"),
    "event": text("Event"),
    "former_partner": text("Former id of a partner"),
    "goal": text("Goal"),
    "goal_partner": text("Partner of a goal"),
    "goal_update": text("Progress of a goal"),
    "instrument": text("Questionnaire"),
    "instrument_item": text("Question of a questionnaire"),
    "interest": text("Interest"),
    "interest_theme": text("Theme of an interest"),
    "partner": text("Partner"),
    "partner_alias": text("Other spelling of a partner"),
    "partner_relation": text("Relation between partners"),
    "partner_sector": text("Sector of a partner"),
    "partner_tier": text("Tier of a partner"),
    "question": text("Question of a partner"),
    "referral": text("Referral of a question"),
    "review": text("Team meeting"),
    "role_conflict": text("Roles that clash"),
    "sector": text("Sector"),
    "set_apart": text("Names kept apart"),
    "tie": text("Tie"),
    "tier_policy": text("Promise to a tier"),
    "topic": text("Topic"),
}
