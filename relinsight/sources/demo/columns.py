"""The columns of every table that the demo fills, each with its type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from relinsight.sources.arrow import ArrowTable, Schema, arrow

DemoRow = Mapping[str, object]
Tables = dict[str, ArrowTable]

COLUMNS = {
    "cluster": "id name parent_id",
    "employee": "id name email job active_from active_to",
    "cluster_membership": "employee_id cluster_id from_date to_date",
    "sector": "id name",
    "partner": "id name parent_id kvk_number place website about active_from active_to source_id",
    "partner_tier": "partner_id from_date tier to_date",
    "partner_sector": "partner_id sector_id from_date is_primary to_date",
    "partner_relation": "from_partner_id to_partner_id kind from_date to_date",
    "partner_alias": "partner_id alias",
    "contact_person": "id name email phone active_from active_to",
    "contact_person_function": "contact_person_id partner_id from_date function to_date",
    "tie": "id employee_id partner_id contact_person_id kind stated_strength from_date to_date",
    "contact_moment": "id day kind achieved initiative occasion sentiment subject note impression confidential event_id",
    "contact_moment_partner": "contact_moment_id partner_id",
    "contact_moment_person": "contact_moment_id contact_person_id",
    "contact_moment_employee": "contact_moment_id employee_id",
    "instrument": "id name source",
    "instrument_item": "instrument_id dimension item family text scale_min scale_max reversed",
    "assessment": "id partner_id day side perspective employee_id contact_person_id instrument_id comment",
    "assessment_score": "assessment_id dimension item score",
    "dealing": "id partner_id organisation role cluster_id employee_id reference title year opened_on decided_on"
    " closed_on requested granted settled accounted accounted_on outcome",
    "event": "id title day kind cluster_id place cost_per_head capacity",
    "attendance": "event_id contact_person_id employee_id partner_id status",
    "goal": "id title description horizon kind starts_on due_on employee_id parent_goal_id",
    "goal_partner": "goal_id partner_id",
    "endorsement": "goal_id side partner_id employee_id contact_person_id answered_on answer note",
    "goal_update": "goal_id day status progress blocker note",
    "question": "id partner_id contact_person_id employee_id kind asked_on subject note cluster_id due_on answered_on"
    " answer answer_moment_id partner_satisfied",
    "referral": "question_id step referred_on from_employee_id to_cluster_id to_employee_id accepted_on returned_on",
    "topic": "id title",
    "interest": "id topic_id partner_id day position underlying position_score importance",
    "interest_theme": "interest_id theme",
    "action": "id title partner_id employee_id contact_moment_id review_id due_on done_on",
    "review": "id day title note",
    "tier_policy": "tier from_date rhythm_days min_ties assessment_days needs_year_goal needs_strategic_goal"
    " endorsement_days answer_days to_date",
    "role_conflict": "role_a role_b weight why",
}

TYPES = {
    arrow.date32(): "day from_date to_date active_from active_to opened_on decided_on closed_on accounted_on"
    " answered_on asked_on due_on starts_on referred_on accepted_on returned_on done_on",
    arrow.bool_(): "is_primary achieved confidential reversed partner_satisfied needs_year_goal needs_strategic_goal",
    arrow.int32(): "stated_strength sentiment year capacity step importance rhythm_days min_ties assessment_days"
    " endorsement_days answer_days",
    arrow.float64(): "scale_min scale_max score progress position_score",
    arrow.decimal128(18, 2): "requested granted settled cost_per_head",
}

TYPE_OF = {column: kind for kind, columns in TYPES.items() for column in columns.split()}


def schema(table: str) -> Schema:
    """The columns of a table in their order, text where nothing else is said."""
    return arrow.schema([(column, TYPE_OF.get(column, arrow.string())) for column in COLUMNS[table].split()])


def table(name: str, rows: Iterable[DemoRow]) -> ArrowTable:
    """Rows as a table; a column that a row does not name is missing."""
    return arrow.Table.from_pylist([dict(row) for row in rows], schema=schema(name))
