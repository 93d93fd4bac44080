"""Every row of the city holds by the rules of the model."""

from collections import Counter
from itertools import pairwise

import pytest

from relinsight.sources import demo
from relinsight.warehouse.connection import in_memory

OPTIONAL = {
    "contact_weight",
    "set_apart",
    "former_partner",
    "import_run",
    "import_reject",
    "mending",
    "history",
    "setting",
    "migration",
    "change_mark",
}
BOOKKEEPING = {"recorded_at", "run_id"}
REFERENCES = {
    "cluster.parent_id": "cluster",
    "cluster_membership.employee_id": "employee",
    "cluster_membership.cluster_id": "cluster",
    "partner.parent_id": "partner",
    "partner_tier.partner_id": "partner",
    "partner_sector.partner_id": "partner",
    "partner_sector.sector_id": "sector",
    "partner_relation.from_partner_id": "partner",
    "partner_relation.to_partner_id": "partner",
    "partner_alias.partner_id": "partner",
    "contact_person_function.contact_person_id": "contact_person",
    "contact_person_function.partner_id": "partner",
    "tie.employee_id": "employee",
    "tie.partner_id": "partner",
    "tie.contact_person_id": "contact_person",
    "contact_moment.event_id": "event",
    "contact_moment_partner.contact_moment_id": "contact_moment",
    "contact_moment_partner.partner_id": "partner",
    "contact_moment_person.contact_moment_id": "contact_moment",
    "contact_moment_person.contact_person_id": "contact_person",
    "contact_moment_employee.contact_moment_id": "contact_moment",
    "contact_moment_employee.employee_id": "employee",
    "instrument_item.instrument_id": "instrument",
    "assessment.partner_id": "partner",
    "assessment.employee_id": "employee",
    "assessment.contact_person_id": "contact_person",
    "assessment.instrument_id": "instrument",
    "assessment_score.assessment_id": "assessment",
    "dealing.partner_id": "partner",
    "dealing.cluster_id": "cluster",
    "dealing.employee_id": "employee",
    "event.cluster_id": "cluster",
    "attendance.event_id": "event",
    "attendance.contact_person_id": "contact_person",
    "attendance.employee_id": "employee",
    "attendance.partner_id": "partner",
    "goal.employee_id": "employee",
    "goal.parent_goal_id": "goal",
    "goal_partner.goal_id": "goal",
    "goal_partner.partner_id": "partner",
    "endorsement.goal_id": "goal",
    "endorsement.partner_id": "partner",
    "endorsement.employee_id": "employee",
    "endorsement.contact_person_id": "contact_person",
    "goal_update.goal_id": "goal",
    "question.partner_id": "partner",
    "question.contact_person_id": "contact_person",
    "question.employee_id": "employee",
    "question.cluster_id": "cluster",
    "question.answer_moment_id": "contact_moment",
    "referral.question_id": "question",
    "referral.from_employee_id": "employee",
    "referral.to_cluster_id": "cluster",
    "referral.to_employee_id": "employee",
    "interest.topic_id": "topic",
    "interest.partner_id": "partner",
    "interest_theme.interest_id": "interest",
    "action.partner_id": "partner",
    "action.employee_id": "employee",
    "action.contact_moment_id": "contact_moment",
    "action.review_id": "review",
}


def test_every_table_of_the_model_is_filled_with_its_own_columns(tables):
    rows = in_memory().rows("SELECT table_name, column_name FROM information_schema.columns ORDER BY ordinal_position")
    model: dict[str, list[str]] = {}
    for row in rows:
        model.setdefault(row["table_name"], []).append(row["column_name"])
    expected = {
        name: [column for column in columns if column not in BOOKKEEPING]
        for name, columns in model.items()
        if name not in OPTIONAL and not name.startswith("stored_")
    }
    assert {name: found.column_names for name, found in tables.items()} == expected
    assert all(found.num_rows for found in tables.values())


def test_every_column_is_used_by_some_row(tables):
    unused = {(name, column) for name, t in tables.items() for column in t.column_names if t[column].null_count == len(t)}
    assert unused == {("tier_policy", "from_date"), ("tier_policy", "to_date")} | (
        unused & {("partner_sector", "to_date"), ("partner_relation", "to_date")}
    )


def test_keys_and_checks_of_the_tables_accept_every_row(ask):
    assert ask("SELECT count(*) > 0 FROM contact_moment") == [(True,)]


@pytest.mark.parametrize("reference", REFERENCES)
def test_no_id_dangles(tables, reference):
    (name, column), target = reference.split("."), tables[REFERENCES[reference]]
    found = set(tables[name][column].drop_null().to_pylist())
    assert found
    assert found <= set(target["id"].to_pylist())


def test_each_moment_has_a_partner_and_a_colleague(tables):
    moments = set(tables["contact_moment"]["id"].to_pylist())
    for bridge in ("contact_moment_partner", "contact_moment_employee"):
        assert set(tables[bridge]["contact_moment_id"].to_pylist()) == moments


@pytest.mark.parametrize(
    ("name", "subject", "kept"),
    [
        ("partner_tier", "partner_id", lambda row: True),
        ("partner_sector", "partner_id", lambda row: row["is_primary"]),
        ("tie", "partner_id", lambda row: row["kind"] == "account_manager"),
        ("cluster_membership", "employee_id", lambda row: True),
    ],
)
def test_there_is_one_at_a_time(tables, name, subject, kept):
    spells: dict[str, list[dict]] = {}
    for row in tables[name].to_pylist():
        if kept(row):
            spells.setdefault(row[subject], []).append(row)
    assert spells
    for rows in spells.values():
        rows.sort(key=lambda row: row["from_date"])
        assert all(one["to_date"] and one["to_date"] < other["from_date"] for one, other in pairwise(rows))


def test_scores_lie_on_the_scale_of_their_instrument(ask):
    outside = ask(
        """SELECT s.* FROM assessment_score AS s JOIN assessment AS a ON a.id = s.assessment_id
        LEFT JOIN instrument_item AS i
            ON i.instrument_id = a.instrument_id AND i.dimension = s.dimension AND i.item = s.item
        WHERE i.item IS NULL OR s.score NOT BETWEEN i.scale_min AND i.scale_max"""
    )
    assert outside == []


def test_nothing_has_happened_after_the_end(tables):
    happened = {
        "contact_moment": "day", "assessment": "day", "goal_update": "day", "interest": "day", "review": "day",
        "question": "asked_on", "endorsement": "answered_on", "dealing": "opened_on", "action": "done_on",
    }  # fmt: skip
    for name, column in happened.items():
        assert max(tables[name][column].drop_null().to_pylist()) <= demo.END, name


def test_people_serve_where_they_are_met(ask):
    strangers = ask(
        """SELECT m.id, p.contact_person_id FROM contact_moment AS m
        JOIN contact_moment_person AS p ON p.contact_moment_id = m.id
        WHERE NOT EXISTS (
            SELECT 1 FROM contact_person_function AS f
            JOIN contact_moment_partner AS b ON b.partner_id = f.partner_id AND b.contact_moment_id = m.id
            WHERE f.contact_person_id = p.contact_person_id
                AND coalesce(f.from_date, m.day) <= m.day AND coalesce(f.to_date, m.day) >= m.day
        )"""
    )
    assert strangers == []


def test_colleagues_meet_partners_only_while_they_work_here(ask):
    ghosts = ask(
        """SELECT m.id FROM contact_moment AS m JOIN contact_moment_employee AS b ON b.contact_moment_id = m.id
        JOIN employee AS e ON e.id = b.employee_id
        WHERE m.day < e.active_from OR m.day > coalesce(e.active_to, m.day)"""
    )
    assert ghosts == []


def test_a_referral_goes_forward_in_time(ask):
    wrong = ask(
        """SELECT r.question_id FROM referral AS r JOIN question AS q ON q.id = r.question_id
        WHERE r.referred_on < q.asked_on OR coalesce(r.accepted_on, r.returned_on, r.referred_on) < r.referred_on
            OR r.referred_on > $as_of"""
    )
    assert wrong == []


def test_no_two_names_are_alike(tables):
    named = [("partner", "name"), ("employee", "name"), ("contact_person", "name"), ("contact_person", "email")]
    for name, part in [*named, ("employee", "email")]:
        column = tables[name][part].to_pylist()
        assert [alike for alike, count in Counter(column).items() if count > 1] == []


def test_shipped_rows_are_the_ones_that_a_new_database_has(tables):
    for name in ("sector", "instrument", "instrument_item", "tier_policy", "role_conflict"):
        columns = tables[name].column_names
        kept = in_memory().rows(f"SELECT {', '.join(columns)} FROM {name}")
        assert sorted(map(str, tables[name].to_pylist())) == sorted(map(str, kept)), name
