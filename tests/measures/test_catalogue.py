"""The page on measures says what is declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from relinsight.languages.sentence import Speaker
from relinsight.measures import MEASURES, declared
from relinsight.measures.catalogue import as_markdown
from relinsight.measures.measure import Measure
from relinsight.measures.rows import over_of
from relinsight.warehouse.headers import header_line
from relinsight.warehouse.queries import facts

DOCS = Path(__file__).parents[2] / "docs" / "measures.md"


def test_the_page_is_written_from_the_declarations():
    assert DOCS.read_text(encoding="utf-8") == as_markdown(Speaker("en")), "write it anew from relinsight.measures.catalogue"


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda m: m.name)
def test_a_measure_is_declared_whole(measure: Measure):
    assert f"`{measure.name}`" in as_markdown(Speaker("en"))
    assert measure.label.message
    assert measure.question.message.endswith("?")
    assert measure.definition.message.endswith(".")
    assert measure.by
    for formula in measure.formulas:
        assert {formula.over, over_of(formula)} <= facts().keys()
        assert header_line(over_of(formula), "Shown")


def test_no_kind_of_subject_has_two_formulas():
    for measure in MEASURES.values():
        kinds = [kind for formula in measure.formulas for kind in formula.by]
        assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("figure", "measure"),
    [
        ("quality_us.trust@relation-9", "quality_us"),
        ("agreement_gap@own.list", "agreement_gap"),
        ("promise.min_ties", "promise.min_ties"),
        ("promise", None),
        ("nonsense", None),
    ],
)
def test_a_figure_names_its_measure(figure: str, measure: str | None):
    found = declared(figure)
    assert (found.name if found else None) == measure
