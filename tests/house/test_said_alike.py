"""Lists and limits that stand in more than one grammar (Python, SQL, the look of a chart) say the same in each."""

from __future__ import annotations

import pytest
from warehouse_from import facts_on, warehouse_from

from relinsight.access.choices import SHIPPED_SECTORS
from relinsight.export.palette import SECTORS as LOOKS
from relinsight.export.palette import STATES as SHADES
from relinsight.export.palette import TIER_SIZE
from relinsight.insights import naming
from relinsight.insights.relations.silence import NOT_PROMISED
from relinsight.insights.relations.silence import STATES as ORDER
from relinsight.records import vocabularies as v
from relinsight.warehouse.connection import in_memory


def _shipped(column: str, table: str) -> set[object]:
    warehouse = in_memory()
    found = {row[column] for row in warehouse.rows(f"SELECT {column} FROM {table}")}
    warehouse.close()
    return found


def test_the_shipped_sectors_are_named_drawn_and_known_by_their_words():
    assert set(SHIPPED_SECTORS) == set(LOOKS) == set(v.SECTORS.words) == _shipped("id", "sector")


def test_the_dimensions_of_the_shipped_instruments_are_named_and_known_by_their_words():
    assert set(naming.DIMENSIONS) == set(v.DIMENSIONS.words) == _shipped("dimension", "instrument_item")


def test_every_kind_of_contact_has_a_name_and_a_weight():
    assert set(naming.CONTACT_KINDS) == set(v.CONTACTS.words) == _shipped("kind", "contact_weight")


@pytest.mark.parametrize(
    ("names", "words"),
    [(naming.ROLES, v.ROLES), (naming.GOAL_STATES, v.STATES), (naming.HORIZONS, v.HORIZONS)],
    ids=["roles", "states of a goal", "horizons"],
)
def test_every_word_of_a_list_has_a_name(names, words):
    assert set(names) == set(words.words)


def test_an_answer_has_a_name_also_where_it_went_stale_or_is_not_there():
    assert set(naming.ANSWERS) == {*v.ANSWERS.words, "stale", "none"}


def test_every_tier_has_a_size():
    assert set(v.TIERS.words) == _shipped("tier", "tier_policy") == set(TIER_SIZE)


CITY = """
    tier_policy:tier  rhythm_days  assessment_days  needs_year_goal
    A                 60           -                false
    B                 -            -                true
    C                 60           365              false

    partner      tier  account_manager  contact_person  last_contact
    nobody       A     -                -               -
    unknown      A     anna             -               2026-05-02
    unpromised   B     anna             dirk            2026-05-01
    on_time      A     anna             dirk            2026-05-02
    cooling      A     anna             dirk            2026-04-02
    dormant      A     anna             dirk            2026-04-01
    lost         A     anna             dirk            2026-01-01
    unassessed   C     anna             dirk            2026-06-30
"""
DAY = "2026-07-01"


def test_every_state_of_silence_and_every_link_has_a_name():
    assert set(naming.STATES) == set(SHADES) == {*ORDER, NOT_PROMISED}
    db = warehouse_from(CITY)
    assert {state for (state,) in facts_on(db, "link", "silence", DAY)} == set(naming.STATES)
    assert {link for (link,) in facts_on(db, "chain", "chain_break", DAY)} == {*naming.LINKS, "none"}
