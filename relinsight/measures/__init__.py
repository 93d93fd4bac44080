"""Every number, declared once: its name, question, definition, unit, direction, floor and source."""

from __future__ import annotations

import re
from collections.abc import Mapping

from relinsight.measures import (
    activity,
    chain,
    coverage,
    glance,
    goals,
    people,
    promises,
    quality,
    questions,
    resilience,
)
from relinsight.measures.measure import Measure

SUFFIX = re.compile(r"[.@].*")
THEMES = (coverage, chain, glance, promises, activity, resilience, quality, goals, questions, people)
MEASURES: Mapping[str, Measure] = {measure.name: measure for theme in THEMES for measure in theme.MEASURES}


def declared(name: str) -> Measure | None:
    """The measure of a figure's name: `quality_us.trust@relation-9` is a figure of `quality_us`."""
    return MEASURES.get(name) or MEASURES.get(SUFFIX.sub("", name))
