"""Each yardstick is said once: when it changes, the facts, the figures, the charts and the sentences all change with it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import said_of_a_city

from relinsight.warehouse.given import given
from relinsight.warehouse.queries import facts, page_queries
from relinsight.words import yardsticks

OTHERS = {
    "COOLING_UP_TO": 2.5,
    "DORMANT_UP_TO": 7.0,
    "COVERING_LINKS": 2,
    "TIER_WEIGHTS": {"A": 8, "B": 2, "C": 1},
    "HALF_LIFE_DAYS": 50,
    "RECENT_YEARS": 5,
}
ROOT = Path(__file__).parents[2]
CONDITIONS = {"matches_filters", "folded_spelling"}


@pytest.fixture(scope="module")
def before() -> dict[str, Any]:
    return dict(said_of_a_city.found())


@pytest.fixture(scope="module")
def after() -> dict[str, Any]:
    """The same in a process of its own, in which every yardstick is another from the beginning."""
    script, path = Path(said_of_a_city.__file__), os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    asked = [sys.executable, str(script), json.dumps(OTHERS)]
    run = subprocess.run(asked, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": path})
    return json.loads(run.stdout)


def test_every_yardstick_is_tried():
    assert set(OTHERS) == {name for name in vars(yardsticks) if name.isupper()}


def test_a_state_begins_where_its_strip_and_its_sentences_say(before: dict[str, Any], after: dict[str, Any]):
    assert (before["state"], after["state"]) == ("dormant", "cooling")
    assert (before["strips"], after["strips"]) == ([1.0, 1.5, 3.0], [1.0, 2.5, 7.0])
    assert "up to 2.5 cooling, up to 7 dormant" in after["overdue_ratio"]
    assert "Cooling: up to 2.5 times the promised time; dormant: up to 7 times." in after["captions"]["rhythm-and-view"]


def test_a_contact_weighs_half_after_the_half_life_for_a_partner_and_for_a_tie(before: dict[str, Any], after: dict[str, Any]):
    halved = 0.5 ** (100 / 50) / 0.5 ** (100 / 90)
    assert after["strength"]["harbour"] == pytest.approx(before["strength"]["harbour"] * halved, abs=0.002)
    assert after["tie"] == pytest.approx([before["strength"]["harbour"] * halved], abs=0.002)
    assert "halved for every 50 days ago" in after["tie_strength"]


def test_a_tier_weighs_as_its_sentences_say(before: dict[str, Any], after: dict[str, Any]):
    assert (before["covered_by_weight"], after["covered_by_weight"]) == (0, 8 / 10)
    assert after["coverage_weighted"].endswith("A 8, B 2, C 1.")
    assert "Weighted A 8, B 2: 80\u00a0% covered" in after["captions"]["chain"]


def test_a_partner_is_covered_by_the_first_links(before: dict[str, Any], after: dict[str, Any]):
    assert (before["uncovered"], after["uncovered"]) == (["harbour", "museum"], ["museum"])


def test_a_dealing_is_recent_for_the_list_of_strangers_and_for_a_dossier(before: dict[str, Any], after: dict[str, Any]):
    assert (before["not_on_the_list"], after["not_on_the_list"]) == (1, 2)
    assert (before["dealings"], after["dealings"]) == (1, 2)
    assert "opened within five years" in after["not_on_list"]
    assert "opened in the five years before it" in after["captions"]["dealings"]


def test_no_text_still_names_what_is_filled_in():
    for name, sql in (facts() | page_queries()).items():
        assert not given().keys() & set(re.findall(r"\$(\w+)", sql)), name


def test_everything_that_is_filled_in_is_a_yardstick_or_a_condition():
    words = {name.lower() for name in OTHERS} - {"tier_weights"} | {f"weight_{tier.lower()}" for tier in yardsticks.TIER_WEIGHTS}
    assert set(given()) == words | CONDITIONS
